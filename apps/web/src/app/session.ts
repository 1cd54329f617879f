import { notifications } from '@mantine/notifications';
import { hashKey, useQuery } from '@tanstack/react-query';
import { cache, reading, send } from '../api/client';
import type { Me, Permission } from '../api/types';
import { Problem } from '../api/problem';
import { drafts } from '../ui/form/draft-book';
import { keepChoices } from './leave';

const me = { ...reading('/me'), staleTime: 60_000, retry: false } as const;

/** Who is signed in, or null. Anything but "nobody" is thrown. */
export async function whoIsSignedIn(): Promise<Me | null> {
  try {
    return await cache.ensureQueryData(me);
  } catch (error) {
    if (Problem.from(error).status === 401) return null;
    throw error;
  }
}

/** The signed-in person. Only below the shell, where the router has made sure there is one. */
export function useMe(): Me {
  const { data } = useQuery(me);
  if (!data) throw new Error('useMe outside the shell');
  return data;
}

/** Whether the signed-in person's role includes something. Which rows they see is the server's matter. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

/** The server took the cover away. */
export function uncoverSession(): void {
  cache.setQueryData(me.queryKey, (person: Me | undefined) =>
    person ? { ...person, session: { ...person.session, covered: false } } : person,
  );
}

/** Asks the server again who is here: the cover comes if the session was covered, and the door if it was ended. */
export async function lookAgain(): Promise<void> {
  await cache.invalidateQueries({ queryKey: me.queryKey });
}

/** Under the cover: forgets what the screens have read and written, all but who is here and what is not stored yet. */
export async function forgetScreens(): Promise<void> {
  document.title = 'Vacatur';
  notifications.clean();
  drafts.forgetStored();
  const ofScreens = {
    predicate: ({ queryHash }: { queryHash: string }) => queryHash !== hashKey(me.queryKey),
  };
  await cache.cancelQueries(ofScreens);
  cache.removeQueries(ofScreens);
  cache.getMutationCache().clear();
}

/** A sign-in gives the session's person; nothing of an earlier one stays. */
export function beginSession(person: Me): void {
  cache.clear();
  cache.setQueryData(me.queryKey, person);
  void drafts.begin(person.user.id);
}

/** Forgets everything that was read and typed. */
export function forgetSession(): void {
  cache.clear();
  drafts.forgetAll();
}

/** The language and the colours say nothing about a client; the server's answer makes the browser forget them too. */
async function endOnServer(): Promise<void> {
  const choices = keepChoices();
  await send('post', '/sign-out').finally(choices);
}

/** Ends the session on the server, leaves its screens, and forgets it here, also when the server does not answer. */
export async function signOut(leave: () => Promise<void>): Promise<void> {
  try {
    await drafts.flush();
    await endOnServer();
  } finally {
    await leave();
    forgetSession();
  }
}
