import { Group, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import { useWords } from '../../i18n/words';
import { optionsOf, orAbsent } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { usePartners, useSendReferral, useSentReferrals } from './queries';
import { sendingFields } from './values';

/** Where the client was sent, with what they agreed to, and whether they were taken on. */
export function SentReferrals({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const may = useMay();
  const sent = useSentReferrals(clientId);
  return (
    <Panel
      flush
      title={t('intake.sent')}
      actions={
        may('intake.write') && may('client.contacts') ? (
          <FormButton
            label={t('intake.sendOn')}
            title={t('intake.sendTitle')}
            icon={<IconSend size={14} aria-hidden />}
          >
            {(close) => <SendForm clientId={clientId} close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Answer
        query={sent}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('intake.noSent')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((one) => (
              <li key={one.id}>
                <Group justify="space-between" gap="xs">
                  <Text size="sm" fw={600}>
                    {one.toName}
                  </Text>
                  <Tag tone={one.outcome === 'accepted' ? 'good' : 'plain'}>
                    {word('sentOutcome', one.outcome)}
                  </Tag>
                </Group>
                <Text size="xs" c="dimmed">
                  {one.fields.map((field) => word('crossingField', field)).join(', ')}
                </Text>
                <Text size="xs" c="dimmed">
                  {t('intake.consentedOn')} {format.day(one.consentedOn)}
                  {one.consentNote ? `: ${one.consentNote}` : ''} · {one.by.name}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

interface SendValues {
  toOrganisationId: string;
  fields: string[];
  story: string;
  consentedOn: string;
  consentNote: string;
}

function SendForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const partners = usePartners();
  const send = useSendReferral();
  return (
    <Answer
      query={partners}
      isEmpty={(data) => data.items.length === 0}
      empty={<Empty>{t('intake.noPartners')}</Empty>}
    >
      {(data) => (
        <RecordForm<SendValues>
          draftKey={`send:${clientId}`}
          intro={<Text size="sm">{t('intake.sendNote')}</Text>}
          initial={{ toOrganisationId: '', fields: [], story: '', consentedOn: '', consentNote: '' }}
          submitLabel={t('intake.sendOn')}
          fields={[
            {
              name: 'toOrganisationId',
              kind: 'select',
              required: true,
              label: t('intake.toOrganisation'),
              options: data.items.map((one) => ({ value: one.id, label: one.name })),
            },
            {
              name: 'fields',
              kind: 'multi',
              label: t('intake.agreedFields'),
              options: optionsOf(sendingFields, (field) => word('crossingField', field)),
            },
            {
              name: 'story',
              kind: 'textarea',
              label: t('intake.storyFor'),
              when: (values) => values.fields.includes('story'),
            },
            { name: 'consentedOn', kind: 'date', required: true, label: t('intake.consentedOn') },
            { name: 'consentNote', kind: 'textarea', label: t('intake.consentNote') },
          ]}
          send={(values, { key }) =>
            send.mutateAsync({
              path: { clientId },
              key,
              body: {
                ...values,
                story: orAbsent(values.story),
                consentNote: orAbsent(values.consentNote),
              },
            })
          }
          done={close}
          onCancel={close}
        />
      )}
    </Answer>
  );
}
