import { may } from '@app/access';
import { cannot } from '@app/platform';
import { canMove, nextStages, type ClemencyStage } from '@app/rules';
import type { ApplicationCan } from './clemency.view';

/** Stages that only a recorded grant brings about. */
const AFTER_GRANT: readonly ClemencyStage[] = ['granted', 'instrument_checked', 'handed_off'];

/** Stages a person can choose from here. */
export function stagesAhead(stage: ClemencyStage): ClemencyStage[] {
  return nextStages(stage).filter((next) => next !== 'granted');
}

/** What may be done with an application by whoever asks; the same answers travel in the view as `can`. */
export function applicationCan(stage: ClemencyStage, granted: boolean): ApplicationCan {
  return {
    edit: may('clemency.edit'),
    changeStage: stagesAhead(stage).length > 0 && may('clemency.edit'),
    recordGrant: !granted && canMove(stage, 'granted') && may('clemency.grant'),
  };
}

/** @throws Problem 422 with the stages that are possible */
export function requireMove(from: ClemencyStage, to: ClemencyStage): void {
  if (to === 'granted')
    throw cannot('grant_first', 'Record the grant with its dates: the stage follows by itself.', {
      stage: from,
      next: stagesAhead(from),
    });
  if (!canMove(from, to)) throw notNext(from);
}

/** @throws Problem 422 when nothing could be granted from here */
export function requireGrantable(from: ClemencyStage, granted: boolean): void {
  if (granted) throw cannot('granted_already', 'This application has its grant already: correct that one.');
  if (!canMove(from, 'granted')) throw notNext(from);
}

/** An application that comes to the office under way may stand anywhere before the decision. @throws Problem 422 */
export function requireStart(stage: ClemencyStage): void {
  if (AFTER_GRANT.includes(stage))
    throw cannot('grant_first', 'Start with the stage before the decision, then record the grant.', {
      next: ['filed'],
    });
}

function notNext(from: ClemencyStage): Error {
  return cannot('stage_not_next', 'This application cannot go to that stage from where it is.', {
    stage: from,
    next: stagesAhead(from),
  });
}
