import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DiligenceEntry, Standing } from '../../api/types';
import { diligenceKinds } from '../../api/values';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { known, optionsOf, orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { personName, useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Notice, Tag } from '../../ui/Tag';
import { Because, Cautions } from './Because';
import { useDiligence, useRecordDiligence, useWithdrawDiligence } from './queries';
import { recordLines } from './record';

type Report = NonNullable<Standing['diligence']>;

/** What stood in the way and every step since, with the stretches in which nothing dated happened. */
export function DiligencePanel({ clientId, report }: { clientId: string; report: Report | null }) {
  const { t } = useTranslation();
  const record = useDiligence(clientId);
  const gaps = report?.gaps ?? [];
  return (
    <Panel
      flush
      title={t('standing.diligence')}
      note={t('standing.diligenceNote')}
      actions={
        record.data?.can.record ? (
          <FormButton label={t('standing.addStep')} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => <StepForm clientId={clientId} close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Answer
        query={record}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('standing.diligenceEmpty')}</Empty>}
      >
        {(data) => (
          <>
            <ol className="v-rows">
              {recordLines(data.items, gaps).map((line) =>
                line.kind === 'gap' ? (
                  <li key={`gap-${line.gap.from}-${line.gap.to}`}>
                    <Gap gap={line.gap} />
                  </li>
                ) : (
                  <li key={line.entry.id}>
                    <One entry={line.entry} />
                  </li>
                ),
              )}
            </ol>
            {report ? <Assessment report={report} /> : null}
          </>
        )}
      </Answer>
    </Panel>
  );
}

function Gap({ gap }: { gap: Report['gaps'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Notice tone="soon" icon={<IconAlertTriangle size={18} aria-hidden />}>
      <Text size="sm">
        <strong>{t('standing.gap', { count: gap.days })}.</strong>{' '}
        {t('standing.gapSpan', { from: format.day(gap.from), to: format.day(gap.to) })}
      </Text>
    </Notice>
  );
}

function One({ entry }: { entry: DiligenceEntry }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const withdraw = useWithdrawDiligence();
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 220px', minWidth: 0 }} data-withdrawn={entry.withdrawn ? '' : undefined}>
        <Group gap="xs">
          <Text size="sm" fw={600} className="v-num" td={entry.withdrawn ? 'line-through' : undefined}>
            {format.longDay(entry.on) || t('cases.unknownDate')}
          </Text>
          <Tag>{word('diligenceKind', entry.kind)}</Tag>
          {entry.withdrawn ? (
            <Tag>{t('standing.withdrawn', { name: personName(entry.withdrawn.by) })}</Tag>
          ) : entry.on && entry.on.length === 10 ? null : (
            <Tag tone="soon">{t('standing.undatedEntry')}</Tag>
          )}
        </Group>
        {entry.note ? (
          <Text size="sm" mt={2}>
            {entry.note}
          </Text>
        ) : null}
      </div>
      {entry.can.withdraw && !entry.withdrawn ? (
        <ConfirmButton
          label={t('standing.withdraw')}
          confirm={t('standing.withdraw')}
          question={t('standing.withdrawAsk')}
          icon={<IconX size={14} aria-hidden />}
          variant="subtle"
          act={() =>
            withdraw.mutateAsync({
              path: { stepId: entry.id },
              version: entry.version,
              key: crypto.randomUUID(),
            })
          }
        />
      ) : null}
    </Group>
  );
}

function Assessment({ report }: { report: Report }) {
  const { t } = useTranslation();
  const word = useWords();
  // A gap is shown where it is; repeating its warning would bury the others.
  const gaps = new Set(report.gaps.map(({ warning }) => warning));
  const warnings = report.warnings.filter(
    (warning) => !gaps.has(warning) && !warning.startsWith('Lozada step open'),
  );
  return (
    <div className="v-inset">
      {report.lozada.length ? (
        <>
          <h3>{t('standing.lozada')}</h3>
          <ul className="v-stays">
            {report.lozada.map((step) => (
              <li key={step.id}>
                <Group gap="xs" wrap="nowrap" align="flex-start">
                  <Tag tone={step.standing === 'done' ? 'good' : 'soon'}>
                    {word('lozadaStanding', step.standing)}
                  </Tag>
                  <Text size="sm" span lang="en">
                    {step.title}
                  </Text>
                </Group>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Cautions items={warnings} />
      <Because why={report.authority} trace={report.trace} />
    </div>
  );
}

function StepForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const record = useRecordDiligence();
  return (
    <RecordForm
      draftKey={`diligence:${clientId}`}
      fields={[
        {
          name: 'kind',
          kind: 'select',
          label: t('standing.stepKind'),
          required: true,
          options: optionsOf(diligenceKinds, (kind) => word('diligenceKind', kind)),
        },
        { name: 'on', kind: 'partial', label: t('standing.stepOn'), hint: t('form.partialHint') },
        { name: 'note', kind: 'textarea', label: t('standing.stepNote') },
      ]}
      initial={{ kind: 'step', on: '', note: '' }}
      send={({ kind, on, note }, { key }) =>
        record.mutateAsync({
          path: { clientId },
          key,
          body: { kind, ...known({ on: orNull(on), note: orNull(note) }) },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
