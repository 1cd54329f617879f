import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientIdentity, ClientSearch } from '@app/clients';
import { parseANumber } from '@app/rules';
import { ConflictSearch } from './conflict-search';
import type { FindDuplicates } from './referral.dto';
import { namesOf } from './referral-store';
import type { PossibleDuplicate, PossibleDuplicates } from './referral.view';

const MOST = 10;

/** Finds clients who may be the person being entered, of those whoever asks may see. */
@Injectable()
export class Duplicates {
  constructor(
    private readonly search: ConflictSearch,
    private readonly clientSearch: ClientSearch,
    private readonly identities: ClientIdentity,
  ) {}

  /** The same A-number first, then names alike; a birth date that cannot be the same takes a name off the list. */
  async find(input: FindDuplicates): Promise<PossibleDuplicates> {
    const number = input.aNumber ? parseANumber(input.aNumber) : null;
    const sameNumber = number?.ok ? await this.clientSearch.byANumber(number.value) : [];
    const how = new Map<string, string>(sameNumber.map((id) => [id, 'a_number']));
    for (const person of await this.search.everybodyLike(namesOf(input.name, input.otherNames ?? []))) {
      if (person.source === 'client' && !how.has(person.id)) how.set(person.id, person.found.how);
    }
    const people = await this.identities.of([...how.keys()]);
    const items = [...people].flatMap(([id, { name, birth }]): PossibleDuplicate[] => {
      const why = how.get(id)!;
      if (why !== 'a_number' && !mayBeSame(birth, input.birth ?? null)) return [];
      return [
        {
          client: { id, name },
          birth: may('client.contacts') ? birth : null,
          how: why,
          sameBirth: birth !== null && birth === input.birth,
        },
      ];
    });
    const order = [...how.keys()];
    items.sort((one, other) => order.indexOf(one.client.id) - order.indexOf(other.client.id));
    return { items: items.slice(0, MOST), more: items.length > MOST };
  }
}

/** Papers disagree about days and months, and a year may be all that is known; two years apart is another person. */
function mayBeSame(one: string | null, other: string | null): boolean {
  if (!one || !other) return true;
  return Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4))) <= 1;
}
