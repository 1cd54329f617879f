import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DemandView } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { DownloadButton } from '../../ui/DownloadButton';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { DecisionForm, ReleaseForm, ScopeForm } from './DemandForms';
import { ProtectedClients } from './ProtectedClients';
import { useApproveDemand, useDemand } from './queries';

/** One demand: what it covers, what is held back, who decided, and what left. */
export function DemandSheet({ demandId }: { demandId: string }) {
  const demand = useDemand(demandId);
  return <Answer query={demand}>{(data) => <Whole demand={data} />}</Answer>;
}

function Whole({ demand }: { demand: DemandView }) {
  const { t } = useTranslation();
  const word = useWords();
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {word('demandKind', demand.kind)}: {demand.receivedFrom}
        </Title>
        <Tag tone={demand.status === 'closed' ? 'plain' : 'soon'}>{word('demandStatus', demand.status)}</Tag>
        <Text size="sm" mt="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {demand.asked}
        </Text>
      </div>
      <Scope demand={demand} />
      {demand.protected.length > 0 ? <ProtectedClients demand={demand} /> : null}
      {demand.privileged.length > 0 ? <Privileged demand={demand} /> : null}
      {demand.heldDocuments.length > 0 ? <HeldDocuments demand={demand} /> : null}
      <Decisions demand={demand} />
      <Left demand={demand} />
      <Text size="xs" c="dimmed">
        {t('demands.note')}
      </Text>
    </Stack>
  );
}

function Scope({ demand }: { demand: DemandView }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const day = (on: string | null): string => (on ? format.day(on) : '…');
  return (
    <section>
      <Group justify="space-between">
        <Title order={3} size="h4">
          {t('demands.scope')}
        </Title>
        {demand.can.edit ? (
          <FormButton label={t('demands.setScope')}>
            {(close) => <ScopeForm demand={demand} close={close} />}
          </FormButton>
        ) : null}
      </Group>
      <Text size="xs" c="dimmed">
        {t('demands.scopeNote')}
      </Text>
      {demand.clients.length === 0 ? <Empty>{t('demands.noScope')}</Empty> : null}
      <ul className="v-rows">
        {demand.clients.map((client) => (
          <li key={client.clientId}>{client.name}</li>
        ))}
      </ul>
      <Text size="sm">
        {demand.records.map((record) => word('demandRecord', record)).join(' · ')}
        {demand.records.length > 0 ? ': ' : ''}
        {demand.from || demand.to
          ? t('demands.period', { from: day(demand.from), to: day(demand.to) })
          : t('demands.always')}
      </Text>
    </section>
  );
}

function Privileged({ demand }: { demand: DemandView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section>
      <Title order={3} size="h4">
        {t('demands.privileged')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('demands.privilegedNote')}
      </Text>
      <ul className="v-rows">
        {demand.privileged.map((note) => (
          <li key={note.noteId}>
            <Group gap="xs">
              <Text size="sm" fw={600}>
                {note.clientName}, {format.day(note.on)}
              </Text>
              {note.released ? <Tag tone="urgent">{t('demands.released')}</Tag> : null}
            </Group>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {note.text}
            </Text>
            {note.reason ? (
              <Text size="xs" c="dimmed">
                {note.reason}
              </Text>
            ) : null}
            {demand.can.edit ? (
              <FormButton
                label={note.released ? t('demands.holdBack') : t('demands.release')}
                variant="subtle"
              >
                {(close) => <ReleaseForm demand={demand} held={note} close={close} />}
              </FormButton>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function HeldDocuments({ demand }: { demand: DemandView }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <section>
      <Title order={3} size="h4">
        {t('demands.heldDocuments')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('demands.heldDocumentsNote')}
      </Text>
      <ul className="v-rows">
        {demand.heldDocuments.map((document) => (
          <li key={document.documentId}>
            <Group gap="xs">
              <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                {document.title}
              </Text>
              <Tag>{word('heldBack', document.because)}</Tag>
              {document.released ? <Tag tone="urgent">{t('demands.released')}</Tag> : null}
            </Group>
            <Text size="xs" c="dimmed">
              {[document.clientName, format.day(document.on), document.reason].filter(Boolean).join(' · ')}
            </Text>
            {demand.can.edit ? (
              <FormButton
                label={document.released ? t('demands.holdBack') : t('demands.releaseDocument')}
                variant="subtle"
              >
                {(close) => <ReleaseForm demand={demand} held={document} close={close} />}
              </FormButton>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decisions({ demand }: { demand: DemandView }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const approve = useApproveDemand();
  return (
    <section>
      <Group justify="space-between">
        <Title order={3} size="h4">
          {t('demands.decisions')}
        </Title>
        {demand.can.edit ? (
          <FormButton label={t('demands.decide')}>
            {(close) => <DecisionForm demand={demand} close={close} />}
          </FormButton>
        ) : null}
      </Group>
      {demand.decisions.length === 0 ? <Empty>{t('demands.noDecision')}</Empty> : null}
      <ul className="v-rows">
        {demand.decisions.map((item) => (
          <li key={item.id}>
            <Text size="sm" fw={600}>
              {word('demandDecision', item.decision)}
            </Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {item.reasons}
            </Text>
            <Text size="xs" c="dimmed">
              {t('demands.decidedBy', { name: item.decidedBy.name, when: format.instant(item.decidedAt) })}
              {item.approvedBy && item.approvedAt
                ? `. ${t('demands.approvedBy', { name: item.approvedBy.name, when: format.instant(item.approvedAt) })}`
                : ''}
            </Text>
          </li>
        ))}
      </ul>
      {demand.can.approve ? (
        <ConfirmButton
          label={t('demands.approve')}
          confirm={t('demands.approve')}
          question={t('demands.approveAsk')}
          danger
          act={() =>
            approve.mutateAsync({
              path: { demandId: demand.id },
              version: demand.version,
              key: crypto.randomUUID(),
            })
          }
        />
      ) : null}
    </section>
  );
}

function Left({ demand }: { demand: DemandView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section>
      <Group justify="space-between">
        <Title order={3} size="h4">
          {t('demands.left')}
        </Title>
        {demand.can.export ? (
          <DownloadButton
            label={t('demands.export')}
            path={`/demands/${demand.id}/export`}
            fileName="demand.zip"
            method="POST"
          />
        ) : null}
      </Group>
      {demand.can.export ? <Text size="sm">{t('demands.leaveWhole')}</Text> : null}
      {demand.exports.length === 0 ? <Empty>{t('demands.nothingLeft')}</Empty> : null}
      <ul className="v-rows">
        {demand.exports.map((item) => (
          <li key={item.id}>
            <Text size="sm">
              {t('demands.leftBy', {
                name: item.exportedBy.name,
                when: format.instant(item.exportedAt),
                count: item.items.length,
              })}
            </Text>
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {t('demands.manifest', { hash: item.manifestHash })}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
