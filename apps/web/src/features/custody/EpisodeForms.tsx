import { useTranslation } from 'react-i18next';
import type { Episode } from '../../api/types';
import { known, orNull } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { todayIn } from '../../ui/format';
import { useArrestFields, useEndFields, type ArrestValues, type EndValues } from './episode-fields';
import { usePlaceFields, type PlaceValues } from './place-fields';
import { useAddEpisode, useEditEpisode } from './queries';

/** A detention, one that goes on or one of the past. */
export function NewEpisodeForm(props: { clientId: string; timeZone: string; close: () => void }) {
  const { t } = useTranslation();
  const add = useAddEpisode();
  type All = ArrestValues & EndValues & PlaceValues;
  const fields = [...useArrestFields<All>(), ...usePlaceFields<All>(), ...useEndFields<All>(false)];
  return (
    <RecordForm<All>
      draftKey={`episode:${props.clientId}`}
      fields={[...fields, { name: 'note', kind: 'textarea', label: t('custodyFile.note') }]}
      initial={{
        ...{ beganOn: todayIn(props.timeZone), beganTime: '', arrestedBy: 'ice', arrestedWhere: '' },
        ...{ arrestPlace: '', facilityCode: '', place: '', endedOn: '', endedHow: '', note: '' },
      }}
      send={({ arrestedBy, arrestedWhere, ...more }, { key }) =>
        add.mutateAsync({
          path: { clientId: props.clientId },
          key,
          body: {
            arrestedBy,
            arrestedWhere,
            ...known({
              beganOn: orNull(more.beganOn),
              beganTime: orNull(more.beganTime),
              arrestPlace: orNull(more.arrestPlace),
              facilityCode: orNull(more.facilityCode),
              place: orNull(more.place),
              endedOn: orNull(more.endedOn),
              endedHow: orNull(more.endedHow),
              note: orNull(more.note),
            }),
          },
        })
      }
      done={props.close}
      onCancel={props.close}
    />
  );
}

/** The end of a detention that goes on. */
export function EndEpisodeForm({ episode, close }: { episode: Episode; close: () => void }) {
  const edit = useEditEpisode();
  return (
    <RecordForm<EndValues>
      draftKey={`episode-end:${episode.id}`}
      fields={useEndFields<EndValues>(true)}
      initial={{ endedOn: '', endedHow: '' }}
      version={episode.version}
      send={({ endedOn, endedHow }, { version, key }) =>
        edit.mutateAsync({ path: { episodeId: episode.id }, version, key, body: { endedOn, endedHow } })
      }
      done={close}
      onCancel={close}
    />
  );
}

/** What is known of the arrest, and of the end once it is recorded. */
export function EditEpisodeForm({ episode, close }: { episode: Episode; close: () => void }) {
  const { t } = useTranslation();
  const edit = useEditEpisode();
  type All = ArrestValues & EndValues;
  const [arrest, end] = [useArrestFields<All>(), useEndFields<All>(false)];
  const ended = episode.endedHow !== null;
  return (
    <RecordForm<All>
      draftKey={`episode-edit:${episode.id}`}
      fields={[
        ...arrest,
        ...(ended ? end : []),
        { name: 'note', kind: 'textarea', label: t('custodyFile.note') },
      ]}
      initial={{
        beganOn: episode.beganOn ?? '',
        beganTime: '',
        arrestedBy: episode.arrestedBy,
        arrestedWhere: episode.arrestedWhere,
        arrestPlace: episode.arrestPlace ?? '',
        endedOn: episode.endedOn ?? '',
        endedHow: episode.endedHow ?? '',
        note: episode.note ?? '',
      }}
      version={episode.version}
      send={(values, { version, key }) =>
        edit.mutateAsync({ path: { episodeId: episode.id }, version, key, body: changesOf(values, episode) })
      }
      done={close}
      onCancel={close}
    />
  );
}

/** The hour stays as it is unless another one, or another day, was entered. */
function changesOf(values: ArrestValues & EndValues, episode: Episode) {
  const another = values.beganOn !== (episode.beganOn ?? '') || values.beganTime !== '';
  return {
    ...(another ? { beganOn: orNull(values.beganOn), beganTime: orNull(values.beganTime) } : {}),
    arrestedBy: values.arrestedBy,
    arrestedWhere: values.arrestedWhere,
    arrestPlace: orNull(values.arrestPlace),
    ...(episode.endedHow === null
      ? {}
      : { endedOn: orNull(values.endedOn), endedHow: orNull(values.endedHow) }),
    note: orNull(values.note),
  };
}
