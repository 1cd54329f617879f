import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Leads to a client's case, whichever of both the answer named. */
export function ClientLink(props: {
  clientId: string;
  caseId?: string | null;
  tab?: string;
  className?: string;
  children: ReactNode;
}) {
  const search = { tab: props.tab };
  const look = props.className ?? 'v-row-link';
  return props.caseId ? (
    <Link className={look} to="/cases/$caseId" params={{ caseId: props.caseId }} search={search}>
      {props.children}
    </Link>
  ) : (
    <Link className={look} to="/clients/$clientId" params={{ clientId: props.clientId }} search={search}>
      {props.children}
    </Link>
  );
}
