import { Grid, Group, Text } from '@mantine/core';
import { IconArrowRight, IconPencil, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Application, Conviction, Grant } from '../../api/types.law';
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
          <Tag tone={grant ? 'good' : 'open'}>{word('clemencyStage', application.stage)}</Tag>
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
          {application.can.recordGrant && grant ? (
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
              [t('clemency.whoDecides'), jurisdiction.whoDecides],
              [t('clemency.convictions'), covered.join('; ')],
            ]}
          />
          <Text size="xs" c="dimmed" mt="md">
            {t('clemency.provenance')}
          </Text>
          {jurisdiction.note ? <Text size="sm">{jurisdiction.note}</Text> : null}
          <Group gap={6} mt={2}>
            {jurisdiction.verified === undefined ? null : (
              <Tag tone={jurisdiction.verified ? 'good' : 'soon'}>
                {jurisdiction.verified ? t('common.verified') : t('common.notVerified')}
              </Tag>
            )}
            <Text size="xs" c="dimmed">
              {[
                jurisdiction.asOf ? t('common.asOf', { day: format.day(jurisdiction.asOf) }) : null,
                jurisdiction.source,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Group>
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
