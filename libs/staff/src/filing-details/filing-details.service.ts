import { Injectable } from '@nestjs/common';
import { currentActor, db, staleVersion, type VersionedRow } from '@app/platform';
import { FilerProfile, Letterhead } from './filing-details.entity';
import type {
  FilerProfileView,
  LetterheadView,
  WriteFilerProfile,
  WriteLetterhead,
} from './filing-details.dto';

/** The filer's block of court papers: whose office, which EOIR ID. */
@Injectable()
export class FilingDetails {
  async letterhead(): Promise<LetterheadView> {
    const row = await db().find(Letterhead, { id: currentActor().orgId });
    return {
      version: row?.version ?? 0,
      addressLines: row?.addressLines ?? [],
      phone: row?.phone ?? null,
      email: row?.email ?? null,
    };
  }

  async writeLetterhead(version: number, input: WriteLetterhead): Promise<void> {
    const { addressLines, phone = null, email = null } = input;
    await write(Letterhead, currentActor().orgId, version, { addressLines, phone, email });
  }

  /** What is known of a colleague as a filer. */
  async profile(userId: string): Promise<FilerProfileView> {
    const row = await db().find(FilerProfile, { id: userId });
    return { version: row?.version ?? 0, eoirId: row?.eoirId ?? null, phone: row?.phone ?? null };
  }

  async writeProfile(version: number, input: WriteFilerProfile): Promise<void> {
    const { eoirId = null, phone = null } = input;
    await write(FilerProfile, currentActor().userId, version, { eoirId, phone });
  }
}

/** Adds the row when there is none (version 0), else changes it. */
async function write<E extends VersionedRow>(
  entity: new () => E,
  id: string,
  version: number,
  values: Partial<E>,
): Promise<void> {
  const row = await db().find(entity, { id } as never);
  if (row) {
    await db().update(entity, row, version, values);
    return;
  }
  if (version !== 0) throw staleVersion(0);
  await db().insert(entity, { ...values, id } as Partial<E> & { id: string });
}
