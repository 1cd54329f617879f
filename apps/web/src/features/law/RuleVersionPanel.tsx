import { Group, List, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';
import { English, LawList, LawWords } from './LawText';
import { useWithdrawVerification } from './queries';
import { RuleLinks, Source } from './SourceLinks';
import { AgeTag, ProvenanceTag, StandingTag, usePeriod, VerifiedTag } from './RuleTags';
import { Verifications } from './Verifications';
import type { RuleVersion } from './types';

/** Whether a version governs today: alone, or among others under its own conditions. */
export type Governs = 'alone' | 'among' | null;

/** One version of a rule, complete: how it counts, what a miss means, where it comes from, who verified it. */
export function RuleVersionPanel(props: { version: RuleVersion; governs: Governs; mayWithdraw: boolean }) {
  const { t } = useTranslation();
  const { version, governs } = props;
  const effective = useEffective();
  const withdraw = useWithdrawVerification();
  const contents = (
    <>
      <Conditions version={version} />
      <Counting version={version} />
      <Prose version={version} />
      <Verifications
        items={version.verifications}
        none={t('lawRule.noVerifications')}
        withdraw={
          props.mayWithdraw
            ? (verificationId) => withdraw.mutateAsync({ path: { verificationId }, key: crypto.randomUUID() })
            : undefined
        }
      />
    </>
  );
  return (
    <Panel
      title={t('lawRule.version', { version: version.version })}
      note={effective(version)}
      actions={<Standing version={version} governs={governs} />}
    >
      {governs ? (
        contents
      ) : (
        <details className="law-old">
          <summary>{t('lawRule.showVersion')}</summary>
          <div style={{ marginTop: 12 }}>{contents}</div>
        </details>
      )}
    </Panel>
  );
}

/** What a version requires comes first: it decides between versions of the same dates. */
function Conditions({ version }: { version: RuleVersion }) {
  const { t } = useTranslation();
  const conditions = useConditions()(version);
  if (!conditions.length) return null;
  return (
    <Text size="sm" mb="sm">
      <strong>{t('lawRule.conditions')}:</strong> {conditions.join('; ')}.
    </Text>
  );
}

function Standing({ version, governs }: { version: RuleVersion; governs: Governs }) {
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      {governs ? (
        <Tag tone="accent">{t(governs === 'alone' ? 'lawRule.governs' : 'lawRule.governsIf')}</Tag>
      ) : null}
      {version.replaces.length ? (
        <Tag>{t('lawRule.replaces', { versions: version.replaces.join(', ') })}</Tag>
      ) : null}
      {version.replacedBy === null ? null : (
        <Tag>{t('lawRule.replacedBy', { version: version.replacedBy })}</Tag>
      )}
      <StandingTag status={version.status} />
      <VerifiedTag verified={version.verified} />
      <AgeTag age={version.age} />
    </Group>
  );
}

function useEffective(): (version: RuleVersion) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ effectiveFrom, effectiveTo }) => {
    const [from, to] = [format.day(effectiveFrom), format.day(effectiveTo)];
    if (from && to) return t('lawRule.between', { from, to });
    if (from) return t('lawRule.from', { day: from });
    return to ? t('lawRule.until', { day: to }) : t('lawRule.always');
  };
}

