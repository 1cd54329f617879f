import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type {
  DataSource,
  EntityManager,
  EntityTarget,
  FindOptionsOrder,
  FindOptionsWhere,
  ObjectLiteral,
  QueryRunner,
} from 'typeorm';
import { staleVersion } from '../errors/problem';
import type { OrganisationContext } from './context';

/** Columns every row of an organisation has. */
export interface Row extends ObjectLiteral {
  orgId: string;
  id: string;
}

/** A row that people edit, protected against lost updates. */
export interface VersionedRow extends Row {
  version: number;
}

const PREPARE_AFTER = 3;
const seen = new Map<string, { count: number; name: string }>();

/** Texts used often get a name, and with it a plan the server keeps. */
function statementName(text: string): string | undefined {
  const known = seen.get(text);
  if (!known) {
    if (seen.size < 2000) seen.set(text, { count: 1, name: createHash('sha1').update(text).digest('hex') });
    return undefined;
  }
  known.count += 1;
  return known.count > PREPARE_AFTER ? known.name : undefined;
}

/**
 * One transaction that acts for one organisation and person. Row security is the first fence; the methods that
 * take entities add the organisation to every condition themselves, which is the second.
 */
export class Tx {
  private runner: QueryRunner | null = null;

  constructor(
    private readonly source: DataSource,
    readonly client: PoolClient,
    readonly context: OrganisationContext,
  ) {}

  /** Parameterised SQL; rows as plain objects. Write `org_id = $n` in it: row security is not the only fence. */
  async query<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    const result = await this.client.query<T>({ text, values, name: statementName(text) });
    return result.rows;
  }

  /** The first row, or null. */
  async one<T extends object>(text: string, values: unknown[] = []): Promise<T | null> {
    return (await this.query<T>(text, values))[0] ?? null;
  }

  /** Adds a row. `orgId` is this transaction's. */
  async insert<E extends Row>(entity: EntityTarget<E>, values: Partial<E> & { id: string }): Promise<void> {
    await this.insertAll(entity, [values]);
  }

  /** Adds rows in one statement. */
  async insertAll<E extends Row>(
    entity: EntityTarget<E>,
    rows: (Partial<E> & { id: string })[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const owned = rows.map((row) => ({ ...row, orgId: this.context.orgId }));
    await this.manager()
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(owned as never)
      .updateEntity(false)
      .execute();
  }

  /** One row by its fields, or null when it is not there for this person. */
  async find<E extends Row>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<E | null> {
    return this.manager().findOne(entity, { where: this.owned(where) });
  }

  /** All rows with these fields. */
  async findAll<E extends Row>(
    entity: EntityTarget<E>,
    where: FindOptionsWhere<E>,
    order?: FindOptionsOrder<E>,
  ): Promise<E[]> {
    return this.manager().find(entity, { where: this.owned(where), order });
  }

  /**
   * Changes a row that still has the version the person saw and returns the new version.
   * @throws Problem 412 when somebody changed it meanwhile
   */
  async update<E extends VersionedRow>(
    entity: EntityTarget<E>,
    row: E,
    expected: number,
    patch: Partial<E>,
  ): Promise<number> {
    const next = { ...patch, version: expected + 1, updatedAt: new Date() };
    const result = await this.manager()
      .createQueryBuilder()
      .update(entity)
      .set(next as never)
      .where({ orgId: this.context.orgId, id: row.id, version: expected })
      .updateEntity(false)
      .execute();
    if (result.affected !== 1) {
      const now = await this.find(entity, { id: row.id } as FindOptionsWhere<E>);
      throw staleVersion(now?.version ?? row.version);
    }
    return expected + 1;
  }

  /** Removes rows; history tables keep the old row. */
  async remove<E extends Row>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<void> {
    await this.manager().delete(entity, this.owned(where) as FindOptionsWhere<E>);
  }

  private owned<E extends Row>(where: FindOptionsWhere<E>): FindOptionsWhere<E> {
    return { ...where, orgId: this.context.orgId };
  }

  /** Made only when an entity is used: hot reads never pay for it. It shares this transaction's connection. */
  private manager(): EntityManager {
    if (!this.runner) {
      const runner = this.source.createQueryRunner();
      Object.assign(runner, {
        databaseConnection: this.client,
        isTransactionActive: true,
        transactionDepth: 1,
      });
      this.runner = runner;
    }
    return this.runner.manager;
  }
}
