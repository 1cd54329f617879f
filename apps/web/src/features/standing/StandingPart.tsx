import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
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

/** What was done to pursue the case, and the holes in it. Below the deadlines that it may excuse. */
export function StandingDiligence({ clientId }: { clientId: string }) {
  const { data } = useStanding(clientId);
  return data ? <DiligencePanel clientId={clientId} report={data.diligence} /> : null;
}

/** The rest of where the case stands: custody, the next check-in, motions. Beside the deadlines. */
export function StandingRest({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const { data } = useStanding(clientId);
  // Its loading and its failure are told once, by the first part.
  if (!data) return null;
  return (
    <Stack gap="md" component="section" aria-label={t('standing.title')}>
      {data.custody ? <MilestonesPanel plan={data.custody} today={data.asOf} /> : null}
      {data.checkInPlan ? <CheckInPlanPanel plan={data.checkInPlan} clientId={clientId} /> : null}
      <MotionsPanel clientId={clientId} standing={data} />
    </Stack>
  );
}
