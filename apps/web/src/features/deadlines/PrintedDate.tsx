import { Group, Text } from '@mantine/core';
import { IconFileText, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Deadline, DeadlineItem } from '../../api/types';
import { printedDocuments } from '../../api/values';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { optionsOf, orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { personName, useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { usePrintDate, useWithdrawPrinted } from './queries';

/** Says in a list that the date is one that a paper prints. */
export function PrintedTag({ deadline }: { deadline: DeadlineItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!deadline.printedOn) return null;
  return (
    <Tag tone="open" icon={<IconFileText size={13} aria-hidden />}>
      {t('deadlines.printed', { day: format.nearDay(deadline.printedOn) })}
    </Tag>
  );
}

/** Which paper prints the date, and who read it there. */
export function PrintedFacts({ printed }: { printed: NonNullable<Deadline['printed']> }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <>
      <Text size="sm" fw={600}>
        {t('deadlines.printedOn', { document: word('printedDocument', printed.document) })}:{' '}
        <span className="v-num">{format.longDay(printed.on)}</span>
      </Text>
      {printed.note ? <Text size="sm">{printed.note}</Text> : null}
      <Text size="xs" c="dimmed">
        {t('deadlines.printedBy', { name: personName(printed.by), when: format.instant(printed.at) })}
      </Text>
    </>
  );
}

/** "The order prints another date": records it, corrects it, or takes it back. */
export function PrintDate({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  if (!deadline.can.print) return null;
  return (
    <>
      <FormButton
        label={deadline.printed ? t('deadlines.printAgain') : t('deadlines.print')}
        title={t('deadlines.printTitle')}
        icon={<IconFileText size={14} aria-hidden />}
      >
        {(close) => <PrintForm deadline={deadline} close={close} />}
      </FormButton>
      <WithdrawPrinted deadline={deadline} />
    </>
  );
}

function PrintForm({ deadline, close }: { deadline: Deadline; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const print = usePrintDate();
  const { printed } = deadline;
  return (
    <RecordForm
      draftKey={`printed:${deadline.id}`}
      intro={
        <div>
          <Text size="sm" fw={600} lang="en">
            {deadline.title}
          </Text>
          <Text size="sm">{t('deadlines.printLead')}</Text>
        </div>
      }
      version={deadline.version}
      fields={[
        { name: 'on', kind: 'date', label: t('deadlines.printDay'), required: true },
        {
          name: 'document',
          kind: 'select',
          label: t('deadlines.printDocument'),
          required: true,
          options: optionsOf(printedDocuments, (document) => word('printedDocument', document)),
        },
        {
          name: 'note',
          kind: 'textarea',
          label: t('deadlines.printNote'),
          hint: t('deadlines.printNoteHint'),
        },
      ]}
      initial={{ on: printed?.on ?? '', document: printed?.document ?? '', note: printed?.note ?? '' }}
      send={({ on, document, note }, { version, key }) =>
        print.mutateAsync({
          path: { deadlineId: deadline.id },
          version,
          key,
          body: { on, document, note: orNull(note) },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

function WithdrawPrinted({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const withdraw = useWithdrawPrinted();
  const { printed } = deadline;
  if (!printed) return null;
  return (
    <Group component="span">
      <ConfirmButton
        label={t('deadlines.printWithdraw')}
        confirm={t('deadlines.printWithdraw')}
        question={t('deadlines.printWithdrawAsk', {
          document: word('printedDocument', printed.document).toLowerCase(),
          day: format.longDay(printed.on),
        })}
        icon={<IconX size={14} aria-hidden />}
        act={() =>
          withdraw.mutateAsync({
            path: { deadlineId: deadline.id },
            version: deadline.version,
            key: crypto.randomUUID(),
          })
        }
      />
    </Group>
  );
}
