import { Select, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilingReadiness } from '../../api/types';
import { filingKinds, type FilingKind } from '../../api/values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orAbsent, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { Facts } from '../../ui/Panel';
import { Answer } from '../../ui/states';
import { Notice } from '../../ui/Tag';
import { useBlanks, useGenerate } from './queries';

interface Values {
  acceptBlanks: boolean;
  motionTitle: string;
  serviceMethod: string;
  servedOn: string;
}

/** Chooses a document, shows what it lacks and what it will say, then makes the draft. */
export function GenerateFiling({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const [kind, setKind] = useState<FilingKind>('motion_cover_page');
  const readiness = useBlanks(clientId, kind);
  return (
    <Stack gap="md">
      <Select
        label={t('filings.kind')}
        data={optionsOf(filingKinds, (one) => word('filingKind', one))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => setKind((next ?? kind) as FilingKind)}
      />
      <Answer query={readiness}>
        {(found) => <Make key={kind} clientId={clientId} kind={kind} readiness={found} close={close} />}
      </Answer>
    </Stack>
  );
}

function Make(props: { clientId: string; kind: FilingKind; readiness: FilingReadiness; close: () => void }) {
  const { clientId, kind, readiness, close } = props;
  const { t } = useTranslation();
  const generate = useGenerate();
  const fields = useOptionFields(kind, readiness.blanks.length > 0);
  return (
    <RecordForm<Values>
      draftKey={`filing:${clientId}:${kind}`}
      fields={fields}
      intro={<Readiness readiness={readiness} />}
      initial={{ acceptBlanks: false, motionTitle: '', serviceMethod: '', servedOn: '' }}
      submitLabel={t('filings.make')}
      saved={t('filings.made')}
      send={({ acceptBlanks, motionTitle, serviceMethod, servedOn }, { key }) =>
        generate.mutateAsync({
          path: { clientId },
          key,
          body: {
            kind,
            acceptBlanks,
            options: known({
              motionTitle: orAbsent(motionTitle),
              serviceMethod: orAbsent(serviceMethod),
              servedOn: orAbsent(servedOn),
            }),
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

function useOptionFields(kind: FilingKind, withBlanks: boolean): Field<Values>[] {
  const { t } = useTranslation();
  const word = useWords();
  const service = (): boolean => kind === 'certificate_of_service';
  const motion = (): boolean => kind !== 'certificate_of_service';
  return [
    {
      name: 'motionTitle',
      kind: 'text',
      label: t('filings.motionTitle'),
      when: motion,
      path: 'options.motionTitle',
    },
    {
      name: 'serviceMethod',
      kind: 'select',
      label: t('filings.serviceMethod'),
      when: service,
      path: 'options.serviceMethod',
      options: optionsOf(['personal', 'mail', 'ecas', 'courier'], (one) => word('serviceMethod', one)),
    },
    { name: 'servedOn', kind: 'date', label: t('filings.servedOn'), when: service, path: 'options.servedOn' },
    { name: 'acceptBlanks', kind: 'switch', label: t('filings.acceptBlanks'), when: () => withBlanks },
  ];
}

function Readiness({ readiness }: { readiness: FilingReadiness }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      {readiness.blanks.length ? (
        <Notice tone="soon" icon={<IconListCheck size={18} aria-hidden />}>
          <Text size="sm" fw={600}>
            {t('filings.blanksTitle', { count: readiness.blanks.length })}
          </Text>
          <Text size="sm">{t('filings.blanksWhy')}</Text>
          <ul style={{ margin: '6px 0 0', paddingLeft: 20 }}>
            {readiness.blanks.map((blank) => (
              <li key={blank.field}>
                <Text size="sm">
                  <strong>{blank.label}</strong>
                  {blank.where ? `. ${t('filings.where', { where: blank.where })}` : ''}
                </Text>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="good" icon={<IconCircleCheck size={18} aria-hidden />}>
          <Text size="sm">{t('filings.ready')}</Text>
        </Notice>
      )}
      <section>
        <Title order={3} mb={6}>
          {t('filings.factsTitle')}
        </Title>
        <Facts
          absent={t('common.notRecorded')}
          items={readiness.facts.map(({ label, value }): [string, string] => [label, value])}
        />
      </section>
    </Stack>
  );
}
