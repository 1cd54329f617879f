import { Navigate, useParams, useSearch } from '@tanstack/react-router';
import { NotFound } from '../../app/edges';
import { Answer, Loading } from '../../ui/states';
import { useClientCases } from './queries';

/** An address of a client: leads to the case, the open one first. */
export function ClientDoor() {
  const { clientId } = useParams({ from: '/shell/clients/$clientId' });
  const { tab } = useSearch({ from: '/shell/clients/$clientId' });
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
