import { Problem, type Actor } from '@app/platform';
import type { Hindrance } from './allow.decorator';

/** What a route says about the sessions it takes. */
export interface RouteWishes {
  stepUp: boolean;
  reachable: readonly Hindrance[];
}

/**
 * Refuses a session that has something to show first: its screen is covered, its person must set up a second factor,
 * or the route is so grave that the proof has to be fresh. Programs cannot prove who holds them.
 *
 * @throws Problem 403
 */
export function requireStanding(actor: Actor, route: RouteWishes): void {
  const { standing } = actor;
  if (standing?.covered && !route.reachable.includes('covered')) {
    throw new Problem(403, 'screen_locked', 'This screen is locked after a pause. Unlock it first.');
  }
  if (standing?.mustEnrol && !route.reachable.includes('enrolling')) {
    throw new Problem(
      403,
      'second_factor_required',
      'Your office asks for a second factor. Set one up on the account page; nothing else opens before.',
    );
  }
  if (!route.stepUp) return;
  if (!standing) {
    throw new Problem(
      403,
      'session_needed',
      'This is done by the person in the web app, not with an API token.',
    );
  }
  if (!standing.proved) {
    throw new Problem(403, 'step_up_required', 'Prove once more that it is you, then send this again.');
  }
}
