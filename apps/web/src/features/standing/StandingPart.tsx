import { Grid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Standing } from '../../api/types';
import { Answer } from '../../ui/states';
import { Cautions } from './Because';
import { CheckInPlanPanel } from './CheckInPlanPanel';
import { DetainedPanel } from './DetainedPanel';
import { DiligencePanel } from './DiligencePanel';
import { MilestonesPanel } from './MilestonesPanel';
import { MotionsPanel } from './MotionsPanel';
import { useStanding } from './queries';
import { StaysPanel } from './StaysPanel';
import './standing.css';

/** What cannot wait: the hours of a detention, and whether anything stops removal. Above the deadlines. */
export function StandingFirst({ clientId }: { clientId: string }) {
  const standing = useStanding(clientId);
  return (
    <Answer query={standing}>
      {(found) => (
        <>
          {found.custody ? <DetainedPanel plan={found.custody} /> : null}
          <StaysPanel standing={found} clientId={clientId} />
          <Cautions items={found.warnings} />
        </>
      )}
    </Answer>
  );
}

/** The rest of where the case stands: custody, the next check-in, motions, diligence. Below the deadlines. */
export function StandingRest({ clientId }: { clientId: string }) {
  const standing = useStanding(clientId);
  // Its loading and its failure are told once, by the first part.
  return standing.data ? <Rest standing={standing.data} clientId={clientId} /> : null;
}

function Rest({ standing, clientId }: { standing: Standing; clientId: string }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('standing.title')}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Stack gap="md">
            {standing.custody ? <MilestonesPanel plan={standing.custody} today={standing.asOf} /> : null}
            <MotionsPanel clientId={clientId} standing={standing} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Stack gap="md">
            {standing.checkInPlan ? (
              <CheckInPlanPanel plan={standing.checkInPlan} clientId={clientId} />
            ) : null}
            <DiligencePanel clientId={clientId} report={standing.diligence} />
          </Stack>
        </Grid.Col>
      </Grid>
    </section>
  );
}
