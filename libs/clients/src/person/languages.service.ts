import { Injectable } from '@nestjs/common';
import { badField, changed, db, newId } from '@app/platform';
import { Client } from '../client.entity';
import { ClientsService } from '../clients.service';
import type { LanguageSkillView, SetLanguages } from './language.dto';
import { ClientLanguage } from './language.entity';

/** Which languages the person speaks and reads, and whether an interpreter is needed. */
@Injectable()
export class LanguagesService {
  constructor(private readonly clients: ClientsService) {}

  /** Replaces all of it. @throws Problem 412 when the client's record changed meanwhile */
  async set(clientId: string, version: number, input: SetLanguages): Promise<void> {
    const client = await this.clients.require(clientId);
    const need = input.interpreterNeed ?? (input.interpreterLanguage ? 'yes' : null);
    if (need === 'no' && input.interpreterLanguage)
      throw badField('interpreterLanguage', 'none_needed', 'No interpreter is needed: name no language.');
    const box = (await this.clients.key(clientId)).box('client', clientId);
    await db().update(Client, client, version, {
      languages: input.languages.map((skill) => skill.language),
      interpreterNeed: need,
      interpreterLanguage: input.interpreterLanguage ?? null,
      interpreterDialect: box.seal('interpreter_dialect', input.interpreterDialect?.trim() || null),
      literacy: input.literacy ?? null,
    });
    await db().remove(ClientLanguage, { clientId });
    await db().insertAll(
      ClientLanguage,
      input.languages.map(({ language, speaks, reads }) => ({
        ...{ id: newId(), clientId, language },
        ...{ speaks: speaks ?? null, reads: reads ?? null },
      })),
    );
    changed(...Object.keys(input));
  }

  /** How well each language of the record is spoken and read, in the record's order. */
  async skills(clientId: string, languages: readonly string[]): Promise<LanguageSkillView[]> {
    const rows = await db().findAll(ClientLanguage, { clientId });
    return languages.map((language) => {
      const row = rows.find((each) => each.language === language);
      return { language, speaks: row?.speaks ?? null, reads: row?.reads ?? null };
    });
  }
}
