import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import { Problem } from '../../api/problem';
import type { Document, TimelineItem } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { useProblemText } from '../../ui/states';
import { useTimeline } from '../clients/queries';
import { useLinkFact, useUnlinkFact } from './queries';

interface Props {
  document: Document;
  clientId: string;
  page: number;
  onPage: (page: number) => void;
}

const keyOf = (fact: { sourceKind: string; sourceId: string; kind: string }): string =>
  [fact.sourceKind, fact.sourceId, fact.kind].join('|');

/** The dated facts that rest on this document, and a way to say so of another one. */
export function DocumentFacts({ document, clientId, page, onPage }: Props) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const may = useMay();
  const unlink = useUnlinkFact();
  const timeline = useTimeline(clientId).data?.items ?? [];
  const sentence = (item: TimelineItem): string =>
    `${format.day(item.on) || t('cases.unknownDate')} · ${word('fact', item.kind)}`;
  const byKey = new Map(timeline.map((item) => [keyOf(item), item]));
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('documents.factsTitle')}
      </Title>
      {document.facts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('documents.factsEmpty')}
        </Text>
      ) : (
        <ul className="v-rows">
          {document.facts.map((fact) => {
            const item = byKey.get(keyOf(fact));
            return (
              <li key={fact.id} style={{ padding: '6px 0' }}>
                <Group gap="xs" justify="space-between" align="flex-start">
                  <div style={{ flex: 1, minWidth: 0 }}>
                    <Text size="sm">{item ? sentence(item) : word('fact', fact.kind)}</Text>
                    {fact.quote ? (
                      <Text size="sm" c="dimmed" fs="italic">
                        “{fact.quote}”
                      </Text>
                    ) : null}
                  </div>
                  {fact.page ? (
                    <Button size="compact-xs" variant="default" onClick={() => onPage(fact.page ?? 1)}>
                      {t('documents.page', { page: fact.page })}
                    </Button>
                  ) : null}
                  {may('document.write') ? (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      onClick={() => unlink.mutate({ path: { factSourceId: fact.id } })}
                    >
                      {t('documents.unlink')}
                    </Button>
                  ) : null}
                </Group>
              </li>
            );
          })}
        </ul>
      )}
      {may('document.write') && !document.withdrawn && timeline.length ? (
        <LinkForm
          documentId={document.id}
          page={page}
          options={timeline.map((item) => ({ value: keyOf(item), label: sentence(item) }))}
        />
      ) : null}
    </Stack>
  );
}

function LinkForm(props: { documentId: string; page: number; options: { value: string; label: string }[] }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const link = useLinkFact();
  const [fact, setFact] = useState<string | null>(null);
  const [quote, setQuote] = useState('');
  // The timeline can name one row twice, for example when a date was corrected; a list needs each value once.
  const options = [...new Map(props.options.map((one) => [one.value, one])).values()];
  const save = async (): Promise<void> => {
    const [sourceKind, sourceId, kind] = (fact ?? '').split('|');
    const body = { sourceKind, sourceId, kind, page: props.page, quote: quote.trim() || null };
    await link.mutateAsync({ path: { documentId: props.documentId }, body }).then(
      () => {
        setFact(null);
        setQuote('');
      },
      () => undefined,
    );
  };
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end">
        <Select
          label={t('documents.linkFact')}
          data={options}
          value={fact}
          searchable
          onChange={setFact}
          style={{ flex: '1 1 220px' }}
        />
        <TextInput
          label={t('documents.quote')}
          value={quote}
          maxLength={2000}
          onChange={(event) => setQuote(event.currentTarget.value)}
          style={{ flex: '1 1 180px' }}
        />
        <Button variant="default" disabled={!fact} loading={link.isPending} onClick={() => void save()}>
          {t('documents.linkPage', { page: props.page })}
        </Button>
      </Group>
      {link.error ? (
        <Text size="sm" c="var(--v-urgent)" role="alert">
          {problemText(Problem.from(link.error))}
        </Text>
      ) : null}
    </Stack>
  );
}
