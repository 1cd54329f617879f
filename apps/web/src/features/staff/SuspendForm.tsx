import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../api/client';
import type { StaffMember } from '../../api/types';
import { orAbsent } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { Answer } from '../../ui/states';
import { mayAnswer, mayHaveTasks, useColleagues, useHeld, useSuspend } from './queries';

interface Props {
  person: StaffMember;
  close: () => void;
}

/** Closes an account, once it is said who takes over what its person answers for. */
export function SuspendForm({ person, close }: Props) {
  const held = useHeld(person.id);
  return <Answer query={held}>{(found) => <Suspend person={person} close={close} held={found} />}</Answer>;
}

function Suspend({ person, close, held }: Props & { held: AnswerOf<'/staff/{id}/held'> }) {
  const { t } = useTranslation();
  const send = useSuspend();
  const successors = useColleagues(held.cases ? mayAnswer : mayHaveTasks);
  const holds = held.cases + held.tasks > 0;
  return (
    <RecordForm
      draftKey={`suspend:${person.id}`}
      version={person.version}
      danger
      intro={
        <>
          <Text size="sm">{t('staff.suspendAsk', { name: person.name })}</Text>
          <Text size="sm" fw={600}>
            {holds
              ? t('closing.handover', { cases: held.cases, tasks: held.tasks })
              : t('closing.handoverNothing')}
          </Text>
        </>
      }
      fields={[
        {
          name: 'successorId',
          kind: 'select',
          label: t('closing.successor'),
          hint: t('closing.successorHint'),
          required: true,
          options: successors.filter(({ value }) => value !== person.id),
          when: ({ leave }) => holds && !leave,
        },
        { name: 'leave', kind: 'switch', label: t('closing.leave'), when: () => holds },
      ]}
      initial={{ successorId: '', leave: false }}
      submitLabel={t('staff.suspend')}
      saved={t('closing.suspended')}
      send={({ successorId, leave }, { version, key }) =>
        send.mutateAsync({
          path: { id: person.id },
          version,
          key,
          body: leave ? { leaveForDirectors: true } : { successorId: orAbsent(successorId) },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
