import { Group, List, Stack, Text, Title } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHelpCircle,
  IconScale,
  IconTriangle,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChargeEffect, Conviction, PardonEffect, PardonRequest } from '../../api/types';
import type { Effect } from '../../api/values';
import { useWords } from '../../i18n/words';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Notice, Tag, type Tone } from '../../ui/Tag';
import { EffectDisputes } from './EffectDisputes';
import { usePardonEffect } from './queries';

const looks: Record<Effect, { tone: Tone; icon: Icon }> = {
  lifted: { tone: 'good', icon: IconCircleCheck },
  not_lifted: { tone: 'urgent', icon: IconCircleX },
  contested: { tone: 'soon', icon: IconTriangle },
  needs_facts: { tone: 'open', icon: IconHelpCircle },
  not_applicable: { tone: 'plain', icon: IconCircleDashed },
};
const overallTone: Record<string, Tone> = {
  termination_expected: 'good',
  partial_other_relief_needed: 'soon',
  pardon_not_enough: 'urgent',
};

/** What a pardon reaches, charge by charge, with the authority and the questions still open. */
export function EffectReport({ clientId, convictions }: { clientId: string; convictions: Conviction[] }) {
  const { t } = useTranslation();
  const effect = usePardonEffect(clientId);
  return (
    <Panel
      flush
      title={t('clemency.effectTitle')}
      note={effect.data ? t('clemency.effectNote', { version: effect.data.ruleSetVersion }) : undefined}
    >
      <Answer
        query={effect}
        isEmpty={(data) => data.charges.length === 0}
        empty={<Empty>{t('clemency.effectEmpty')}</Empty>}
      >
        {(report) => <Report report={report} convictions={convictions} />}
      </Answer>
    </Panel>
  );
}

type Named = Pick<Conviction, 'id' | 'offence' | 'statute' | 'state'>;

/** A report of the rules, wherever its facts come from. */
export function Report({ report, convictions }: { report: PardonEffect; convictions: Named[] }) {
  const { t } = useTranslation();
  const word = useWords();
  return (
    <>
      <div style={{ padding: '12px 16px 4px' }}>
        <Notice tone={overallTone[report.overall] ?? 'plain'} icon={<IconScale size={18} aria-hidden />}>
          <Text fw={600}>{word('overall', report.overall)}</Text>
          <Text size="sm">{report.overallReason}</Text>
          {report.overallIfGranted ? (
            <Text size="sm">
              {t('clemency.ifGranted', { what: word('overall', report.overallIfGranted) })}
            </Text>
          ) : null}
        </Notice>
      </div>
      <EffectDisputes disputes={report.disputes} />
      <ul className="v-rows">
        {report.charges.map((charge) => (
          <li key={charge.chargeId}>
            <ChargeRow charge={charge} />
          </li>
        ))}
      </ul>
      <Stack gap="sm" p="md" style={{ borderTop: '1px solid var(--v-line)' }}>
        {report.instrument.length ? (
          <section>
            <Title order={3} mb={4}>
              {t('clemency.instrumentTests')}
            </Title>
            {report.instrument.map((test) => (
              <Group key={test.pardonId + test.test} gap="xs" mb={4} align="baseline">
                <Tag tone={test.result === 'pass' ? 'good' : test.result === 'fail' ? 'urgent' : 'open'}>
                  {word('test', test.result)}
                </Tag>
                <Text size="sm">{word('instrumentTest', test.test)}.</Text>
                <Text size="sm" c="dimmed">
                  {test.why}
                </Text>
              </Group>
            ))}
          </section>
        ) : null}
        {report.requests.map((request) => (
          <Request key={request.jurisdiction} request={request} />
        ))}
        <Sentences
          title={t('clemency.stillTriggering')}
          items={report.unpardonedConvictionsStillTriggering.map((id) => nameOf(convictions, id))}
        />
        <Sentences title={t('clemency.change')} items={report.whatWouldChangeIt} />
        <Sentences
          title={t('clemency.notes')}
          items={[
            report.travelWarning ? report.travelNote : '',
            report.naturalisationNote,
            ...report.notes,
          ].filter(Boolean)}
        />
      </Stack>
    </>
  );
}