function Counting({ version }: { version: RuleVersion }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const period = usePeriod();
  const layers = (names: readonly string[]): string =>
    names.map((name) => word('calendarLayer', name)).join(', ');
  const counted = version.period
    ? t('lawRule.counting', {
        period: period(version.period),
        direction: word('ruleDirection', version.direction),
      })
    : period(null);
  const { cutoff } = version;
  return (
    <Facts
      absent={t('common.none')}
      items={[
        [t('lawRule.keyedOn'), word('versionKey', version.keyedOn)],
        [t('lawRule.trigger'), <English key="trigger">{version.trigger.label}</English>],
        [t('lawRule.counted'), version.periodFact ? `${counted}, ${t('lawRule.numberFrom')}` : counted],
        version.notBefore ? [t('lawRule.notBefore'), format.day(version.notBefore)] : null,
        [t('lawRule.roll'), word('ruleRoll', version.roll)],
        [t('lawRule.layers'), layers(version.calendarLayers)],
        [t('lawRule.outerLayers'), layers(version.outerLayers)],
        cutoff
          ? [
              t('lawRule.cutoff'),
              `${t('lawRule.cutoffAt', { time: cutoff.at, clock: word('cutoffClock', cutoff.clock) })}${cutoff.confirmed ? '' : `, ${t('lawRule.unconfirmed')}`}`,
            ]
          : null,
        [t('lawRule.whose'), word('ruleActor', version.actor)],
        [t('lawRule.kind'), word('ruleKind', version.kind)],
        [t('lawRule.checkedOn'), format.day(version.checkedOn)],
        [t('lawRule.checkedBy'), version.checkedBy ?? t('lawRule.nobody')],
        [t('lawRule.nextReview'), format.day(version.nextReview)],
        [t('lawRule.confidence'), <ProvenanceTag key="confidence" provenance={version.confidence} />],
      ]}
    />
  );
}

function useConditions(): (version: RuleVersion) => string[] {
  const { t } = useTranslation();
  const word = useWords();
  return ({ appliesIf }) => {
    const flag = (value: boolean | null, yes: string, no: string): string[] =>
      value === null ? [] : [value ? yes : no];
    return [
      ...flag(appliesIf.inAbsentia, t('lawRule.inAbsentia'), t('lawRule.notInAbsentia')),
      ...flag(
        appliesIf.asylumDecided === null ? null : appliesIf.asylumDecided === 'true',
        t('lawRule.asylumDecided'),
        t('lawRule.asylumNotDecided'),
      ),
      ...flag(appliesIf.detained, t('lawRule.detained'), t('lawRule.notDetained')),
      ...(appliesIf.orderKinds.length
        ? [
            t('lawRule.orders', {
              kinds: appliesIf.orderKinds.map((kind) => word('orderKind', kind)).join(', '),
            }),
          ]
        : []),
      ...(appliesIf.circuits.length ? [t('lawRule.circuits', { names: appliesIf.circuits.join(', ') })] : []),
      ...(appliesIf.service ? [t('lawRule.service', { how: word('serviceKind', appliesIf.service) })] : []),
    ];
  };
}

function Prose({ version }: { version: RuleVersion }) {
  const { t } = useTranslation();
  const period = usePeriod();
  const rows: [string, ReactNode][] = [
    [t('deadlines.consequence'), version.consequence ? <LawWords text={version.consequence} /> : null],
    [t('deadlines.cure'), version.cure ? <LawWords text={version.cure} /> : null],
    [t('deadlines.stays'), version.stays ? <LawWords text={version.stays} /> : null],
    [
      t('lawRule.otherReadings'),
      version.otherReadings.length ? (
        <List size="sm" spacing={3}>
          {version.otherReadings.map((reading) => (
            <List.Item key={reading.name}>
              {period(reading.period)}: <LawWords text={reading.label} />{' '}
              <StandingTag status={reading.status} />
            </List.Item>
          ))}
        </List>
      ) : null,
    ],
    [t('deadlines.citation'), <English key="citation">{version.citation}</English>],
    [t('lawRule.conflicts'), version.conflictsWith.length ? <RuleLinks ids={version.conflictsWith} /> : null],
    [
      t('lawRule.sources'),
      version.source.length ? (
        <List size="sm" spacing={2}>
          {version.source.map((source) => (
            <List.Item key={source}>
              <Source text={source} />
            </List.Item>
          ))}
        </List>
      ) : null,
    ],
    [t('lawRule.notes'), version.notes.length ? <LawList items={version.notes} /> : null],
    [t('lawRule.provenance'), version.volatile ? t('lawRule.moving') : null],
  ];
  return (
    <dl className="law-prose">
      {rows.map(([label, value]) =>
        value ? (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ) : null,
      )}
    </dl>
  );
}
