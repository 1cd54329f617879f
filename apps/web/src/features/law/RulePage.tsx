import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconCalculator } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { useWords } from '../../i18n/words';
import { todayIn } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Loading } from '../../ui/states';
import { Notice } from '../../ui/Tag';
import { ChangeList } from './ChangesPage';
import { LawScreen } from './LawScreen';
import { English, LawList, LawText } from './LawText';
import { useRule } from './queries';
import { RuleVersionPanel, type Governs } from './RuleVersionPanel';
import { VerifyRule } from './VerifyRule';
import type { Rule, RuleVersion } from './types';

/** One rule: every version of it, what it rests on, and who has verified it here. */
export function RulePage() {
  const { t } = useTranslation();
  const { rule: id } = useParams({ from: '/shell/law/rules/$rule' });
  const rule = useRule(id);
  return (
    <LawScreen
      title={rule.data?.title ?? t('lawRules.rule')}
      lead={rule.data ? <Identity rule={rule.data} /> : null}
      actions={rule.data ? <Actions rule={rule.data} /> : null}
    >
      <Answer query={rule} loading={<Loading lines={12} />}>
        {(found) => <Contents rule={found} />}
      </Answer>
    </LawScreen>
  );
}

function Identity({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const word = useWords();
  return (
    <>
      <code className="law-id">{rule.id}</code> · {word('ruleFamily', rule.family)} ·{' '}
      <English>{rule.citation}</English>
      {rule.aliases.length ? (
        <>
          {' '}
          · {t('lawRule.alsoCalled')}{' '}
          {rule.aliases.map((alias) => (
            <code key={alias} className="law-id">
              {alias}{' '}
            </code>
          ))}
        </>
      ) : null}
    </>
  );
}

function Actions({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Button
        component={Link}
        to="/law"
        variant="subtle"
        color="gray"
        size="xs"
        leftSection={<IconArrowLeft size={14} aria-hidden />}
      >
        {t('lawRule.back')}
      </Button>
      {rule.can.verify && rule.versions.length ? <VerifyRule rule={rule} /> : null}
      <Button
        renderRoot={(props) => <Link to="/calculators" search={{ rule: rule.id }} {...props} />}
        size="xs"
        leftSection={<IconCalculator size={14} aria-hidden />}
      >
        {t('lawRule.tryIt')}
      </Button>
    </Group>
  );
}

function Contents({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const me = useMe();
  const newestFirst = [...rule.versions].reverse();
  const governing = governingOn(todayIn(me.organisation.timeZone), rule.versions);
  const warnings = [...new Set(governing.flatMap((version) => version.warnings))];
  const governs = (version: RuleVersion): Governs =>
    governing.includes(version) ? (governing.length > 1 ? 'among' : 'alone') : null;
  return (
    <Stack gap="md">
      {warnings.length ? (
        <Notice tone="soon" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {warnings.map((warning) => (
            <LawText key={warning} text={warning} />
          ))}
        </Notice>
      ) : null}
      {rule.parts.length ? <Parts rule={rule} /> : null}
      {newestFirst.map((version) => (
        <RuleVersionPanel
          key={version.version}
          version={version}
          governs={governs(version)}
          mayWithdraw={rule.can.verify}
        />
      ))}
      <Panel title={t('lawRule.changes')} flush={rule.changes.length > 0}>
        {rule.changes.length ? (
          <ChangeList changes={rule.changes} of={rule.id} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('lawRule.noChanges')}
          </Text>
        )}
      </Panel>
    </Stack>
  );
}

/** Versions in effect on a day whose place no other one takes; without any, the one the list shows. */
function governingOn(today: string, versions: RuleVersion[]): RuleVersion[] {
  const found = versions.filter(
    ({ effectiveFrom, effectiveTo, replacedBy }) =>
      replacedBy === null &&
      (effectiveFrom === null || effectiveFrom <= today) &&
      (effectiveTo === null || today <= effectiveTo),
  );
  return found.length ? found : versions.filter(({ current }) => current);
}

function Parts({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const titleOf = (name: string): string => rule.parts.find((part) => part.name === name)?.title ?? name;
  return (
    <Panel title={t('lawRule.parts')}>
      <List size="sm" spacing={5} type="ordered">
        {rule.parts.map((part) => (
          <List.Item key={part.name}>
            <Link to="/law/rules/$rule" params={{ rule: part.rule }} className="law-link">
              <English>{part.title}</English>
            </Link>{' '}
            <code className="law-id">{part.rule}</code>
            {part.fromPart ? (
              <Text size="xs" c="dimmed">
                {t('lawRule.partAfter', { part: titleOf(part.fromPart) })}
              </Text>
            ) : null}
          </List.Item>
        ))}
      </List>
      {rule.notes.length ? (
        <div style={{ marginTop: 12 }}>
          <LawList items={rule.notes} />
        </div>
      ) : null}
    </Panel>
  );
}
