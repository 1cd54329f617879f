import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import type { CaseFile } from '../../api/types';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useCustodyFile } from './queries';
import { useStartProtocol } from './protocol-queries';

/** The one button for the worst day. Red when the client is held, or when nobody knows. */
export function StartProtocol({ file }: { file: CaseFile }) {
  const may = useMay();
  return file.status === 'open' && may('custody.read') && may('custody.protocol') ? (
    <Known file={file} />
  ) : null;
}

function Known({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const custody = useCustodyFile(file.client.id);
  const start = useStartProtocol();
  if (!custody.data) return null;
  const open = (): Promise<void> =>
    navigate({
      to: '/cases/$caseId',
      params: { caseId: file.id },
      search: { tab: 'custody' },
      resetScroll: false,
    });
  const { protocol } = custody.data;
  const urgent = file.custody !== 'not_detained';
  if (protocol && !protocol.endedAt)
    return (
      <Button
        size="xs"
        color="red.8"
        leftSection={<IconAlertTriangle size={14} aria-hidden />}
        onClick={() => void open()}
      >
        {t('protocol.running', { hours: protocol.hoursPassed })}
      </Button>
    );
  return (
    <ConfirmButton
      label={t('protocol.start')}
      confirm={t('protocol.startNow')}
      question={t('protocol.startAsk')}
      icon={<IconAlertTriangle size={14} aria-hidden />}
      danger
      urgent={urgent}
      act={async () => {
        await start.mutateAsync({ path: { clientId: file.client.id }, key: crypto.randomUUID(), body: {} });
        await open();
      }}
    />
  );
}
