import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameIn, useCountries as useCountryNames } from '../../../api/reference';
import type { CountryConcern, TravelDocument } from '../../../api/types';
import { useWords } from '../../../i18n/words';
import { useFormat } from '../../../ui/format';
import { Answer } from '../../../ui/states';
import type { Tone } from '../../../ui/Tag';
import {
  useAddConcern,
  useAddTravelDocument,
  useCountries,
  useEditConcern,
  useEditTravelDocument,
} from '../queries';
import { useFieldMakers } from './fields';
import { RecordPanel } from './RecordPanel';
import { TextForm } from './TextForm';

const TONES: Readonly<Record<string, Tone>> = {
  feared: 'urgent',
  issued: 'urgent',
  pending: 'soon',
  refused: 'good',
};

/** Countries the order names, countries feared, and how near a travel document is. */
export function CountriesPart({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const names = useCountryNames();
  const countries = useCountries(clientId);
  const make = useFieldMakers();
  const add = useAddConcern();
  const edit = useEditConcern();
  return (
    <Answer query={countries}>
      {(data) => (
        <Stack gap="md">
          <RecordPanel<CountryConcern>
            clientId={clientId}
            kind="country_concern"
            title={t('records.countries')}
            empty={t('records.countriesEmpty')}
            items={data.concerns}
            mayAdd={data.can.edit}
            addLabel={t('records.addCountry')}
            editTitle={t('records.editCountry')}
            before={
              data.designated.length ? (
                <Text size="sm" px="md" pt="sm">
                  {t('records.designated')}:{' '}
                  {data.designated
                    .map(
                      ({ country, decidedOn }) =>
                        `${nameIn(names, country)} (${format.day(decidedOn) || '?'})`,
                    )
                    .join(', ')}
                </Text>
              ) : null
            }
            line={(item) => ({
              head: nameIn(names, item.country),
              tag: word('concernKind', item.kind),
              tone: TONES[item.kind],
              details: [format.day(item.saidOn)],
              text: [item.reason],
              earlier: (value) => word('concernKind', value),
            })}
            form={(item, close) => (
              <TextForm
                draftKey={`country:${item?.id ?? clientId}`}
                item={item}
                begin={{ kind: 'feared' }}
                fields={[
                  make.options('country', 'country', names, true),
                  make.choice('kind', 'concernKind', 'concernKind'),
                  make.partial('saidOn', 'saidOn'),
                  make.long('reason', 'fearReason'),
                ]}
                send={(body, { version, key }) =>
                  item
                    ? edit.mutateAsync({ path: { concernId: item.id }, version, key, body: body as never })
                    : add.mutateAsync({ path: { clientId }, key, body: body as never })
                }
                close={close}
              />
            )}
          />
          <Documents clientId={clientId} items={data.documents} mayAdd={data.can.edit} />
        </Stack>
      )}
    </Answer>
  );
}

function Documents(props: { clientId: string; items: TravelDocument[]; mayAdd: boolean }) {
  const { clientId } = props;
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const names = useCountryNames();
  const make = useFieldMakers();
  const add = useAddTravelDocument();
  const edit = useEditTravelDocument();
  return (
    <RecordPanel<TravelDocument>
      clientId={clientId}
      kind="travel_document"
      title={t('records.travelDocuments')}
      empty={t('records.travelDocumentsEmpty')}
      items={props.items}
      mayAdd={props.mayAdd}
      addLabel={t('records.addTravelDocument')}
      editTitle={t('records.editTravelDocument')}
      line={(item) => ({
        head: [nameIn(names, item.country), item.consulate].filter(Boolean).join(', '),
        tag: word('travelResult', item.result),
        tone: TONES[item.result],
        details: [
          word('requester', item.requestedBy),
          item.requestedOn ? `${t('records.requestedOn')} ${format.day(item.requestedOn)}` : '',
          item.answeredOn ? `${t('records.answeredOn')} ${format.day(item.answeredOn)}` : '',
          item.document,
        ],
        text: [item.note],
        earlier: (value) => word('travelResult', value),
      })}
      form={(item, close) => (
        <TextForm
          draftKey={`travel-document:${item?.id ?? clientId}`}
          item={item}
          begin={{ result: 'pending', requestedBy: 'ice' }}
          fields={[
            make.options('country', 'country', names, true),
            make.text('consulate', 'consulate'),
            make.choice('requestedBy', 'requestedBy', 'requester'),
            make.partial('requestedOn', 'requestedOn'),
            make.choice('result', 'result', 'travelResult'),
            make.partial('answeredOn', 'answeredOn'),
            make.text('document', 'travelPaper'),
            make.long('note', 'note'),
          ]}
          send={(body, { version, key }) =>
            item
              ? edit.mutateAsync({ path: { documentId: item.id }, version, key, body: body as never })
              : add.mutateAsync({ path: { clientId }, key, body: body as never })
          }
          close={close}
        />
      )}
    />
  );
}
