import { Grid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { CaseFile } from '../../api/types';
import { todayIn } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { StandingDiligence, StandingFirst, StandingRest } from '../standing/StandingPart';
import { DeadlineList } from './DeadlineList';
import { useClientDeadlines } from './queries';

/** Where the client's case stands: what cannot wait, the open deadlines by date, the rest, then what is behind. */
export function DeadlinesTab({ file }: { file: CaseFile }) {
  const clientId = file.client.id;
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Stack gap="md">
          <StandingFirst clientId={clientId} />
          <Deadlines clientId={clientId} open />
          <StandingDiligence clientId={clientId} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <StandingRest clientId={clientId} />
      </Grid.Col>
      <Grid.Col span={12}>
        <Deadlines clientId={clientId} open={false} />
      </Grid.Col>
    </Grid>
  );
}

function Deadlines({ clientId, open }: { clientId: string; open: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const deadlines = useClientDeadlines(clientId);
  const today = todayIn(me.organisation.timeZone);
  const shown = (deadlines.data?.items ?? [])
    .filter(({ status }) => (status === 'open') === open)
    .sort((a, b) => (open ? (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') : 0));
  if (!open && shown.length === 0) return null;
  return (
    <Panel flush title={open ? t('deadlines.openTitle') : t('deadlines.doneTitle')}>
      <Answer
        query={deadlines}
        isEmpty={() => shown.length === 0}
        empty={<Empty>{t('deadlines.empty')}</Empty>}
      >
        {() => <DeadlineList deadlines={shown} today={today} actions />}
      </Answer>
    </Panel>
  );
}
