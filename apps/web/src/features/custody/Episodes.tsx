import { Group, Text } from '@mantine/core';
import { IconFlag, IconMapPin, IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustodyFile, Episode } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { EditEpisodeForm, EndEpisodeForm, NewEpisodeForm } from './EpisodeForms';
import { placeText } from './place-text';
import { StayForm } from './StayForm';

/** Every detention with its places. */
export function Episodes({ clientId, file }: { clientId: string; file: CustodyFile }) {
  const { t } = useTranslation();
  return (
    <Panel
      flush
      title={t('custodyFile.episodes')}
      note={t('custodyFile.episodesNote')}
      actions={
        file.can.record ? (
          <FormButton label={t('custodyFile.addEpisode')} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => <NewEpisodeForm clientId={clientId} timeZone={file.timeZone} close={close} />}
          </FormButton>
        ) : null
      }
    >
      {file.episodes.length ? (
        <ol className="v-rows">
          {file.episodes.map((episode) => (
            <li key={episode.id}>
              <One episode={episode} />
            </li>
          ))}
        </ol>
      ) : (
        <Empty>{t('custodyFile.episodesEmpty')}</Empty>
      )}
    </Panel>
  );
}

function One({ episode }: { episode: Episode }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const open = episode.endedHow === null;
  const day = (text: string | null): string => format.day(text) || t('custodyFile.dayUnknown');
  return (
    <>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Group gap="xs">
          <Text size="sm" fw={600} className="v-num">
            {t('custodyFile.span', {
              from: episode.beganAt ? format.instant(episode.beganAt) : day(episode.beganOn),
              to: open ? t('custodyFile.goesOn') : day(episode.endedOn),
            })}
          </Text>
          <Tag tone={open ? 'urgent' : 'plain'}>
            {open ? word('custody', 'detained') : word('episodeEnd', episode.endedHow)}
          </Tag>
        </Group>
        {episode.can.edit ? <Actions episode={episode} open={open} /> : null}
      </Group>
      <Text size="sm" c="dimmed">
        {t('custodyFile.arrestLine', {
          by: word('arrestedBy', episode.arrestedBy),
          where: [word('arrestedWhere', episode.arrestedWhere), episode.arrestPlace]
            .filter(Boolean)
            .join(', '),
        })}
      </Text>
      {episode.note ? <Text size="sm">{episode.note}</Text> : null}
      <Stays episode={episode} />
    </>
  );
}

function Actions({ episode, open }: { episode: Episode; open: boolean }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      {open ? (
        <>
          <FormButton label={t('custodyFile.addStay')} icon={<IconMapPin size={14} aria-hidden />}>
            {(close) => <StayForm episodeId={episode.id} close={close} />}
          </FormButton>
          <FormButton label={t('custodyFile.endEpisode')} icon={<IconFlag size={14} aria-hidden />}>
            {(close) => <EndEpisodeForm episode={episode} close={close} />}
          </FormButton>
        </>
      ) : null}
      <FormButton
        label={t('custodyFile.editEpisode')}
        variant="subtle"
        icon={<IconPencil size={14} aria-hidden />}
      >
        {(close) => <EditEpisodeForm episode={episode} close={close} />}
      </FormButton>
    </Group>
  );
}

function Stays({ episode }: { episode: Episode }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  if (episode.stays.length === 0) return null;
  return (
    <ul className="v-timeline" style={{ marginTop: 8 }}>
      {episode.stays.map((stay) => (
        <li key={stay.id}>
          <Group gap="xs">
            <Text size="xs" c="dimmed" className="v-num">
              {format.instant(stay.seenAt)}
            </Text>
            {stay.isMove ? <Tag tone="soon">{t('custodyFile.transfer')}</Tag> : null}
          </Group>
          <Text size="sm" fw={600}>
            {placeText(stay.place) || t('custodyFile.placeHidden')}
          </Text>
          <Text size="xs" c="dimmed">
            {[
              word('staySource', stay.source),
              stay.place?.fieldOffice,
              stay.note,
              t('custodyFile.by', { name: stay.by.name }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </li>
      ))}
    </ul>
  );
}
