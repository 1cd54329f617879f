import { Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconFileCertificate, IconHourglass, IconWritingSign } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeadlineItem } from '../../api/types';
import { proofWays } from '../../api/values';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { known, optionsOf, orAbsent } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { personName, useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { useProve, useSendBack, useSignOff } from './queries';

/** Whether a critical deadline waits for proof or for the second person. */
export function SignOffTag({ deadline }: { deadline: DeadlineItem }) {
  const { t } = useTranslation();
  const { signOff, status } = deadline;
  if (!signOff || status !== 'open') return null;
  if (signOff.needs === 'sign_off')
    return (
      <Tag tone="soon" icon={<IconHourglass size={13} aria-hidden />}>
        {t('signOff.waiting')}
      </Tag>
    );
  return (
    <Tag tone={signOff.proof ? 'urgent' : 'plain'}>
      {t(signOff.proof ? 'signOff.sentBack' : 'signOff.two')}
    </Tag>
  );
}

/** The proof with who recorded it, and why it was sent back. */
export function ProofLine({ deadline }: { deadline: DeadlineItem }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const proof = deadline.signOff?.proof;
  if (!proof) return null;
  return (
    <div className="v-inset">
      <Text size="sm">
        <strong>{word('proofWay', proof.way)}</strong>, {format.longDay(proof.filedOn)}
        {proof.receipt ? ` · ${proof.receipt}` : ''}
      </Text>
      {proof.note ? <Text size="sm">{proof.note}</Text> : null}
      <Text size="xs" c="dimmed">
        {t('signOff.recordedBy', {
          name: personName(proof.recordedBy),
          when: format.instant(proof.recordedAt),
        })}
        {proof.decidedBy
          ? ` · ${word('proofState', proof.state)}: ${personName(proof.decidedBy)}, ${format.instant(proof.decidedAt)}`
          : ''}
      </Text>
      {proof.reason ? (
        <Text size="sm" c="var(--v-urgent)">
          {t('signOff.sentBackWhy', { reason: proof.reason })}
        </Text>
      ) : null}
    </div>
  );
}

/** Record the proof; sign off what somebody else recorded, or send it back. */
export function SignOffActs({ deadline, today }: { deadline: DeadlineItem; today: string }) {
  const { t } = useTranslation();
  const signOff = useSignOff();
  const { can } = deadline;
  // A list does not open the receipt: who has not seen it signs nothing off. The case shows it.
  const proof = deadline.signOff?.proof;
  const seen = Boolean(proof?.receipt || proof?.note);
  return (
    <>
      {can.signOff && seen ? (
        <ConfirmButton
          label={t('signOff.signOff')}
          confirm={t('signOff.signOff')}
          question={t('signOff.signOffAsk', { title: deadline.title })}
          icon={<IconWritingSign size={14} aria-hidden />}
          act={() =>
            signOff.mutateAsync({
              path: { deadlineId: deadline.id },
              version: deadline.version,
              key: crypto.randomUUID(),
            })
          }
        />
      ) : null}
      {can.sendBack && seen ? <SendBack deadline={deadline} /> : null}
      {can.prove ? <Prove deadline={deadline} today={today} /> : null}
    </>
  );
}

function SendBack({ deadline }: { deadline: DeadlineItem }) {
  const { t } = useTranslation();
  const sendBack = useSendBack();
  return (
    <FormButton
      label={t('signOff.sendBack')}
      icon={<IconArrowBackUp size={14} aria-hidden />}
      variant="subtle"
    >
      {(close) => (
        <RecordForm
          draftKey={`send-back:${deadline.id}`}
          intro={deadline.title}
          version={deadline.version}
          fields={[{ name: 'reason', kind: 'textarea', label: t('signOff.reason'), required: true }]}
          initial={{ reason: '' }}
          submitLabel={t('signOff.sendBack')}
          send={(body, { version, key }) =>
            sendBack.mutateAsync({ path: { deadlineId: deadline.id }, version, key, body: { ...body } })
          }
          done={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}

function Prove({ deadline, today }: { deadline: DeadlineItem; today: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const prove = useProve();
  const again = deadline.signOff?.needs === 'sign_off';
  return (
    <FormButton
      label={again ? t('signOff.proveAgain') : t('signOff.prove')}
      title={t('signOff.proveTitle')}
      icon={<IconFileCertificate size={14} aria-hidden />}
      variant={again ? 'subtle' : undefined}
    >
      {(close) => (
        <RecordForm
          draftKey={`prove:${deadline.id}`}
          version={deadline.version}
          intro={
            <Group gap={4}>
              <Text size="sm" fw={600} lang="en">
                {deadline.title}
              </Text>
              <Text size="sm">{word('criticalReason', deadline.signOff?.because)}</Text>
            </Group>
          }
          fields={[
            {
              name: 'way',
              kind: 'select',
              label: t('signOff.way'),
              required: true,
              options: optionsOf(proofWays, (way) => word('proofWay', way)),
            },
            { name: 'filedOn', kind: 'date', label: t('signOff.filedOn'), required: true },
            {
              name: 'receipt',
              kind: 'text',
              label: t('signOff.receipt'),
              hint: t('signOff.receiptHint'),
              when: ({ way }) => way !== 'not_filed',
            },
            { name: 'note', kind: 'textarea', label: t('signOff.note'), hint: t('signOff.noteHint') },
          ]}
          initial={{ way: 'electronic', filedOn: today, receipt: '', note: '' }}
          send={({ way, filedOn, receipt, note }, { version, key }) =>
            prove.mutateAsync({
              path: { deadlineId: deadline.id },
              version,
              key,
              body: {
                ...{ way, filedOn },
                ...known({
                  receipt: way === 'not_filed' ? undefined : orAbsent(receipt),
                  note: orAbsent(note),
                }),
              },
            })
          }
          done={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}
