import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { NotFound } from './edges';
import { only } from './search-params';
import { AcceptInvitation } from './sign-in/AcceptInvitation';
import { RequestReset, ResetPassword } from './sign-in/ResetPassword';
import { LockAccount } from './sign-in/LockAccount';
import { SignIn } from './sign-in/SignIn';

export const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignIn,
  validateSearch: only('next', 'ended'),
});
// Both are addresses in mails; the secret is behind the '#', which browsers do not send.
const accept = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: AcceptInvitation,
});
const request = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: RequestReset,
});
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: ResetPassword,
});
const lock = createRoute({
  getParentRoute: () => root,
  path: '/lock',
  component: LockAccount,
});

// For people who ask for help and have no account; outside of the shell, and nothing of it is kept.
const publicIntake = createRoute({
  getParentRoute: () => root,
  path: '/intake/$token',
  component: lazyRouteComponent(() => import('../features/intake/PublicIntakePage'), 'PublicIntakePage'),
});

/** Screens for people who are not signed in. */
export const doors = [signIn, accept, request, reset, lock, publicIntake] as const;
