import { Navigate, useParams, useSearch } from '@tanstack/react-router';
import { NotFound } from '../../app/edges';
import { Answer, Loading } from '../../ui/states';
import { useClient, useClientCases } from './queries';

/** An address of a client: leads to the record that it was merged into, or to the case. */
export function ClientDoor() {
  const { clientId } = useParams({ from: '/shell/clients/$clientId' });
  const { tab } = useSearch({ from: '/shell/clients/$clientId' });
  const client = useClient(clientId);
  return (
    <Answer query={client} loading={<Loading />}>
      {({ mergedInto }) =>
        mergedInto ? (
          <Navigate to="/clients/$clientId" params={{ clientId: mergedInto }} search={{ tab }} replace />
        ) : (
          <CaseOf clientId={clientId} tab={tab} />
        )
      }
    </Answer>
  );
}

/** The open case first. */
function CaseOf({ clientId, tab }: { clientId: string; tab?: string }) {
  const cases = useClientCases(clientId);
  return (
    <Answer query={cases} loading={<Loading />}>
      {(found) => {
        const target = found.items.find((one) => one.status === 'open') ?? found.items[0];
        if (!target) return <NotFound />;
        return <Navigate to="/cases/$caseId" params={{ caseId: target.id }} search={{ tab }} replace />;
      }}
    </Answer>
  );
}
