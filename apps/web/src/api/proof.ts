/** What the server asks for before it goes on: a fresh proof for a grave act, or the lock of the screen to be opened. */
export type ProofWanted = 'step_up' | 'unlock';

type Asker = (wanted: ProofWanted) => Promise<boolean>;

let asker: Asker | null = null;
const running = new Map<ProofWanted, Promise<boolean>>();

/** Names who asks the person: the dialog of the shell. Returns what takes the name back. */
export function askForProofWith(ask: Asker): () => void {
  asker = ask;
  return () => {
    if (asker === ask) asker = null;
  };
}

/** Several requests that wait for the same proof ask once. */
function prove(wanted: ProofWanted): Promise<boolean> {
  if (!asker) return Promise.resolve(false);
  const known = running.get(wanted);
  if (known) return known;
  const asked = asker(wanted).finally(() => running.delete(wanted));
  running.set(wanted, asked);
  return asked;
}

async function wantedBy(response: Response): Promise<ProofWanted | null> {
  if (response.status !== 403) return null;
  const body = (await response
    .clone()
    .json()
    .catch(() => null)) as { code?: string } | null;
  if (body?.code === 'step_up_required') return 'step_up';
  return body?.code === 'screen_locked' ? 'unlock' : null;
}

/**
 * Sends a request. When the server wants a proof first, the person is asked and the very same request is sent once
 * more; what they had entered stays where it is.
 */
export async function fetchWithProof(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  const wanted = await wantedBy(response);
  if (!wanted) return response;
  return (await prove(wanted)) ? fetch(again) : response;
}
