import { Navigate, useParams, useSearch } from '@tanstack/react-router';
import { Answer, Loading } from '../../ui/states';
import { useClient } from './queries';

/** An address of a client: leads to the case, the open one first. */
export function ClientDoor() {
  const { clientId } = useParams({ from: '/shell/clients/$clientId' });
  const search = useSearch({ strict: false });
  const client = useClient(clientId);
  return (
    <Answer query={client} loading={<Loading />}>
      {(found) => {
        const target = found.cases.find((one) => one.status === 'open') ?? found.cases[0];
        if (!target) return null;
        const tab = 'tab' in search ? search.tab : undefined;
        return <Navigate to="/cases/$caseId" params={{ caseId: target.id }} search={{ tab }} replace />;
      }}
    </Answer>
  );
}
