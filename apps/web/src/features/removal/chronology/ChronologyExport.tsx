import { Group } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../app/session';
import { ConfirmButton } from '../../../ui/ConfirmButton';
import { DownloadButton } from '../../../ui/DownloadButton';
import { useGenerate } from '../../filings/queries';
import { filterOf, queryOf, type Wanted } from './ChronologyFilter';

/** What the filter shows, all pages of it, as a spreadsheet or as a procedural history for a court. */
export function ChronologyExport(props: { clientId: string; caseId?: string; wanted: Wanted }) {
  const { clientId, caseId, wanted } = props;
  const { t } = useTranslation();
  const may = useMay();
  const generate = useGenerate();
  const navigate = useNavigate();
  const query = new URLSearchParams(queryOf(wanted)).toString();
  return (
    <Group gap="xs" mb="sm">
      <DownloadButton
        label={t('chronology.spreadsheet')}
        path={`/clients/${clientId}/timeline/spreadsheet${query ? `?${query}` : ''}`}
        fileName="chronology.csv"
      />
      {may('filing.create') ? (
        <ConfirmButton
          label={t('chronology.history')}
          confirm={t('chronology.history')}
          question={t('chronology.historyAsk')}
          icon={<IconFileText size={14} aria-hidden />}
          act={async () => {
            await generate.mutateAsync({
              path: { clientId },
              key: crypto.randomUUID(),
              body: {
                kind: 'procedural_history',
                acceptBlanks: true,
                options: { chronology: filterOf(wanted) as never },
              },
            });
            if (caseId)
              await navigate({ to: '/cases/$caseId', params: { caseId }, search: { tab: 'documents' } });
          }}
        />
      ) : null}
    </Group>
  );
}
