import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanItem } from '../../api/types';
import { readLanguage, type Language } from '../../i18n/i18n';

type Item = 'keys';

/** What an item of the plan is called: its own title, or the words of one that every family is asked. */
export function useItemName(language?: Language): (one: PlanItem) => string {
  const { t: own } = useTranslation();
  const t = language ? i18next.getFixedT(language) : own;
  return (one) => one.title ?? t(`plan.items.${one.item as Item}`);
}

/** The texts of one language, whichever the screens are in; null until they are here. */
export function useTextsIn(language: Language) {
  const [ready, setReady] = useState(() => i18next.hasResourceBundle(language, 'translation'));
  useEffect(() => {
    let gone = false;
    void readLanguage(language).then(() => (gone ? undefined : setReady(true)));
    return () => {
      gone = true;
    };
  }, [language]);
  return ready ? i18next.getFixedT(language) : null;
}
