import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../ui/Screen';
import { SectionLinks } from './SectionLinks';

/** A screen of the law, with the way to its other parts. */
export function LawScreen(props: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      <SectionLinks
        label={t('law.sections')}
        sections={[
          { to: '/law', label: t('law.rules') },
          { to: '/law/jurisdictions', label: t('law.jurisdictions') },
          { to: '/law/grounds', label: t('law.grounds') },
          { to: '/law/calendar', label: t('law.calendar') },
          { to: '/law/changes', label: t('law.changes') },
        ]}
      />
      <Screen {...props} />
    </>
  );
}
