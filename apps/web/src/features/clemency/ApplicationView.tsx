import { Grid, Group, Text } from '@mantine/core';
import { IconArrowRight, IconPencil, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Application, Conviction, Grant } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { personName, useFormat } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { Notice, Tag } from '../../ui/Tag';
import { ClemencyStageForm, GrantForm } from './ClemencyForms';

/** One application: who decides, where it stands, what was granted. */
export function ApplicationView({
  application,
  convictions,
}: {
  application: Application;
  convictions: Conviction[];
}) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const { jurisdiction, grant } = application;
  const covered = convictions.filter((c) => application.convictionIds.includes(c.id)).map((c) => c.offence);
  return (
    <Panel
      title={
        <Group gap="xs" component="span">
          {jurisdiction.name}{' '}
          <Tag tone={grant?.instrumentKind === 'full_and_unconditional' ? 'good' : 'open'}>
            {word('clemencyStage', application.stage)}
          </Tag>
        </Group>
      }
      actions={
        <>
          {application.can.changeStage && application.nextStages.length ? (
            <FormButton label={t('clemency.moveStage')} icon={<IconArrowRight size={14} aria-hidden />}>
              {(close) => <ClemencyStageForm application={application} close={close} />}
            </FormButton>
          ) : null}
          {application.can.recordGrant && !grant ? (
            <FormButton label={t('clemency.recordGrant')} icon={<IconScale size={14} aria-hidden />} wide>
              {(close) => <GrantForm application={application} convictions={convictions} close={close} />}
            </FormButton>
          ) : null}
          {grant?.can.edit ? (
            <FormButton label={t('clemency.editGrant')} icon={<IconPencil size={14} aria-hidden />} wide>
              {(close) => <GrantForm application={application} convictions={convictions} close={close} />}
            </FormButton>
          ) : null}
        </>
      }
    >
      {grant ? <GrantView grant={grant} /> : null}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Facts
            absent={t('common.notRecorded')}
            items={[
              [t('clemency.convictions'), covered.join('; ')],
              [t('clemency.onBehalf'), application.onBehalf ? t('common.yes') : t('common.no')],
            ]}
          />
          <Authority jurisdiction={jurisdiction} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Text size="xs" c="dimmed" mb={6}>
            {t('clemency.stageHistory')}
          </Text>
          <ol className="v-timeline">
            {[...application.stages].reverse().map((step) => (
              <li key={step.stage + step.on}>
                <Text size="sm" fw={600}>
                  {word('clemencyStage', step.stage)}{' '}
                  <Text span size="xs" c="dimmed" fw={400} className="v-num">
                    {format.day(step.on)} {personName(step.by)}
                  </Text>
                </Text>
                {step.note ? <Text size="sm">{step.note}</Text> : null}
              </li>
            ))}
          </ol>
        </Grid.Col>
      </Grid>
    </Panel>
  );
}

/** The pardoning authority in stated facts, each marked by what it rests on. */
function Authority({ jurisdiction }: { jurisdiction: Application['jurisdiction'] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const stated = (['whoDecides', 'fit', 'cadence', 'immigrationExpedite', 'watchFor'] as const).filter(
    (name) => jurisdiction[name].text,
  );
  return (
    <>
      {stated.map((name) => (
        <div key={name} style={{ marginTop: 10 }}>
          <Text size="xs" c="dimmed">
            {t(`clemency.${name}`)}
            {jurisdiction[name].provenance === 'sourced' ? '' : ` · ${t('clemency.generalKnowledge')}`}
          </Text>
          <Text size="sm">
            {name === 'fit' ? word('fit', jurisdiction.fit.text) : jurisdiction[name].text}
          </Text>
        </div>
      ))}
      <Group gap={6} mt="xs">
        <Tag tone={jurisdiction.lastVerified ? 'good' : 'soon'}>
          {jurisdiction.lastVerified ? t('common.verified') : t('common.notVerified')}
        </Tag>
        {jurisdiction.lastVerified ? (
          <Text size="xs" c="dimmed">
            {t('common.asOf', { day: format.day(jurisdiction.lastVerified) })}
          </Text>
        ) : null}
      </Group>
      {jurisdiction.sources.length ? (
        <details>
          <Text component="summary" size="xs" c="dimmed" style={{ cursor: 'pointer', minHeight: 24 }}>
            {t('clemency.provenance')} ({jurisdiction.sources.length})
          </Text>
          {jurisdiction.sources.map((source) => (
            <Text key={source.key} size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {source.address}
            </Text>
          ))}
        </details>
      ) : null}
    </>
  );
}

function GrantView({ grant }: { grant: Grant }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <div style={{ marginBottom: 16 }}>
      <Notice
        tone={grant.instrumentKind === 'full_and_unconditional' ? 'good' : 'soon'}
        icon={<IconScale size={18} aria-hidden />}
      >
        <Text fw={600}>
          {word('instrumentKind', grant.instrumentKind)}, {word('grantor', grant.grantor)}
        </Text>
        {grant.wording ? (
          <Text size="sm" fs="italic" mb="xs">
            “{grant.wording}”
          </Text>
        ) : null}
        <Facts
          absent={t('common.notRecorded')}
          items={[
            [t('clemency.signedOn'), format.longDay(grant.signedOn)],
            [t('clemency.effectiveOn'), format.longDay(grant.effectiveOn)],
            [t('clemency.receivedOn'), format.longDay(grant.receivedOn)],
            [t('clemency.announcedOn'), format.longDay(grant.announcedOn)],
          ]}
        />
      </Notice>
    </div>
  );
}
