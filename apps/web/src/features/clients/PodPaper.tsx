import { Button, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { Client, TrustedContact } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Screen } from '../../ui/Screen';
import { Answer, Loading } from '../../ui/states';
import { ClientLink } from './ClientLink';
import { Phones, useMayKnow } from './PodPart';
import { PodPicture } from './PodPicture';
import { useClient, useTrustedContacts } from './queries';
import './client.css';

/** Who to call, on one sheet of A4 or Letter. */
export function PodPaper() {
  const { t } = useTranslation();
  const { clientId } = useParams({ from: '/shell/clients/$clientId/pod' });
  const client = useClient(clientId);
  const pod = useTrustedContacts(clientId);
  return (
    <Screen
      title={t('person.podPaper')}
      lead={t('person.podPaperLead')}
      actions={
        <Button
          size="xs"
          variant="default"
          className="v-no-print"
          leftSection={<IconPrinter size={14} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('common.print')}
        </Button>
      }
    >
      <Answer query={client} loading={<Loading lines={10} />}>
        {(found) => (
          <Answer query={pod} loading={<Loading lines={10} />}>
            {({ items }) => <Paper client={found} items={items} />}
          </Answer>
        )}
      </Answer>
    </Screen>
  );
}

function Paper({ client, items }: { client: Client; items: TrustedContact[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const me = useMe();
  const mayKnow = useMayKnow();
  return (
    <article className="v-panel v-sheet" data-many={items.length > 6 ? '' : undefined}>
      <Text size="sm" className="v-only-print">
        <strong>{t('person.podPaper')}.</strong> {t('person.podPaperLead')}
      </Text>
      <Title order={2} size="h3">
        {[client.name.full, ...client.nativeNames].join(' · ')}
      </Title>
      <div className="v-sheet-pod">
        <PodPicture name={client.name.full} items={items} />
        <ol className="v-plain">
          {items.map((one) => (
            <li key={one.id}>
              <Text size="sm" fw={600}>
                {one.callOrder}. {one.name}
                <Text span size="xs" fw={400}>
                  {' '}
                  {[word('trustedRole', one.role), one.relationship].filter(Boolean).join(' · ')}
                </Text>
              </Text>
              <Phones one={one} />
              <Text size="xs">
                {t('person.mayKnow')}: {mayKnow(one)}
              </Text>
            </li>
          ))}
        </ol>
      </div>
      <div className="v-no-print" style={{ marginTop: 12 }}>
        <ClientLink clientId={client.id} tab="client">
          {t('person.backToCase')}
        </ClientLink>
      </div>
      <Text className="v-paper-foot" component="footer">
        {t('person.printedFooter', { when: format.instant(new Date().toISOString()), name: me.user.name })}
      </Text>
    </article>
  );
}
