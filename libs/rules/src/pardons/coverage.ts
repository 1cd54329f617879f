import type { AuthorityKey } from '../packs/grounds';
import { PartialDays } from './days';
import type { Verdict } from './grantor';
import { convictionVerdicts, wholeVerdicts, type PerConvictionTest, type WholeTest } from './instrument';
import { asRecorded } from './recorded';
import type { AdmissionHistory, Conviction, InstrumentTest, Pardon } from './types';

/** How well the instruments on file cover one conviction. */
export interface Coverage {
  state: 'covered' | 'contested' | 'needs_facts' | 'failed' | 'none';
  pardonIds: string[];
  reasonCode: string;
  reason: string;
  questions: string[];
  counterArguments: string[];
  authorities: AuthorityKey[];
  /** The President granted it: the wider argument of the OLC opinion is open. */
  presidential: boolean;
}

/** What the rules are run over. `imagined` pardons are still to come, so they will be dated later. */
export interface CaseFacts {
  convictions: ReadonlyMap<string, Conviction>;
  pardons: readonly Pardon[];
  imagined?: ReadonlySet<Pardon>;
  circuit: string | null;
  admission?: AdmissionHistory | null;
}

/** The best answer comes first: a second, better pardon counts however bad the first one was. */
const RANK: Record<Coverage['state'], number> = {
  covered: 0,
  contested: 1,
  needs_facts: 2,
  failed: 3,
  none: 4,
};
const NONE: Coverage = {
  state: 'none',
  pardonIds: [],
  reasonCode: 'conviction_not_pardoned',
  reason: 'No recorded pardon names this conviction.',
  questions: [],
  counterArguments: [],
  authorities: ['perConviction'],
  presidential: false,
};
const REASON_OF_VACATUR_UNKNOWN: Coverage = {
  ...NONE,
  state: 'needs_facts',
  reasonCode: 'vacatur_reason_not_known',
  reason: 'The conviction was vacated, and why is not recorded.',
  questions: [
    'Was the conviction vacated for a legal or procedural defect, or for rehabilitation or hardship?',
  ],
  authorities: ['roldan'],
};
const CLEARED: Coverage = {
  ...NONE,
  reasonCode: 'cleared_record_not_a_pardon',
  reason:
    'The record was cleared, which is not a pardon and does not erase the conviction for immigration law; no recorded pardon names it.',
  authorities: ['roldan', 'pardonOnly'],
};

/** Answers for any conviction how the instruments cover it. Each conviction and each instrument is read once. */
export class Coverages {
  readonly convictions: ReadonlyMap<string, Conviction>;
  readonly pardons: readonly Pardon[];
  readonly circuit: string | null;
  readonly admission: AdmissionHistory | null;
  readonly days = new PartialDays();
  readonly imagined: ReadonlySet<Pardon>;
  private readonly byConviction = new Map<string, Pardon[]>();
  private readonly whole = new Map<Pardon, Record<WholeTest, Verdict>>();
  private readonly answers = new Map<string, Coverage>();

  constructor({ convictions, pardons, imagined = new Set(), circuit, admission = null }: CaseFacts) {
    this.convictions = convictions;
    this.pardons = pardons;
    this.imagined = imagined;
    this.circuit = circuit;
    this.admission = admission;
    for (const pardon of pardons) {
      this.whole.set(pardon, asRecorded(wholeVerdicts(pardon), pardon));
      for (const id of new Set(pardon.convictionIds)) {
        const naming = this.byConviction.get(id);
        if (naming) naming.push(pardon);
        else this.byConviction.set(id, [pardon]);
      }
    }
  }

  of(convictionId: string): Coverage {
    const known = this.answers.get(convictionId);
    if (known) return known;
    const conviction = this.convictions.get(convictionId);
    const naming = this.byConviction.get(convictionId) ?? [];
    const best = conviction
      ? naming.map((pardon) => this.byPardon(pardon, conviction)).reduce(better, withoutPardon(conviction))
      : NONE;
    this.answers.set(convictionId, best);
    return best;
  }

  wholeVerdictsOf(pardon: Pardon): Record<WholeTest, Verdict> {
    const verdicts = this.whole.get(pardon);
    if (!verdicts) throw new Error('The pardon is not one of these.');
    return verdicts;
  }

  perConviction(pardon: Pardon, conviction: Conviction): Record<PerConvictionTest, Verdict> {
    const asked = this.imagined.has(pardon);
    return asRecorded(convictionVerdicts(pardon, conviction, { asked, days: this.days }), pardon);
  }

  private byPardon(pardon: Pardon, conviction: Conviction): Coverage {
    const verdicts: Record<InstrumentTest, Verdict> = {
      ...this.wholeVerdictsOf(pardon),
      ...this.perConviction(pardon, conviction),
    };
    return combine(pardon, Object.values(verdicts));
  }
}

function withoutPardon({ clearedBy }: Conviction): Coverage {
  if (clearedBy === 'vacated_reason_not_known') return REASON_OF_VACATUR_UNKNOWN;
  return clearedBy === 'vacated_for_rehabilitation' || clearedBy === 'expunged_or_sealed' ? CLEARED : NONE;
}

/** Equal answers are told apart by the id of the pardon, so that the order of recording does not matter. */
function better(a: Coverage, b: Coverage): Coverage {
  if (RANK[a.state] !== RANK[b.state]) return RANK[b.state] < RANK[a.state] ? b : a;
  return (b.pardonIds[0] ?? '') < (a.pardonIds[0] ?? '') ? b : a;
}

function combine(pardon: Pardon, verdicts: Verdict[]): Coverage {
  const failed = verdicts.find(({ result }) => result === 'fail');
  const facts = verdicts.filter(({ doubt }) => doubt === 'facts');
  const law = verdicts.filter(({ doubt }) => doubt === 'law');
  const deciding = failed ?? facts[0] ?? law[0];
  const { reasonCode, why, authorities } = deciding ?? PARDONED;
  return {
    state: stateOf(deciding),
    pardonIds: [pardon.id],
    reasonCode,
    reason: why,
    questions: facts.flatMap(({ question }) => question ?? []),
    counterArguments: law.map((verdict) => verdict.why),
    authorities,
    presidential: pardon.grantor === 'president' && !failed,
  };
}

const PARDONED: Pick<Verdict, 'reasonCode' | 'why' | 'authorities'> = {
  reasonCode: 'conviction_pardoned',
  why: 'A full and unconditional pardon covers this conviction.',
  authorities: ['waiver'],
};

function stateOf(deciding: Verdict | undefined): Coverage['state'] {
  if (!deciding) return 'covered';
  if (deciding.result === 'fail') return 'failed';
  return deciding.doubt === 'facts' ? 'needs_facts' : 'contested';
}
