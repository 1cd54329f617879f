import { Group, Text, TextInput } from '@mantine/core';
import { IconArrowsExchange, IconBan, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn, useLanguages } from '../../api/reference';
import type { Client, Consent } from '../../api/types';
import { useWords } from '../../i18n/words';
import { isDay, orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag, type Tone } from '../../ui/Tag';
import { ConsentForm } from './ConsentForm';
import { useConsents, useRevokeConsent } from './queries';

const TONES: Record<string, Tone> = { in_force: 'good', not_yet: 'open', ended: 'plain', revoked: 'urgent' };

/** Who may be told what, as the register stands on a day. */
export function ConsentPart({ client }: { client: Client }) {
  const { t } = useTranslation();
  const [on, setOn] = useState('');
  const query = useConsents(client.id, isDay(on) ? on : undefined);
  return (
    <Panel
      flush
      title={t('person.consents')}
      note={t('person.consentsNote')}
      actions={
        <>
          <Group gap={6} wrap="nowrap">
            <Text size="xs" c="dimmed" component="label" htmlFor="consents-on">
              {t('person.onDay')}
            </Text>
            <TextInput
              id="consents-on"
              size="xs"
              type="date"
              value={on || (query.data?.on ?? '')}
              onChange={(event) => setOn(event.currentTarget.value)}
            />
          </Group>
          {query.data?.can.edit ? (
            <FormButton label={t('person.giveConsent')} icon={<IconPlus size={14} aria-hidden />} wide>
              {(close) => <ConsentForm clientId={client.id} close={close} />}
            </FormButton>
          ) : null}
        </>
      }
    >
      <Answer
        query={query}
        isEmpty={(found) => found.items.length === 0}
        empty={<Empty>{t('person.consentsEmpty')}</Empty>}
      >
        {(found) => (
          <ul className="v-rows">
            {found.items.map((one) => (
              <li key={one.id} data-quiet={one.state === 'in_force' ? undefined : ''}>
                <Group justify="space-between" gap="sm" align="flex-start">
                  <One one={one} />
                  {one.can.revoke ? <Acts clientId={client.id} one={one} /> : null}
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function One({ one }: { one: Consent }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const languages = useLanguages();
  const words = (family: 'consentScope' | 'consentChannel', codes: readonly string[]): string =>
    codes.map((code) => word(family, code)).join(', ');
  return (
    <div style={{ minWidth: 0, flex: '1 1 300px' }}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {one.recipient.name}
        </Text>
        <Tag>{word('consentRecipient', one.recipient.kind)}</Tag>
        <Tag tone={TONES[one.state]}>{word('consentState', one.state)}</Tag>
      </Group>
      <Text size="sm" mt={2}>
        <strong>{words('consentScope', one.scopes)}</strong> · {words('consentChannel', one.channels)}
      </Text>
      <Text size="xs" c="dimmed">
        {[
          one.untilOn
            ? t('person.period', { from: format.day(one.fromOn), until: format.day(one.untilOn) })
            : t('person.openPeriod', { from: format.day(one.fromOn) }),
          word('consentForm', one.givenHow),
          one.givenLanguage ? nameIn(languages, one.givenLanguage) : null,
          one.documentReference,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {one.note ? <Text size="sm">{one.note}</Text> : null}
      <Text size="xs" c="dimmed">
        {t('person.recordedBy', { name: one.recordedBy ?? '', when: format.instant(one.recordedAt) })}
      </Text>
      {one.revoked ? (
        <Text size="xs" c="dimmed">
          {[
            t('person.revokedBy', { day: format.day(one.revoked.on), name: one.revoked.by ?? '' }),
            one.revoked.replacedBy ? t('person.wasReplaced') : one.revoked.reason,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      ) : null}
    </div>
  );
}

function Acts({ clientId, one }: { clientId: string; one: Consent }) {
  const { t } = useTranslation();
  const revoke = useRevokeConsent();
  return (
    <Group gap={4}>
      <FormButton
        label={t('person.replaceConsent')}
        title={t('person.replaceConsentTitle')}
        icon={<IconArrowsExchange size={14} aria-hidden />}
        variant="subtle"
        wide
      >
        {(close) => <ConsentForm clientId={clientId} replaces={one} close={close} />}
      </FormButton>
      <FormButton
        label={t('person.revoke')}
        title={t('person.revokeTitle')}
        icon={<IconBan size={14} aria-hidden />}
        variant="subtle"
      >
        {(close) => (
          <RecordForm
            draftKey={`revoke:${one.id}`}
            version={one.version}
            danger
            submitLabel={t('person.revoke')}
            intro={<Text size="sm">{t('person.revokeLead')}</Text>}
            fields={[{ name: 'reason', kind: 'textarea', label: t('person.revokeReason') }]}
            initial={{ reason: '' }}
            send={({ reason }, { version, key }) =>
              revoke.mutateAsync({
                path: { clientId, consentId: one.id },
                version,
                key,
                body: { reason: orNull(reason) },
              })
            }
            done={close}
            onCancel={close}
          />
        )}
      </FormButton>
    </Group>
  );
}
