import { Grid, Stack } from '@mantine/core';
import type { CaseFile } from '../../api/types';
import { Answer, Loading } from '../../ui/states';
import '../standing/standing.css';
import { Bonds } from './Bonds';
import { Calls } from './Calls';
import { Episodes } from './Episodes';
import { LookUps } from './LookUps';
import { Protocol } from './Protocol';
import { useCustodyFile } from './queries';
import { Venue } from './Venue';

/** Detention: where the client is, since when, who looked, what was done. */
export function CustodyTab({ file }: { file: CaseFile }) {
  const clientId = file.client.id;
  const custody = useCustodyFile(clientId);
  return (
    <Answer query={custody} loading={<Loading lines={8} />}>
      {(found) => (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Stack gap="md">
              <Venue file={found} />
              {found.protocol ? <Protocol run={found.protocol} now={found.now} /> : null}
              <Episodes clientId={clientId} file={found} />
              <Bonds clientId={clientId} file={found} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack gap="md">
              <LookUps clientId={clientId} file={found} />
              <Calls clientId={clientId} file={found} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Answer>
  );
}
