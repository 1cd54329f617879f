import type { StayFact, StayFactKind } from '@app/rules';
import { barKindOf, type RecordedMotion } from './standing-motions';

const OPEN = ['pending', 'granted'];
const RULED = ['granted', 'denied', 'withdrawn', 'not_known'];
/** The rules call the immigration court's stays those of its judge. */
const forumOf = ({ forum }: RecordedMotion): string | null => (forum === 'court' ? 'judge' : forum);

function factOf(
  motion: RecordedMotion,
  kind: StayFactKind,
  on: string | null,
  attributes: StayFact['attributes'] = {},
): StayFact {
  return { id: `motion:${motion.id}:${kind}`, kind, on, attributes };
}

/** A stay with an end that was recorded beside a motion which is pending or was granted. */
function stayBeside(motion: RecordedMotion): StayFact[] {
  if (!motion.stayUntil || !OPEN.includes(motion.result)) return [];
  const on = motion.resultOn ?? motion.filedOn;
  return [factOf(motion, 'stay_granted', on, { forum: forumOf(motion), until: motion.stayUntil })];
}

/** A request for a stay. One that was withdrawn says nothing any more. */
function requestFacts(
  motion: RecordedMotion,
  kinds: Record<'filed' | 'granted' | 'denied', StayFactKind>,
): StayFact[] {
  const forum = forumOf(motion);
  const asked = factOf(motion, kinds.filed, motion.filedOn, { forum });
  switch (motion.result) {
    case 'withdrawn':
      return [];
    case 'granted':
      return [asked, factOf(motion, kinds.granted, motion.resultOn, { forum, until: motion.stayUntil })];
    case 'denied':
      return [asked, factOf(motion, kinds.denied, motion.resultOn, { forum })];
    default:
      return [asked, ...stayBeside(motion)];
  }
}

/** The ruling on a motion. One whose result nobody knows counts as ruled on: its stay may be over. */
function rulingOf(
  motion: RecordedMotion,
  kind: StayFactKind,
  attributes: StayFact['attributes'] = {},
): StayFact[] {
  return RULED.includes(motion.result) ? [factOf(motion, kind, motion.resultOn, attributes)] : [];
}

/** A motion on changed country conditions stays nothing by itself, like any other motion to reopen. */
function motionKindOf(motion: RecordedMotion): string | null {
  const kind = barKindOf(motion);
  if (kind === 'country_conditions') return 'reopen';
  return kind === 'not_known' ? null : kind;
}

function motionFacts(motion: RecordedMotion): StayFact[] {
  const filed = factOf(motion, 'motion_filed', motion.filedOn, { motionKind: motionKindOf(motion) });
  return [filed, ...rulingOf(motion, 'motion_decided', { motionId: filed.id }), ...stayBeside(motion)];
}

/** What one motion says about a stay. What the clerk sent back says nothing. */
export function stayFactsOf(motion: RecordedMotion): StayFact[] {
  if (!motion.id || motion.result === 'rejected') return [];
  switch (motion.kind) {
    case 'stay':
      return requestFacts(motion, {
        filed: 'stay_requested',
        granted: 'stay_granted',
        denied: 'stay_denied',
      });
    case 'i246':
      return requestFacts(motion, { filed: 'i246_filed', granted: 'i246_granted', denied: 'i246_denied' });
    case 'habeas':
      return [factOf(motion, 'habeas_filed', motion.filedOn), ...stayBeside(motion)];
    case 'petition_for_review':
      return [
        factOf(motion, 'petition_filed', motion.filedOn),
        ...rulingOf(motion, 'petition_decided'),
        ...stayBeside(motion),
      ];
    default:
      return motionFacts(motion);
  }
}
