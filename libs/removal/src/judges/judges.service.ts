import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { may } from '@app/access';
import { changed, db, newId, notFound } from '@app/platform';
import { courtByCode } from '@app/rules';
import { readCourt } from '../courts';
import type { EditJudge, JudgeList, JudgeView, NewJudge } from './judge.dto';
import { Judge } from './judge.entity';

/** The office's directory of judges. */
@Injectable()
export class JudgesService {
  async list(): Promise<JudgeList> {
    const rows = await db().findAll(Judge, { joinedInto: IsNull() }, { name: 'ASC', id: 'ASC' });
    return { items: rows.map(viewOf), can: { edit: may('directory.edit') } };
  }

  /** @throws Problem 404 */
  async one(id: string): Promise<JudgeView> {
    return viewOf(await this.require(id));
  }

  async add(input: NewJudge): Promise<string> {
    const id = newId();
    await db().insert(Judge, { id, name: input.name.trim(), ...factsOf(input) });
    changed(...Object.keys(input).map((field) => `judge.${field}`));
    return id;
  }

  async edit(id: string, version: number, input: EditJudge): Promise<void> {
    const row = await this.require(id);
    await db().update(Judge, row, version, {
      ...(input.name === undefined ? {} : { name: input.name.trim() }),
      ...(input.active === undefined ? {} : { active: input.active }),
      ...factsOf(input),
    });
    changed(...Object.keys(input).map((field) => `judge.${field}`));
  }

  private async require(id: string): Promise<Judge> {
    const row = await db().find(Judge, { id, joinedInto: IsNull() });
    if (!row) throw notFound();
    return row;
  }
}

function factsOf({ courtCode, note }: EditJudge): Partial<Judge> {
  return {
    ...(courtCode === undefined ? {} : { courtCode: readCourt(courtCode) }),
    ...(note === undefined ? {} : { note: note?.trim() || null }),
  };
}

const viewOf = ({ id, version, name, courtCode, note, active }: Judge): JudgeView => ({
  ...{ id, version, name, courtCode, note, active },
  courtName: (courtCode && courtByCode(courtCode)?.name) || null,
  can: { edit: may('directory.edit') },
});
