import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './ui/ui.css';
import 'dayjs/locale/es';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { cache, reading } from './api/client';
import { Problem } from './api/problem';
import { App } from './app/App';
import { learnWayOut, watchEscape } from './app/leave';
import { router } from './app/router';
import { startTexts } from './i18n/i18n';

dayjs.extend(customParseFormat);

/** A session that ended on the server: back to the door, and back here after signing in. Drafts stay. */
function leaveWhenSessionEnds(): void {
  const ended = (error: unknown): void => {
    const here = router.state.location;
    if (Problem.from(error).code === 'second_factor_required' && here.pathname !== '/account') {
      void cache.invalidateQueries(reading('/me')).then(() => router.navigate({ to: '/account' }));
      return;
    }
    const inside = !/^\/(sign-in|invitation|forgot-password|reset|lock)/.test(here.pathname);
    if (Problem.from(error).status !== 401 || !inside) return;
    void router
      .navigate({ to: '/sign-in', search: { next: here.href, ended: '1' } })
      .then(() => cache.clear());
  };
  cache.getQueryCache().config.onError = ended;
  cache.getMutationCache().config.onError = ended;
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  await startTexts();
  leaveWhenSessionEnds();
  watchEscape();
  void learnWayOut();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
