import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRule } from '../law/queries';
import type { RuleItem } from '../law/types';
import { fieldsOf, type FactField } from './facts';

/** What the rule list needs of a rule. */
export type Askable = Pick<RuleItem, 'id' | 'title' | 'family' | 'citation' | 'aliases'>;

/** Asks under which version the appeal period falls; its facts are those of the record it begins with. */
const APPEAL = 'bia.appeal';
const RECORD: Record<string, string> = { [APPEAL]: 'bia.appeal.30d' };
/** When the last day ends, by forum: the calculator knows them, the list of records has no versions of them. */
const CUTOFFS = {
  'cutoff.ecas.bia': 'board',
  'cutoff.ecas.court': 'court',
  'cutoff.frap.e_filing': 'appeals',
} as const;

const isCutoff = (id: string): id is keyof typeof CUTOFFS => Object.hasOwn(CUTOFFS, id);

/** What can be counted and is no record of its own, named in the language of the screen. */
export function useExtraRules(): Askable[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const extra = (id: string, family: string, title: string): Askable => ({
      ...{ id, family, title },
      citation: '',
      aliases: [],
    });
    return [
      extra(APPEAL, 'appeals', t('extraRules.appeal')),
      ...Object.entries(CUTOFFS).map(([id, forum]) => extra(id, 'proceedings', t(`extraRules.${forum}`))),
    ];
  }, [t]);
}

/** The fields of what was chosen, and the record that it can be read in, if there is one. */
export function useAskable(id: string | undefined) {
  const { t } = useTranslation();
  const cutoff = id !== undefined && isCutoff(id);
  const record = id === undefined ? '' : (RECORD[id] ?? id);
  const rule = useRule(record, id !== undefined && !cutoff);
  const known = id !== undefined && !rule.isPlaceholderData ? rule.data : undefined;
  const fields = useMemo((): FactField[] => {
    if (!cutoff) return known ? fieldsOf(known.facts) : [];
    const asked = (name: string, label: string, type: FactField['type'], required = false): FactField => ({
      names: [name],
      label,
      type,
      required,
      translated: true,
    });
    return [
      asked('due_date', t('deadlineCalculator.lastDay'), 'day', true),
      asked('time_zone', t('extraRules.forumZone'), 'text'),
      asked('submitted_local', t('extraRules.submitted'), 'instant'),
      asked('submitter_time_zone', t('extraRules.ownZone'), 'text'),
    ];
  }, [cutoff, known, t]);
  return {
    fields,
    ready: cutoff || known !== undefined,
    record: cutoff ? null : record,
    /** Of what has no record; a record brings its own. */
    title: cutoff ? t(`extraRules.${CUTOFFS[id]}`) : null,
  };
}
