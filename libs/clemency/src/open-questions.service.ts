import { Injectable } from '@nestjs/common';
import { RemovalReader, type ConvictionView } from '@app/removal';
import { whoKnows } from '@app/rules';
import type { OpenQuestion, OpenQuestions } from './open-questions.view';
import { PardonEffectService } from './pardon-effect.service';

type Who = 'client' | 'record';

/** Fields of a conviction that the rules read, and who can say what is missing. */
const FIELDS: Readonly<Partial<Record<keyof ConvictionView, Who>>> = {
  offenceOn: 'client',
  ageAtOffence: 'client',
  state: 'record',
  statute: 'record',
  docket: 'record',
  pleaOn: 'record',
  sentencedOn: 'record',
  sentence: 'record',
  maximumSentence: 'record',
};

/** Turns what the report about a pardon waits for into two lists: to ask the client, and to order from the record. */
@Injectable()
export class OpenQuestionsService {
  constructor(
    private readonly effect: PardonEffectService,
    private readonly removal: RemovalReader,
  ) {}

  /** @throws Problem 404 */
  async of(clientId: string): Promise<OpenQuestions> {
    const { convictions } = await this.removal.of(clientId);
    const { charges } = await this.effect.of(clientId);
    const asked = new Map<string, string[]>();
    for (const { ina, missingFacts } of charges)
      for (const text of missingFacts) asked.set(text, [...(asked.get(text) ?? []), ina]);
    const ofRules = [...asked].map(([text, inas]): [Who, OpenQuestion] => [
      whoKnows(text),
      { text, field: null, convictionId: null, about: null, charges: [...new Set(inas)] },
    ]);
    const all = [...ofRules, ...convictions.flatMap(emptyFields)];
    const put = (who: Who): OpenQuestion[] =>
      all.filter(([to]) => to === who).map(([, question]) => question);
    return { forClient: put('client'), forRecord: put('record') };
  }
}

function emptyFields(conviction: ConvictionView): [Who, OpenQuestion][] {
  const about = { text: null, convictionId: conviction.id, about: conviction.offence, charges: [] };
  const fields = (Object.entries(FIELDS) as [keyof ConvictionView, Who][])
    .filter(([field]) => conviction[field] === null)
    .map(([field, who]): [Who, OpenQuestion] => [who, { ...about, field }]);
  const flags = Object.entries(conviction.flags)
    .filter(([, known]) => known === 'not_known')
    .map(([flag]): [Who, OpenQuestion] => ['record', { ...about, field: `flags.${flag}` }]);
  return [...fields, ...flags];
}
