/** What tabs of one browser tell each other about the person at it: nothing of anybody else is ever said here. */
export type Word = 'touched' | 'covered' | 'uncovered';

const channel = new BroadcastChannel('vacatur-presence');

/** Tells the other tabs. */
export function tellTabs(word: Word): void {
  channel.postMessage(word);
}

/** Hears the other tabs. Returns what stops listening. */
export function tabsSaid(hear: (word: Word) => void): () => void {
  const listen = (event: MessageEvent<Word>): void => hear(event.data);
  channel.addEventListener('message', listen);
  return () => channel.removeEventListener('message', listen);
}
