import type { AuthorityKey } from './authorities';

/** The eight questions every instrument must answer. */
export const INSTRUMENT_TESTS = [
  {
    test: 'grantor',
    ask: 'Who signed: President, governor, board, legislature, court, or a law by itself?',
    authorities: ['waiver', 'nolan', 'tajer', 'matterOfD'],
  },
  {
    test: 'type',
    ask: 'Is it a pardon, and not a commutation, reprieve, restoration of rights, certificate or expungement?',
    authorities: ['pardonOnly', 'roldan'],
  },
  {
    test: 'full_and_unconditional',
    ask: 'Is it full and unconditional, with nothing carved out (firearms, habitual-offender use, later offences, reporting)?',
    authorities: ['unconditional', 'balogun'],
  },
  {
    test: 'same_conviction',
    ask: 'Does it name every conviction charged: county, docket or indictment number, statute, count and date?',
    authorities: ['perConviction'],
  },
  {
    test: 'sovereign',
    ask: 'Was it granted by the sovereign that convicted?',
    authorities: ['sovereign', 'balogun'],
  },
  {
    test: 'after_conviction',
    ask: 'Is it dated after the conviction, and is its effective day proved (signature, seal, consent)?',
    authorities: ['waiverAfterConviction'],
  },
  {
    test: 'individual',
    ask: 'Was it granted on the person’s own request, and not by a proclamation for a class?',
    authorities: ['dhsIndividual'],
  },
  {
    test: 'collateral_attack',
    ask: 'Does the government say it was got by fraud?',
    authorities: ['unconditional'],
  },
] as const satisfies ReadonlyArray<{ test: string; ask: string; authorities: readonly AuthorityKey[] }>;
