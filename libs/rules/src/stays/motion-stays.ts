import { dayOf, flag, happened, pastFacts, said as nameOf, stayOf, text, type Finding } from './facts';
import type { Stay, StayContext, StayFact, StayFacts } from './types';

/** A motion, and what is known about its ruling. */
interface Motion {
  readonly filed: StayFact;
  readonly kind: string | null;
  /** The ruling on this motion; several motions and a ruling that names none leave it open. */
  readonly ruling: StayFact | null;
  readonly rulingUnclear: boolean;
  /** A motion of the same kind was filed before. */
  readonly second: boolean;
  /** A motion was filed before that files call "to reopen", or name no kind of: it may have been of this kind. */
  readonly perhapsSecond: boolean;
}

const UNCLEAR: ReadonlySet<string | null> = new Set(['reopen', null]);

/** Certainly later: a missing day never is. */
const after = (other: StayFact, filed: StayFact) =>
  dayOf(other) !== null && dayOf(filed) !== null && dayOf(other)! > dayOf(filed)!;

function motionsOf(facts: StayFacts, context: StayContext): Motion[] {
  const filings = pastFacts(facts, context.today, 'motion_filed');
  const rulings = pastFacts(facts, context.today, 'motion_decided');
  return filings.map((filed) => {
    const kind = text(filed, 'motionKind');
    const own = rulings.find((ruling) => text(ruling, 'motionId') === filed.id) ?? null;
    const loose = rulings.filter((ruling) => {
      const motionId = text(ruling, 'motionId');
      return motionId === null || !filings.some((motion) => motion.id === motionId);
    });
    return {
      filed,
      kind,
      ruling: own ?? (filings.length === 1 ? (loose[0] ?? null) : null),
      rulingUnclear: own === null && filings.length > 1 && loose.length > 0,
      second: filings.some(
        (other) => other !== filed && text(other, 'motionKind') === kind && !after(other, filed),
      ),
      perhapsSecond: filings.some(
        (other) => other !== filed && UNCLEAR.has(text(other, 'motionKind')) && !after(other, filed),
      ),
    };
  });
}

/** What keeps an automatic stay from being certain, whatever the motion's kind. */
function doubtOf(motion: Motion, today: string): string | null {
  if (happened(motion.filed, today) !== 'yes') return 'When the motion was filed is not known.';
  if (motion.rulingUnclear) return 'A ruling is recorded that names no motion: it may be on this one.';
  if (motion.second) return 'It is not the first motion of its kind; only one brings an automatic stay.';
  if (motion.perhapsSecond)
    return 'An earlier motion is recorded that may have been of this kind, and only the first brings an automatic stay: read its papers.';
  return null;
}

const factsOf = ({ filed, ruling }: Motion) => [filed, ruling].filter((fact) => fact !== null);
const unknown = (motion: Motion, why: string): Finding => ({
  standing: 'not_known',
  from: dayOf(motion.filed),
  why,
  facts: factsOf(motion),
});

function absentia(motion: Motion, orders: readonly StayFact[], today: string): Finding {
  const { filed, ruling } = motion;
  const facts = [...orders, ...factsOf(motion)];
  if (ruling)
    return {
      standing: 'ended',
      from: dayOf(filed),
      until: dayOf(ruling),
      why: 'The judge has ruled on the motion.',
      facts,
      warnings: [
        'In some postures the EOIR manual describes a stay on appeal of the denial: read chapter 6.2(d).',
      ],
    };
  // Several orders that differ leave it open which one the motion attacks.
  const said = new Set(orders.map((order) => flag(order, 'inAbsentia')));
  const inAbsentia = said.size === 1 ? [...said][0]! : null;
  if (inAbsentia === false)
    return { standing: 'not_automatic', why: 'The order is recorded as not made in absentia.', facts };
  if (inAbsentia === null)
    return { ...unknown(motion, 'Whether the order was made in absentia is not known.'), facts };
  const doubt = doubtOf(motion, today);
  if (doubt) return { ...unknown(motion, doubt), facts };
  return {
    standing: 'in_force',
    from: dayOf(filed),
    untilEvent: 'the judge’s ruling on the motion',
    why: 'The motion to rescind an order made in absentia is pending before the judge.',
    facts,
    warnings: ['Check that the court has accepted the motion: a rejected filing stays nothing.'],
  };
}

function vawa(motion: Motion, today: string): Finding {
  const { filed, ruling } = motion;
  const facts = factsOf(motion);
  const from = dayOf(filed);
  if (ruling && flag(ruling, 'final') === true)
    return {
      standing: 'ended',
      from,
      until: dayOf(ruling),
      why: 'The motion is finally disposed of.',
      facts,
    };
  if (ruling)
    return unknown(motion, 'The motion was decided; whether an appeal from it is pending is not known.');
  const qualifies = flag(filed, 'qualifies');
  if (qualifies === false)
    return { standing: 'not_automatic', why: 'The person is recorded as not qualifying.', facts };
  const doubt = qualifies === null ? 'Whether the person qualifies is not known.' : doubtOf(motion, today);
  if (doubt) return unknown(motion, doubt);
  return {
    standing: 'in_force',
    from,
    untilEvent: 'final disposition of the motion, appeals included',
    why: 'A motion of a qualifying person is pending.',
    facts,
  };
}

const NAMES: Readonly<Record<string, string>> = {
  reopen: 'A motion to reopen',
  reconsider: 'A motion to reconsider',
  joint: 'A joint motion',
  sua_sponte: 'A request to reopen sua sponte',
};

function other(motion: Motion): Finding {
  const name = NAMES[motion.kind ?? ''];
  if (!name) return unknown(motion, `What kind of motion it is, is not recorded (${nameOf(motion.filed)}).`);
  return {
    standing: 'not_automatic',
    why: `${name} stays nothing by itself; a stay must be granted by the judge, the Board or DHS.`,
    facts: factsOf(motion),
  };
}

/** The stay that each recorded motion brings, or does not. INA 240(b)(5)(C), 240(c)(7)(C)(iv); 8 CFR 1003.23(b). */
export function motionStays(facts: StayFacts, context: StayContext): Stay[] {
  const orders = pastFacts(facts, context.today, 'order_decided');
  return motionsOf(facts, context).map((motion) => {
    if (motion.kind === 'absentia')
      return stayOf('stay.motion.absentia', absentia(motion, orders, context.today), context);
    if (motion.kind === 'vawa') return stayOf('stay.motion.vawa', vawa(motion, context.today), context);
    return stayOf('stay.motion.other', other(motion), context);
  });
}
