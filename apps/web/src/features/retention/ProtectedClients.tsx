import { Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DemandView } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { Tag } from '../../ui/Tag';
import { ReleaseClientForm } from './DemandForms';

/** Clients in the scope whom federal law keeps confidential, and what was decided about releasing them. */
export function ProtectedClients({ demand }: { demand: DemandView }) {
  const { t } = useTranslation();
  const word = useWords();
  return (
    <section>
      <Title order={3} size="h4">
        {t('demands.protected')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('demands.protectedNote')}
      </Text>
      <ul className="v-rows">
        {demand.protected.map((client) => (
          <li key={client.clientId}>
            <Group gap="xs">
              <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                {client.clientName}
              </Text>
              <Tag tone={client.released ? 'urgent' : 'plain'}>
                {client.released ? t('demands.released') : t('demands.stays')}
              </Tag>
            </Group>
            <Text size="sm">{client.because.map((fact) => word('protectingFact', fact)).join(' · ')}</Text>
            {client.reason ? (
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {client.reason}
              </Text>
            ) : null}
            {demand.can.edit ? (
              <FormButton
                label={client.released ? t('demands.holdClientBack') : t('demands.releaseClient')}
                variant="subtle"
              >
                {(close) => <ReleaseClientForm demand={demand} client={client} close={close} />}
              </FormButton>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
