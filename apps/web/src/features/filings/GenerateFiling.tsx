import { Select, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilingReadiness } from '../../api/types';
import { filingKinds, type FilingKind } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { Answer } from '../../ui/states';
import { Notice } from '../../ui/Tag';
import { noOptions, optionsBody, usePaperFields, type PaperValues } from './paper-fields';
import { useBlanks, useGenerate } from './queries';

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
  const fields = usePaperFields(kind, readiness.blanks.length > 0);
  return (
    <RecordForm<PaperValues>
      draftKey={`filing:${clientId}:${kind}`}
      fields={fields}
      intro={<Readiness readiness={readiness} />}
      initial={noOptions}
      submitLabel={t('filings.make')}
      saved={t('filings.made')}
      send={(values, { key }) =>
        generate.mutateAsync({
          path: { clientId },
          key,
          body: { kind, acceptBlanks: values.acceptBlanks, options: optionsBody(kind, values) },
        })
      }
      done={close}
      onCancel={close}
    />
  );
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
      <Text size="xs" c="dimmed">
        {readiness.source}
        {readiness.verified ? '' : ` · ${t('common.notVerified')}`}
      </Text>
    </Stack>
  );
}
