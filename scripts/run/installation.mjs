import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openHome, Problem, startDatabase } from '../embedded/index.mjs';
import { pause } from '../embedded/processes.mjs';
import { writing } from '../embedded/problem.mjs';
import { build } from './building.mjs';
import { Child } from './children.mjs';
import { endCommands, node } from './commands.mjs';
import { catchMail } from './mail-catcher.mjs';
import { homeFolder, inRoot } from './places.mjs';
import { requirePort } from './port.mjs';
import { say } from './say.mjs';

/**
 * Starts everything an installation consists of, in the order in which the parts need each other. Resolves when
 * people can sign in. Whatever goes wrong on the way, what was already started is stopped again.
 */
export class Installation {
  #undo = [];
  #children = [];
  #database;
  #starting;
  #stopping;

  start() {
    this.#starting = this.#startAll();
    return this.#starting;
  }

  async #startAll() {
    const { home, free } = openHome(homeFolder());
    this.#undo.push(free);
    const port = await requirePort();
    await build();
    this.#requireRunning();
    const settings = await this.#settings(home, port);
    await this.#run('prepare', settings.env);
    this.#requireRunning();
    const logs = join(home, 'logs');
    writing(logs, () => mkdirSync(logs, { recursive: true, mode: 0o700 }));
    const [signIns] = await Promise.all([
      this.#demoData(settings.env),
      this.#keep('API', 'dist/apps/api/src/main.js', settings.env, join(logs, 'api.log')),
      this.#keep('worker', 'dist/apps/worker/src/main.js', settings.env, join(logs, 'worker.log')),
    ]);
    return { home, port, signIns, ...settings };
  }

  /** Stops in reverse: first what takes requests, last the database. Safe to call twice. */
  stop() {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  /** For a second Ctrl-C: no waiting for requests in flight. The database still stops in order. */
  hurry() {
    for (const child of this.#children) child.kill();
  }

  async #stopAll() {
    endCommands();
    await Promise.allSettled(this.#children.map((child) => child.stop()));
    // A start that was still under way may have added something to undo meanwhile.
    await this.#starting.catch(() => undefined);
    for (const step of this.#undo.splice(0).reverse()) await step();
  }

  #requireRunning() {
    if (this.#stopping) throw new Problem('Stopped before everything was running.');
  }

  async #settings(home, port) {
    const database = process.env.DATABASE_URL || (await this.#embedded(home));
    const mail = process.env.SMTP_URL ? undefined : await catchMail({ pagePort: port + 1 });
    if (mail) this.#undo.push(mail.stop);
    const env = {
      VACATUR_HOME: home,
      DATABASE_URL: database,
      PORT: String(port),
      VACATUR_WEB_DIR: inRoot('dist/web'),
      SMTP_URL: process.env.SMTP_URL || mail.smtpUrl,
      NODE_ENV: 'production',
    };
    return { env, mailPage: mail?.pageUrl, place: this.#database?.place };
  }

  async #embedded(home) {
    this.#database = await startDatabase(home);
    this.#undo.push(() => this.#database.stop());
    if (this.#database.created) say('made a new database');
    if (this.#database.place !== home && this.#database.created) {
      say(`the database account may not enter ${home}, so the database files are in ${this.#database.place}`);
    }
    void this.#watch(this.#database);
    return this.#database.url('vacatur');
  }

  async #watch(database) {
    for (let failures = 0; ; failures++) {
      await database.ended();
      if (this.#stopping) return;
      say(`the database ended unexpectedly; recovering it, log: ${database.logFile}`);
      await pause(Math.min(250 * 2 ** failures, 30_000));
      if (this.#stopping) return;
      try {
        await database.restart();
        say('the database is running again');
      } catch (error) {
        say(error.message);
      }
    }
  }

  /** Runs one of our own programs to its end and returns what it printed. */
  async #run(name, env) {
    const { code, out, err } = await node([inRoot('dist/scripts', `${name}.js`)], { env });
    if (code === 0) return out;
    const said = err.trim() || out.trim() || `dist/scripts/${name}.js ended with code ${code}.`;
    throw new Problem(process.env.DATABASE_URL ? aboutTheirDatabase(said) : said);
  }

  /** The seed program decides by itself whether there is anything to do. It prints the sign-ins as its last line. */
  /** Demo organisations, or the first operator when they are switched off. */
  async #demoData(env) {
    const out = await this.#run('seed', env);
    const last = out.trim().split('\n').at(-1) ?? '';
    try {
      const answer = JSON.parse(last);
      return Array.isArray(answer) ? answer : (answer.signIns ?? []);
    } catch {
      return [];
    }
  }

  async #keep(name, script, env, logFile) {
    this.#requireRunning();
    const child = new Child({ name, script: inRoot(script), env, logFile });
    this.#children.push(child);
    await child.start();
  }
}

/** A refused connection names a port; what the person needs to hear about is the setting they made. */
function aboutTheirDatabase(said) {
  if (
    !/ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|authentication|permission denied|SASL|Invalid URL/i.test(
      said,
    )
  )
    return said;
  return (
    `The PostgreSQL that DATABASE_URL names cannot be used (${said.split('\n')[0]}). Check the address, the password and ` +
    'that its role may create roles and databases, or leave DATABASE_URL out to use the built-in PostgreSQL.'
  );
}
