import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Client, Pool } from 'pg';
import { DeadlineDuty } from '@app/deadlines';
import { Keyring, loadConfig, loadRootKey, Log, prepareDatabase } from '@app/platform';
import { RULE_SET, ruleSetOf, type RuleRecord, type RuleSet } from '@app/rules';
import { WorkerModule } from '../apps/worker/src/worker.module';
import { fillMatters } from './fill-law';
import { postgresCpu } from './measure';

/** What one count of the whole office came to. */
export interface Count {
  name: string;
  deadlines: number;
  moved: number;
  seconds: number;
  /** CPU time of this process and of the database, in seconds: what a busy machine cannot distort. */
  nodeCpu: number;
  postgresCpu: number;
}

/** The shipped law with one record followed by a new one: a motion to reopen within sixty days instead of ninety. */
function oneRuleShorter(): RuleSet {
  return changed('one-rule', (rule) => rule.id === 'motion.reopen.90d', { period: { n: 60, unit: 'day' } });
}

/** The shipped law with another wording of every record: no date moves, every stored reason is written anew. */
function everyTextNew(): RuleSet {
  return changed('every-text', () => true, { notes: ['Read again by the office.'], period: undefined });
}

function changed(
  version: string,
  which: (rule: RuleRecord) => boolean,
  { period, notes }: Partial<RuleRecord>,
): RuleSet {
  const rules = RULE_SET.rules.map((rule) =>
    which(rule)
      ? { ...rule, ...(period ? { period } : {}), notes: notes ?? rule.notes, version: rule.version }
      : rule,
  );
  const entry = {
    version,
    on: '2026-11-22',
    rules: ['motion.reopen.90d'],
    what: 'A change.',
    why: 'Measured.',
  };
  return ruleSetOf(version, rules, [...RULE_SET.changes, entry], RULE_SET.composites);
}

/** Counts the deadlines of an office of this size from nothing, again without a difference, and under two changes of law. */
export async function recounts(wanted: number, say: (text: string) => void): Promise<Count[]> {
  const { startThrowAwayDatabase } = (await import(
    join(process.cwd(), 'scripts/embedded/index.mjs')
  )) as typeof import('../scripts/embedded/index.mjs');
  const database = await startThrowAwayDatabase();
  const home = mkdtempSync(join(tmpdir(), 'vacatur-bench-'));
  try {
    const adminUrl = database.url('vacatur_bench');
    const rootKey = loadRootKey({ home, env: {} });
    await prepareDatabase({ adminUrl, rootKey });
    const keys = new Pool({ connectionString: database.url('vacatur_bench_keys'), max: 2 });
    say(`filling: matters that give ${wanted.toLocaleString('en')} deadlines`);
    const orgId = await fillMatters(adminUrl, new Keyring(keys, rootKey), wanted);
    await keys.end();
    const postmaster = Number(
      readFileSync(join(database.place, 'database', 'postmaster.pid'), 'utf8').split('\n')[0],
    );
    const config = loadConfig({ DATABASE_URL: adminUrl, VACATUR_HOME: home });
    const count = async (name: string, law: RuleSet): Promise<Count> => {
      const app = await NestFactory.createApplicationContext(
        WorkerModule.for(config, rootKey, new Log('silent'), law),
        { logger: ['fatal'] },
      );
      const [began, cpu, theirs] = [performance.now(), process.cpuUsage(), postgresCpu(postmaster)];
      const found = await app.get(DeadlineDuty).recomputeAll(orgId);
      const seconds = (performance.now() - began) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      const used = { nodeCpu: (user + system) / 1e6, postgresCpu: (postgresCpu(postmaster) - theirs) / 1000 };
      await app.close();
      if (found.failed > 0) throw new Error(`${found.failed} clients could not be counted.`);
      const deadlines = await ask(
        adminUrl,
        `SELECT count(*)::int AS n FROM app.deadline WHERE status = 'open'`,
      );
      const line = { name, deadlines, moved: found.changed.length, seconds, ...used };
      say(`${name}: ${seconds.toFixed(1)} s, ${line.moved} moved`);
      return line;
    };
    const first = await count('derived for the first time', RULE_SET);
    await ask(adminUrl, 'VACUUM ANALYZE');
    const same = await count('counted again, nothing differs', RULE_SET);
    const one = await count('one rule changed', oneRuleShorter());
    const text = await count('every wording changed', everyTextNew());
    return [first, same, one, text];
  } finally {
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function ask(url: string, sql: string): Promise<number> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    return ((await admin.query(sql)).rows[0]?.n as number) ?? 0;
  } finally {
    await admin.end();
  }
}
