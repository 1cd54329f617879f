import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconHammer } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import type { GlassBreak } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf, orAbsent } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty } from '../../ui/states';
import { Notice, Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { useBreakGlass, useGlassBreaks, useReviewGlass } from './queries';

const MINUTES = ['15', '60', '240'] as const;
const FINDINGS = ['justified', 'not_justified'] as const;

/** Breaking the glass, and for directors the review of each use. */
export function EmergencyAccessPage() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Screen title={t('glass.title')} lead={t('glass.lead')}>
      {may('access.break_glass') ? (
        <Panel title={t('glass.open')}>
          <BreakForm />
        </Panel>
      ) : null}
      {may('access.review') ? <Reviews /> : null}
    </Screen>
  );
}

function BreakForm() {
  const { t } = useTranslation();
  const word = useWords();
  const send = useBreakGlass();
  const navigate = useNavigate();
  return (
    <div style={{ maxWidth: 560 }}>
      <RecordForm
        draftKey="emergency-access"
        intro={
          <Notice tone="soon" icon={<IconAlertTriangle size={18} aria-hidden />}>
            <Text size="sm">{t('glass.warning')}</Text>
          </Notice>
        }
        fields={[
          { name: 'aNumber', kind: 'text', label: t('clients.aNumber'), hint: t('glass.aNumberHint') },
          { name: 'name', kind: 'text', label: t('glass.name'), half: true },
          { name: 'birth', kind: 'partial', label: t('clients.birth'), half: true },
          {
            name: 'reason',
            kind: 'textarea',
            label: t('walls.reason'),
            required: true,
            hint: t('glass.reasonHint'),
          },
          {
            name: 'minutes',
            kind: 'select',
            label: t('walls.howLong'),
            required: true,
            options: optionsOf(MINUTES, (minutes) => word('glassLength', minutes)),
          },
        ]}
        initial={{ aNumber: '', name: '', birth: '', reason: '', minutes: '60' as string }}
        submitLabel={t('glass.break')}
        danger
        send={async ({ aNumber, name, birth, reason, minutes }) => {
          const whom = { aNumber: orAbsent(aNumber), name: orAbsent(name), birth: orAbsent(birth) };
          const opened = await send.mutateAsync({ body: { ...whom, reason, minutes: Number(minutes) } });
          void navigate({ to: '/clients/$clientId', params: { clientId: opened.clientId }, search: {} });
        }}
        done={() => undefined}
      />
    </div>
  );
}

function Reviews() {
  const { t } = useTranslation();
  const uses = useGlassBreaks(true);
  return (
    <Answer query={uses}>
      {({ items }) => (
        <Panel flush title={t('glass.uses')} note={t('glass.usesNote')}>
          {items.length ? (
            <ul className="v-rows">
              {items.map((use) => (
                <li key={use.id}>
                  <Use use={use} />
                </li>
              ))}
            </ul>
          ) : (
            <Empty>{t('glass.none')}</Empty>
          )}
        </Panel>
      )}
    </Answer>
  );
}

function Use({ use }: { use: GlassBreak }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <Stack gap={2} style={{ minWidth: 0, flex: '1 1 260px' }}>
        <Text size="sm" fw={600}>
          {use.by.name}{' '}
          <Text span size="xs" c="dimmed">
            {word('role', use.by.role)} · {format.instant(use.at)}
          </Text>
        </Text>
        <Text size="sm">{use.reason}</Text>
        <Text size="xs" c="dimmed">
          {use.client ? (
            <ClientLink clientId={use.client.id} tab="access">
              {use.client.name}
            </ClientLink>
          ) : (
            t(use.opened ? 'glass.openedHidden' : 'glass.openedNothing')
          )}
          {use.until ? ` · ${t('walls.until', { when: format.instant(use.until) })}` : ''}
        </Text>
        {use.note ? <Text size="sm">{use.note}</Text> : null}
      </Stack>
      {use.finding ? (
        <Tag tone={use.finding === 'justified' ? 'good' : 'urgent'}>
          {word('glassFinding', use.finding)} · {use.reviewedBy?.name}
        </Tag>
      ) : (
        <FormButton label={t('glass.review')} icon={<IconHammer size={14} aria-hidden />}>
          {(close) => <ReviewForm use={use} close={close} />}
        </FormButton>
      )}
    </Group>
  );
}

function ReviewForm({ use, close }: { use: GlassBreak; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const send = useReviewGlass();
  return (
    <RecordForm
      draftKey={`glass-review:${use.id}`}
      version={use.version}
      fields={[
        {
          name: 'finding',
          kind: 'select',
          label: t('glass.finding'),
          required: true,
          options: optionsOf(FINDINGS, (finding) => word('glassFinding', finding)),
        },
        { name: 'note', kind: 'textarea', label: t('common.note') },
      ]}
      initial={{ finding: '', note: '' }}
      send={({ finding, note }, { version, key }) =>
        send.mutateAsync({
          path: { glassBreakId: use.id },
          version,
          key,
          body: { finding, note: orAbsent(note) },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
