import { badField, readPastDate } from '@app/platform';
import { mustNotPrecede } from './dates';
import type { EditMotion, MotionForum, MotionKind, NewMotion } from './motion.dto';
import type { Motion } from './motion.entity';

/**
 * Where each can be filed. Motions go to the court or the Board, whoever has jurisdiction, 8 CFR 1003.2, 1003.23; a
 * petition for review to the court of appeals, INA 242(b)(2); a habeas petition to the district court, 28 USC 2241,
 * and on appeal; Form I-246 to the ICE office, 8 CFR 241.6. A stay can be asked of any of them.
 */
const AGENCY: readonly MotionForum[] = ['court', 'board'];
const FORUMS: Partial<Record<MotionKind, readonly MotionForum[]>> = {
  reopen: AGENCY,
  reconsider: AGENCY,
  reopen_absentia: AGENCY,
  reopen_vawa: AGENCY,
  reopen_country_conditions: AGENCY,
  reopen_joint: AGENCY,
  sua_sponte: AGENCY,
  petition_for_review: ['court_of_appeals'],
  habeas: ['district_court', 'court_of_appeals'],
  i246: ['dhs'],
};
const OPEN = ['pending', 'not_known'];
const DIRECT = ['kind', 'forum', 'filedBy', 'result', 'orderId', 'stayUntil'] as const;

/** What is recorded of a motion, as far as one entry names it. */
export type MotionFacts = Partial<Motion>;

/** Takes over what is given. @throws Problem 422 with the field when a value cannot be */
export function readMotion(input: NewMotion | EditMotion, today: string): MotionFacts {
  const facts: MotionFacts = {};
  for (const field of DIRECT) {
    if (input[field] !== undefined) Object.assign(facts, { [field]: input[field] });
  }
  for (const field of ['filedOn', 'resultOn'] as const) {
    const on = readPastDate(field, input[field], today);
    if (on !== undefined) facts[field] = on;
  }
  return facts;
}

/** Refuses a motion whose facts contradict each other. @throws Problem 422 with the field */
export function checkMotion(motion: MotionFacts): void {
  const forums = FORUMS[motion.kind as MotionKind];
  if (forums && !forums.includes(motion.forum as MotionForum))
    throw badField('forum', 'not_this_forum', 'This is not filed there. Correct the kind or the forum.');
  if (motion.resultOn && OPEN.includes(motion.result ?? ''))
    throw badField('resultOn', 'no_result', 'There is no result yet that could have a date.');
  mustNotPrecede(
    'resultOn',
    motion.resultOn,
    motion.filedOn,
    'before_filing',
    'It cannot be decided before it is filed.',
  );
  mustNotPrecede(
    'stayUntil',
    motion.stayUntil,
    motion.filedOn,
    'before_filing',
    'A stay cannot end before it was asked for.',
  );
}
