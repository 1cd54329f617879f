import { cache, reading } from '../api/client';
import { drafts } from '../ui/form/draft-book';

/** Where to when the server has not said: a page that says nothing about why somebody was here. */
const fallback = 'https://www.weather.com/';
let neutral = fallback;

/** Asks once where the quick exit leads, so that it needs no answer when it is used. */
export async function learnWayOut(): Promise<void> {
  const answer = await cache.fetchQuery({ ...reading('/doors'), staleTime: Infinity }).catch(() => null);
  neutral = answer?.quickExitUrl ?? fallback;
}

/** Choices about the screen that say nothing about a client; they outlive a sign-out. */
const choices = ['vacatur-language', 'mantine-color-scheme-value'];

/** Remembers the choices now, and gives back what empties the browser's storage of everything else. */
export function keepChoices(): () => void {
  const kept = choices.map((name) => [name, localStorage.getItem(name)] as const);
  return () => {
    emptyStorage();
    for (const [name, value] of kept) if (value !== null) localStorage.setItem(name, value);
  };
}

function emptyStorage(): void {
  localStorage.clear();
  sessionStorage.clear();
}

/**
 * Leaves at once: the page is gone before anything is asked of the network, the session is ended behind it, and the
 * neutral page takes its place in the history.
 */
export function quickExit(): void {
  document.title = ' ';
  document.body.replaceChildren();
  cache.clear();
  drafts.forgetAll();
  emptyStorage();
  void fetch('/api/v1/quick-exit', {
    method: 'POST',
    keepalive: true,
    headers: { 'X-Vacatur': '1', 'Content-Type': 'application/json' },
    body: '{}',
  }).catch(() => undefined);
  location.replace(neutral);
}

const TIMES = 3;
const WITHIN_MS = 1500;

/** Escape three times in a row, quickly: twice is what closing a list in a sheet takes. */
export function watchEscape(): () => void {
  let presses: number[] = [];
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.repeat) {
      if (event.key !== 'Escape') presses = [];
      return;
    }
    presses = [...presses, event.timeStamp].slice(-TIMES);
    if (presses.length === TIMES && event.timeStamp - presses[0] <= WITHIN_MS) quickExit();
  };
  // A page the browser kept in memory may show what was left: it is read again.
  const shown = (event: PageTransitionEvent): void => {
    if (event.persisted) location.reload();
  };
  window.addEventListener('keydown', pressed, true);
  window.addEventListener('pageshow', shown);
  return () => {
    window.removeEventListener('keydown', pressed, true);
    window.removeEventListener('pageshow', shown);
  };
}
