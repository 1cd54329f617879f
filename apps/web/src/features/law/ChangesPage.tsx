import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty, Loading } from '../../ui/states';
import { LawScreen } from './LawScreen';
import { LawText } from './LawText';
import { useChanges } from './queries';
import { RuleLinks } from './SourceLinks';
import type { LawChange } from './types';

/** What each rule set changed, newest first. */
export function ChangesPage() {
  const { t } = useTranslation();
  const changes = useChanges();
  return (
    <LawScreen title={t('law.changes')} lead={t('lawChanges.lead')}>
      <Panel flush>
        <Answer
          query={changes}
          loading={<Loading lines={8} />}
          isEmpty={(data) => data.items.length === 0}
          empty={<Empty>{t('lawChanges.none')}</Empty>}
        >
          {(data) => <ChangeList changes={data.items} />}
        </Answer>
      </Panel>
    </LawScreen>
  );
}

/** Entries of the change log; `of` is a rule whose own page this is. */
export function ChangeList({ changes, of }: { changes: LawChange[]; of?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="v-rows">
      {changes.map((change) => (
        <li key={change.ruleSetVersion + change.what}>
          <Text size="xs" c="dimmed" className="v-num">
            {format.day(change.on)} · {t('law.ruleSet', { version: change.ruleSetVersion })}
          </Text>
          <LawText text={change.what} fw={600} maw="80ch" />
          <LawText text={change.why} maw="80ch" />
          {of === undefined && change.rules.length ? (
            <details className="law-details">
              <summary>{t('lawChanges.rules', { count: change.rules.length })}</summary>
              <Text size="xs" mt={4}>
                <RuleLinks ids={change.rules} />
              </Text>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
