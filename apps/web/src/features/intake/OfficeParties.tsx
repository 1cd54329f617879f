import { Group, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { optionsOf, orAbsent } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { useAddOfficeParty, useOfficeParties, useRemoveOfficeParty } from './queries';
import { officePartyKinds } from './values';

/** People the office knows who belong to no client: former clients of old files, officials. */
export function OfficeParties() {
  const { t } = useTranslation();
  const word = useWords();
  const may = useMay();
  const list = useOfficeParties();
  const remove = useRemoveOfficeParty();
  const changes = may('conflict.check');
  return (
    <Panel
      flush
      title={t('intake.officeParties')}
      note={t('intake.officePartiesNote')}
      actions={
        changes ? (
          <FormButton
            label={t('common.add')}
            title={t('intake.addParty')}
            icon={<IconPlus size={14} aria-hidden />}
          >
            {(close) => <OfficePartyForm close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Answer
        query={list}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('intake.noOfficeParties')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((party) => (
              <li key={party.id}>
                <Group justify="space-between" gap="xs" wrap="nowrap">
                  <div style={{ minWidth: 0 }}>
                    <Text size="sm" fw={600}>
                      {party.name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {[word('conflictRole', party.kind), party.note].filter(Boolean).join(' · ')}
                    </Text>
                  </div>
                  {changes ? (
                    <ConfirmButton
                      label={t('common.remove')}
                      question={t('intake.removePartyAsk')}
                      confirm={t('common.remove')}
                      icon={<IconTrash size={14} aria-hidden />}
                      variant="subtle"
                      act={() => remove.mutateAsync({ path: { partyId: party.id } })}
                    />
                  ) : null}
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

interface Values {
  name: string;
  kind: string;
  note: string;
}

function OfficePartyForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const add = useAddOfficeParty();
  return (
    <RecordForm<Values>
      draftKey="office-party"
      initial={{ name: '', kind: '', note: '' }}
      fields={[
        { name: 'name', kind: 'text', required: true, label: t('intake.partyName') },
        {
          name: 'kind',
          kind: 'select',
          required: true,
          label: t('intake.officePartyKind'),
          options: optionsOf(officePartyKinds, (kind) => word('conflictRole', kind)),
        },
        { name: 'note', kind: 'textarea', label: t('intake.note') },
      ]}
      send={(values, { key }) => add.mutateAsync({ key, body: { ...values, note: orAbsent(values.note) } })}
      done={close}
      onCancel={close}
    />
  );
}
