import { read, send } from '../../api/client';
import { DraftBook, type Draft } from './drafts';

/** The drafts of the person at this tab. */
export const drafts = new DraftBook({
  list: async () => {
    const { items } = await read('/me/drafts');
    return items.map(({ key, body }) => ({ key, body: body as unknown as Draft }));
  },
  put: (key, body) => send('put', '/me/drafts', { key, body: { ...body } }),
  remove: (key) => send('delete', '/me/drafts', undefined, { query: { key } }),
});

// Whoever comes back to this tab may have saved the form in another one.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void drafts.refresh();
  else void drafts.flush();
});
