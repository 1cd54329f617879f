import { Injectable } from '@nestjs/common';
import { Case } from '@app/cases';
import type { ClientView } from '@app/clients';
import type { ClosingLetterFacts } from '@app/filings';
import { badField, currentActor, db, officeToday } from '@app/platform';
import { FilingDetails, StaffUser } from '@app/staff';
import type { PaperOptions } from './motion-papers.dto';

/** Gathers what a closing letter says. A case that is not closed has no day and no outcome: blanks. */
@Injectable()
export class ClosingLetters {
  constructor(private readonly details: FilingDetails) {}

  /** @throws Problem 422 for a case that is not this client's */
  async closing(client: ClientView, options: PaperOptions): Promise<ClosingLetterFacts> {
    const matter = await this.matter(client.id, options.caseId);
    const { addressLines, phone, email } = await this.details.letterhead();
    const signer = await db().find(StaffUser, { id: matter?.responsibleId ?? currentActor().userId });
    return {
      preparedOn: await officeToday(),
      language: options.language ?? 'en',
      office: { name: await this.officeName(), addressLines, phone, email },
      client: client.name.full,
      ...endingOf(matter),
      signer: signer?.name ?? null,
    };
  }

  private async officeName(): Promise<string | null> {
    const office = await db().one<{ name: string }>('SELECT name FROM organisation WHERE org_id = $1', [
      currentActor().orgId,
    ]);
    return office?.name ?? null;
  }

  private async matter(clientId: string, caseId?: string): Promise<Case | null> {
    const cases = await db().findAll(Case, { clientId }, { closedOn: 'DESC', id: 'DESC' });
    if (!caseId) return cases.find(({ status }) => status === 'closed') ?? cases[0] ?? null;
    const chosen = cases.find(({ id }) => id === caseId);
    if (!chosen) throw badField('options.caseId', 'unknown_case', 'This client has no such case.');
    return chosen;
  }
}

function endingOf(matter: Case | null): Pick<ClosingLetterFacts, 'closedOn' | 'outcome'> {
  if (!matter) return { closedOn: null, outcome: null };
  return { closedOn: matter.closedOn, outcome: matter.outcome as ClosingLetterFacts['outcome'] };
}
