import { runningDatabase, startDatabase } from '../embedded/index.mjs';
import { homeFolder } from './places.mjs';

/**
 * Runs a command on the installation's databases: those of DATABASE_URL, the built-in one that `npm start` keeps
 * running, or the built-in one started for as long as the command takes.
 */
export async function withDatabase(work) {
  const home = homeFolder();
  if (process.env.DATABASE_URL) return work({ VACATUR_HOME: home });
  const running = runningDatabase(home);
  if (running) return work({ VACATUR_HOME: home, DATABASE_URL: running.url('vacatur') });
  const started = await startDatabase(home);
  try {
    return await work({ VACATUR_HOME: home, DATABASE_URL: started.url('vacatur') });
  } finally {
    await started.stop();
  }
}
