import { may } from '@app/access';
import { currentActor } from '@app/platform';
import { isCompletable, isConfirmable, isPrintable, isReopenable } from './deadline.policy';
import type { Deadline } from './deadline.entity';
import type { DeadlineCan } from './deadline.view';
import { criticalOf } from './sign-off/critical';
import type { ProofRow } from './sign-off/sign-off.queries';

/** The buttons of this person. */
export function canOf(row: Deadline, proof: ProofRow | null): DeadlineCan {
  const critical = row.status === 'open' && criticalOf(row) !== null;
  return {
    confirm: isConfirmable(row) && may('deadline.confirm'),
    complete: isCompletable(row) && !critical && may('deadline.complete'),
    prove: critical && may('deadline.complete'),
    ...signingOf(critical ? proof : null),
    reopen: isReopenable(row) && may('deadline.complete'),
    print: isPrintable(row) && may('deadline.override'),
  };
}

/** Who recorded a proof may take it back to better it, and never signs it off. */
function signingOf(proof: ProofRow | null): Pick<DeadlineCan, 'signOff' | 'sendBack'> {
  const waits = proof?.state === 'recorded' && may('deadline.sign_off');
  const shown = !proof?.document?.withdrawn;
  return { signOff: waits && shown && proof.recordedBy.id !== currentActor().userId, sendBack: waits };
}
