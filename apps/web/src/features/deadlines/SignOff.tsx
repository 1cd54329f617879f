import { Text } from '@mantine/core';
import { IconArrowBackUp, IconHourglass, IconWritingSign } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeadlineItem } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { personName, useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { ProofDocument } from './ProofDocument';
import { Prove } from './Prove';
import { useSendBack, useSignOff } from './queries';

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
      <ProofDocument clientId={deadline.clientId} document={proof.document} />
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
