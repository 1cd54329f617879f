import { Injectable } from '@nestjs/common';
import { currentActor, Keyring } from '@app/platform';
import { accompaniedIds, companionsOf, sharedNotes, spokenBy } from './accompaniments.queries';
import type { AccompanimentList, AccompanimentView, CompanionList, SharedNote } from './accompaniment.view';
import { CheckInReader } from './check-in-reader';
import type { CalendarCheckIn } from './check-in.view';

/** What going along to a check-in needs, for whoever goes along. */
@Injectable()
export class AccompanimentsService {
  constructor(
    private readonly reader: CheckInReader,
    private readonly keyring: Keyring,
  ) {}

  /** The check-ins that whoever asks goes along to, the next first. */
  async mine(): Promise<AccompanimentList> {
    const { userId } = currentActor();
    const checkIns = await this.reader.some(await accompaniedIds(userId));
    const clientIds = [...new Set(checkIns.map((each) => each.clientId))];
    const spoken = new Map((await spokenBy(clientIds)).map((row) => [row.id, row]));
    const notes = await this.notes(clientIds);
    const companions = await companionsOf(checkIns.map((each) => each.id));
    return {
      items: checkIns.map((each) => ({
        ...sharedPart(each),
        languages: spoken.get(each.clientId)?.languages ?? [],
        interpreterLanguage: spoken.get(each.clientId)?.interpreter_language ?? null,
        companions: companions
          .filter((row) => row.check_in_id === each.id && row.id !== userId)
          .map(({ id, name, role }) => ({ id, name, role })),
        notes: notes.get(each.clientId) ?? [],
      })),
    };
  }

  /** Who goes along to one check-in. */
  async companions(checkInId: string): Promise<CompanionList> {
    const rows = await companionsOf([checkInId]);
    return { items: rows.map(({ id, name, role }) => ({ id, name, role })) };
  }

  private async notes(clientIds: string[]): Promise<Map<string, SharedNote[]>> {
    const keys = await this.keyring.clientKeys(currentActor().orgId, clientIds);
    const found = new Map<string, SharedNote[]>();
    for (const row of await sharedNotes(clientIds)) {
      const key = keys.get(row.client_id);
      if (!key || key.erased) continue;
      const note = {
        id: row.id,
        text: key.box('case_note', row.id).open('text', row.text),
        by: { id: row.by_user, name: row.by_name },
        at: row.at.toISOString(),
      };
      found.set(row.client_id, [...(found.get(row.client_id) ?? []), note]);
    }
    return found;
  }
}

function sharedPart(
  each: CalendarCheckIn,
): Omit<AccompanimentView, 'languages' | 'interpreterLanguage' | 'companions' | 'notes'> {
  const {
    id,
    version,
    clientName,
    officeCode,
    office,
    date,
    time,
    timeZone,
    startsAt,
    method,
    status,
    outcome,
  } = each;
  const can = { recordOutcome: each.can.recordOutcome };
  return {
    id,
    version,
    clientName,
    officeCode,
    office,
    date,
    time,
    timeZone,
    startsAt,
    method,
    status,
    outcome,
    can,
  };
}
