import { Text } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustodyFile } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf, orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { ProtocolStep } from './ProtocolStep';
import { useEndProtocol } from './protocol-queries';
import { protocolEnds } from './values';

type Run = NonNullable<CustodyFile['protocol']>;

/** The protocol hour by hour: what is late first in time, who is on it, what is done. */
export function Protocol({ run, now }: { run: Run; now: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const done = run.steps.filter(({ state }) => state !== 'open').length;
  const late = run.steps.filter((step) => step.late).length;
  return (
    <Panel
      flush
      title={t('protocol.title')}
      note={t('protocol.since', {
        when: format.instant(run.countedFrom),
        hours: run.hoursPassed,
        basis: word('protocolBasis', run.basis),
      })}
      actions={
        run.can.settle ? (
          <FormButton label={t('protocol.end')} icon={<IconFlag size={14} aria-hidden />}>
            {(close) => <EndForm run={run} close={close} />}
          </FormButton>
        ) : null
      }
    >
      <div className="v-inset">
        <Text size="sm" fw={600}>
          {run.endedAt
            ? t('protocol.ended', {
                when: format.instant(run.endedAt),
                how: word('protocolEnd', run.endedHow),
              })
            : t('protocol.progress', { done, all: run.steps.length, late })}
        </Text>
        {run.note ? <Text size="sm">{run.note}</Text> : null}
      </div>
      <ol className="v-rows">
        {[...run.steps]
          .sort((a, b) => a.toHour - b.toHour || a.fromHour - b.fromHour)
          .map((step) => (
            <li key={step.step}>
              <ProtocolStep protocolId={run.id} step={step} now={now} can={run.can.settle} />
            </li>
          ))}
      </ol>
    </Panel>
  );
}

function EndForm({ run, close }: { run: Run; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const end = useEndProtocol();
  return (
    <RecordForm
      draftKey={`protocol-end:${run.id}`}
      fields={[
        {
          name: 'how',
          kind: 'select',
          label: t('protocol.endHow'),
          required: true,
          options: optionsOf(protocolEnds, (one) => word('protocolEnd', one)),
        },
        { name: 'note', kind: 'textarea', label: t('custodyFile.note') },
      ]}
      initial={{ how: '', note: '' }}
      version={run.version}
      send={({ how, note }, { version, key }) =>
        end.mutateAsync({ path: { protocolId: run.id }, version, key, body: { how, note: orNull(note) } })
      }
      done={close}
      onCancel={close}
    />
  );
}
