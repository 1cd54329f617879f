import { Group, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import { useWords } from '../../i18n/words';
import { orAbsent } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { CrossingForm, nothingCrosses, type CrossingValues } from './CrossingForm';
import { useSendReferral, useSentReferrals } from './queries';
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

interface SendValues extends CrossingValues {
  story: string;
  consentNote: string;
}

function SendForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const send = useSendReferral();
  return (
    <CrossingForm<SendValues>
      draftKey={`send:${clientId}`}
      note={t('intake.sendNote')}
      initial={{ ...nothingCrosses, story: '', consentNote: '' }}
      submitLabel={t('intake.sendOn')}
      crossing={sendingFields}
      crossingLabel={t('intake.agreedFields')}
      agreedOnLabel={t('intake.consentedOn')}
      about={[
        {
          name: 'story',
          kind: 'textarea',
          label: t('intake.storyFor'),
          when: (values) => values.fields.includes('story'),
        },
      ]}
      then={[{ name: 'consentNote', kind: 'textarea', label: t('intake.consentNote') }]}
      send={(values, { key }) =>
        send.mutateAsync({
          path: { clientId },
          key,
          body: { ...values, story: orAbsent(values.story), consentNote: orAbsent(values.consentNote) },
        })
      }
      close={close}
    />
  );
}
