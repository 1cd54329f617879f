import { startTestServer } from './postgres-server';

/** One throw-away PostgreSQL for the whole run, whichever projects take part in it. */
export default async function globalSetup(): Promise<void> {
  await startTestServer();
}
