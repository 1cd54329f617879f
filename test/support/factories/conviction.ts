import type { Api } from '../client';

type Known = 'yes' | 'no' | 'not_known';

/** A conviction as a test or the demo data wants it. */
export interface ConvictionWishes {
  court?: string | null;
  state?: string | null;
  county?: string | null;
  docket?: string | null;
  statute?: string | null;
  level?: 'felony' | 'misdemeanor' | 'violation' | 'federal_felony' | 'federal_misdemeanor' | 'other';
  offence?: string | null;
  offenceOn?: string | null;
  pleaOn?: string | null;
  sentencedOn?: string | null;
  sentence?: string | null;
  maximumSentence?: string | null;
  ageAtOffence?: number | null;
  flags?: Partial<
    Record<'drug' | 'firearm' | 'domestic' | 'childVictim' | 'moralTurpitude' | 'aggravatedFelony', Known>
  >;
  note?: string | null;
}

/** What callers of the factory need of the answer. */
export interface AddedConviction {
  id: string;
  version: number;
}

/** Records a conviction of a client: by default an old robbery in New York. */
export function addConviction(
  api: Api,
  clientId: string,
  wishes: ConvictionWishes = {},
): Promise<AddedConviction> {
  return api.created(`/clients/${clientId}/convictions`, {
    court: 'County Court',
    state: 'NY',
    statute: 'NY Penal Law 160.10',
    level: 'felony',
    offence: 'Robbery in the second degree',
    offenceOn: '1996',
    sentencedOn: '1997-05',
    sentence: 'Three years',
    flags: { moralTurpitude: 'yes', aggravatedFelony: 'yes' },
    ...wishes,
  });
}
