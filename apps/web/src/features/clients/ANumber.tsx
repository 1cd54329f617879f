import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReveal } from './queries';
import { Revealed } from './Revealed';

/** The A-number, masked until someone asks for it; the asking is written down before the answer. */
export function ANumber(props: { clientId: string; masked: string | null; allowed?: boolean }) {
  const { t } = useTranslation();
  const reveal = useReveal();
  if (!props.masked) {
    return (
      <Text size="sm" c="dimmed" span>
        {t('clients.noANumber')}
      </Text>
    );
  }
  return (
    <Revealed
      masked={props.masked}
      allowed={props.allowed}
      ask={async () => (await reveal.mutateAsync({ path: { clientId: props.clientId } })).aNumber}
    />
  );
}
