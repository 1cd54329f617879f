import type { AuthorityKey } from '../packs/grounds';
import type { Verdict } from './grantor';
import { convictionVerdicts, wholeVerdicts, type PerConvictionTest, type WholeTest } from './instrument';
import type { Conviction, InstrumentTest, Pardon } from './types';

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

/** Answers for any conviction how the instruments cover it. Each conviction and each instrument is read once. */
export class Coverages {
  private readonly byConviction = new Map<string, Pardon[]>();
  private readonly whole = new Map<Pardon, Record<WholeTest, Verdict>>();
  private readonly answers = new Map<string, Coverage>();

  constructor(
    readonly convictions: ReadonlyMap<string, Conviction>,
    readonly pardons: readonly Pardon[],
    private readonly asked = false,
  ) {
    for (const pardon of pardons) {
      this.whole.set(pardon, wholeVerdicts(pardon));
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
      ? naming.map((pardon) => this.byPardon(pardon, conviction)).reduce(better, NONE)
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
    return convictionVerdicts(pardon, conviction, this.asked);
  }

  private byPardon(pardon: Pardon, conviction: Conviction): Coverage {
    const verdicts: Record<InstrumentTest, Verdict> = {
      ...this.wholeVerdictsOf(pardon),
      ...this.perConviction(pardon, conviction),
    };
    return combine(pardon, Object.values(verdicts));
  }
}

function better(a: Coverage, b: Coverage): Coverage {
  return RANK[b.state] < RANK[a.state] ? b : a;
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