/** The offence as recorded; its statute when nobody wrote the offence down. */
function nameOf(convictions: Named[], id: string): string {
  const found = convictions.find((conviction) => conviction.id === id);
  return [found?.offence ?? found?.statute ?? '—', found?.state].filter(Boolean).join(', ');
}

function ChargeRow({ charge }: { charge: ChargeEffect }) {
  const { t } = useTranslation();
  const word = useWords();
  const { tone, icon: Icon } = looks[charge.effect] ?? looks.needs_facts;
  const noneVerified = charge.authorities.every((authority) => !authority.verified);
  return (
    <div className="v-effect">
      <div>
        <Tag tone={tone} icon={<Icon size={14} aria-hidden />}>
          {word('effect', charge.effect)}
        </Tag>
        <Text size="sm" fw={600} mt={4} className="v-num">
          INA {charge.ina}
        </Text>
        {charge.groundName ? <Text size="xs">{charge.groundName}</Text> : null}
        {charge.ifGranted ? (
          <Text size="xs" c="dimmed">
            {t('clemency.ifGranted', { what: word('effect', charge.ifGranted).toLowerCase() })}
          </Text>
        ) : null}
        <Text size="xs" c="dimmed">
          {[charge.code, word('chargeOrigin', charge.origin), word('chargeStatus', charge.statusInOrder)]
            .filter((part) => part && part !== '—')
            .join(' · ')}
        </Text>
      </div>
      <div>
        <Text size="sm">{charge.reason}</Text>
        {charge.missingFacts.length ? (
          <div style={{ marginTop: 8 }}>
            <Text size="xs" fw={600} c="var(--v-open)">
              {t('clemency.missing')}
            </Text>
            <List size="sm" spacing={2}>
              {charge.missingFacts.map((fact) => (
                <List.Item key={fact}>{fact}</List.Item>
              ))}
            </List>
          </div>
        ) : null}
        {charge.counterArguments.length ? (
          <Text size="sm" mt={6}>
            <Text span size="xs" c="dimmed">
              {t('clemency.counter')}:{' '}
            </Text>
            {charge.counterArguments.join('; ')}
          </Text>
        ) : null}
        {charge.otherRoutes.length ? (
          <Text size="sm" mt={6}>
            <Text span size="xs" c="dimmed">
              {t('clemency.routes')}:{' '}
            </Text>
            {charge.otherRoutes.join('; ')}
          </Text>
        ) : null}
      </div>
      <div>
        <Text size="xs" c="dimmed">
          {t('clemency.authorities')}
        </Text>
        {noneVerified ? (
          <Text size="xs" c="var(--v-soon)">
            {t('clemency.unverifiedAll')}
          </Text>
        ) : null}
        {charge.authorities.map((authority) => (
          <Text size="sm" key={authority.cite} mb={2}>
            {authority.cite}
            {authority.note ? (
              <Text span size="xs" c="dimmed">
                {' '}
                {authority.note}
              </Text>
            ) : null}
            {authority.verified || noneVerified ? null : (
              <Text span size="xs" c="var(--v-soon)" display="block">
                {t('clemency.unverified')}
              </Text>
            )}
          </Text>
        ))}
      </div>
    </div>
  );
}

/** Without a grant: what to ask one authority for. */
function Request({ request }: { request: PardonRequest }) {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={3} mb={4}>
        {t('clemency.askFor', { who: request.jurisdictionName })}
      </Title>
      <Text size="sm" c="dimmed">
        {request.whoDecides}
      </Text>
      <List size="sm" spacing={2}>
        {request.counts.map((count) => (
          <List.Item key={count.convictionId}>
            <strong>{count.offence || count.statute}</strong>:{' '}
            {count.helps ? t('clemency.helps') : t('clemency.helpsNot')}. {count.why}
          </List.Item>
        ))}
        {[...request.wording, ...request.cautions].map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </section>
  );
}

function Sentences({ title, items }: { title: string; items: string[] }) {
  if (!items.length) return null;
  return (
    <section>
      <Title order={3} mb={4}>
        {title}
      </Title>
      <List size="sm" spacing={2}>
        {items.map((item) => (
          <List.Item key={item}>{item}</List.Item>
        ))}
      </List>
    </section>
  );
}
