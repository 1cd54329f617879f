import {
  nextRootKey,
  promoteNextRootKey,
  rootKeyFingerprint,
  rotateRoot,
  type Config,
  type Desk,
  type RootKey,
} from '@app/platform';

type Say = (line: string) => void;

/** Makes the root key that comes and nothing else, so that it can be copied to a safe place before anything needs it. */
export function makeNextRoot(config: Config, root: RootKey, say: Say): void {
  const next = nextRootKey({ home: config.home, env: process.env }, rootKeyFingerprint(root));
  say(next ? 'The next root key is made. Copy it to where you keep the other.' : SAME);
}

const SAME = 'The settings name the root key that is in use. Nothing was changed.';

/** Gives the installation another root key; see `rotateRoot`. */
export async function rotateRootKey(config: Config, desk: Desk, say: Say): Promise<void> {
  const source = { home: config.home, env: process.env };
  const wrapped = await rotateRoot(desk, config.adminUrl, {
    find: config.findRootKey,
    next: (inUse) => nextRootKey(source, inUse),
    promote: (goes, comes) => promoteNextRootKey(config.home, goes, comes),
  });
  if (wrapped === null) return say(SAME);
  say(
    'done: the old root key opens nothing any more that is stored now. Copy the new one to where you keep the old, and ' +
      'keep the old as long as you keep copies of the keys database from before.',
  );
}

/** Says whether the root key is being changed. */
export async function rootChangeLine(desk: Desk): Promise<string> {
  const { rows } = await desk.keys.query<{ step: string }>('select step from root_change');
  return rows[0]
    ? `root key: being changed (${rows[0].step}); "rotate root" goes on with it`
    : 'root key: not being changed';
}

/** @throws Error while the root key is being changed: the other changes of keys would meet keys under either */
export async function refuseDuringRootChange(desk: Desk): Promise<void> {
  const { rowCount } = await desk.keys.query('select 1 from root_change');
  if (rowCount)
    throw new Error('The root key is being changed. Finish that first: npm run keys -- rotate root');
}
