import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { useFormat } from '../../ui/format';
import { Answer, Loading } from '../../ui/states';
import { LawScreen } from './LawScreen';
import { LawResults } from './LawResults';
import { LawSearch } from './LawSearch';
import { holdsWords } from './LawText';
import { useRules } from './queries';
import { RuleCards, RuleTable } from './RuleTable';
import type { RuleItem } from './types';

type Filters = Partial<Record<'family' | 'status' | 'verified', string>>;

function matches(item: RuleItem, filters: Filters, words: string): boolean {
  return (
    (!filters.family || item.family === filters.family) &&
    (!filters.status || item.status === filters.status) &&
    (!filters.verified || String(item.verified) === filters.verified) &&
    holdsWords([item.id, ...item.aliases, item.title, item.citation].join(' '), words)
  );
}

/** Every rule in one list. It comes whole and is narrowed here, so that typing never waits. */
export function RulesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const rules = useRules();
  return (
    <LawScreen
      title={t('law.rules')}
      lead={
        <>
          {t('lawRules.lead')}{' '}
          {rules.data ? (
            <>
              {t('law.ruleSet', { version: rules.data.ruleSetVersion })}.{' '}
              {t('law.checked', { day: format.day(rules.data.checkedOn) })}
            </>
          ) : null}
        </>
      }
    >
      <Answer query={rules} loading={<Loading lines={12} />}>
        {(data) => <Rules items={data.items} />}
      </Answer>
    </LawScreen>
  );
}

function Rules({ items }: { items: RuleItem[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/shell/law' }) as Filters;
  const [text, setText] = useState('');
  const words = useDeferredValue(text);
  const found = useMemo(() => items.filter((item) => matches(item, filters, words)), [items, filters, words]);
  const families = [...new Set(items.map((item) => item.family))];
  const standings = [...new Set(items.flatMap((item) => item.status ?? []))];
  const narrow = (next: Filters): void => void navigate({ to: '/law', search: next, replace: true });
  return (
    <>
      <LawSearch
        label={t('lawRules.searchRules')}
        text={text}
        onText={setText}
        filters={[
          {
            name: 'family',
            label: t('lawRules.family'),
            value: filters.family,
            options: optionsOf(families, (family) => word('ruleFamily', family)),
          },
          {
            name: 'status',
            label: t('lawRules.standing'),
            value: filters.status,
            options: optionsOf(standings, (status) => word('ruleStatus', status)),
          },
          {
            name: 'verified',
            label: t('lawRules.verification'),
            value: filters.verified,
            options: [
              { value: 'true', label: t('lawRules.onlyVerified') },
              { value: 'false', label: t('lawRules.onlyUnverified') },
            ],
          },
        ]}
        onFilter={(name, value) => narrow({ ...filters, [name]: value })}
        onClear={() => narrow({})}
      />
      <LawResults
        found={found}
        none={t('lawRules.none')}
        table={RuleTable}
        cards={RuleCards}
        count={t('lawRules.count', { count: found.length })}
      />
    </>
  );
}
