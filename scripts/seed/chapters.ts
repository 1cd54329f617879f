import { recordOrderStatus } from '../../test/support/factories/order';
import { applied, checked, granted, PENDING_STAGES } from './clemency';
import { heard } from './hearings';
import { recorded } from './records';
import { heldSinceYesterday } from './custody';
import type { Story } from './story';

/** How a case stands today. `nth` counts within the chapter, so that each one differs. */
export type Chapter = (story: Story, nth: number) => Promise<void>;

/** The usual beginning: a conviction in the eighties to two-thousands, and the order it led to. */
async function begin(story: Story, nth: number, counts = 1) {
  const year = story.dice.between(1988, 2008);
  const conviction = await story.convict(year, counts);
  const decided = Math.max(1994, year + story.dice.between(1, 5));
  const partly = nth % 7 === 3 ? { decidedOn: String(decided), decidedAbout: nth % 2 === 0 } : {};
  const order = await story.order(conviction.offence, conviction.ids.slice(0, 1), decided, partly);
  if (story.dice.chance(70)) await story.custody('not_detained', story.days.ofYear(decided + 3, story.dice));
  return { order, wishes: { jurisdiction: conviction.state, convictionIds: conviction.ids } };
}

/** When people report next; many soon, one in a while today. */
const NEXT_REPORT = [0, 12, 1, 33, 2, 60, 3, 5, 21, 90, 4, 8, 150, 6, 15, 45, 210, 9, 27, 320];
const nextReport = (nth: number): number => NEXT_REPORT[nth % NEXT_REPORT.length];

const support: Chapter = async (story, nth) => {
  const { order } = await begin(story, nth);
  if (nth % 4 === 1) await story.wronged(order.id);
  if (nth % 4 === 0) await recorded(story, order.id);
  await story.reach(20 + nth, 'records');
  await story.reports(nextReport(nth), nth % 3);
  if (nth % 3 === 0) await story.note();
};

const pending: Chapter = async (story, nth) => {
  const { wishes } = await begin(story, nth, nth % 4 === 0 ? 2 : 1);
  await story.reach(10 + nth, 'records', 'clemency_pending');
  await applied(story, PENDING_STAGES[nth % PENDING_STAGES.length], 3 + ((nth * 11) % 120), wishes);
  await story.reports(nth % 5 === 0 ? null : nextReport(nth + 1), nth % 2);
  if (nth % 2 === 0) await story.note();
};

/** Days since the pardon was signed: some clocks are young, some nearly out, two are over. */
const SIGNED = [1, 4, 8, 14, 19, 23, 26, 28, 34, 41];

const grantReceived: Chapter = async (story, nth) => {
  const { wishes } = await begin(story, nth);
  const daysAgo = SIGNED[nth % SIGNED.length];
  await story.reach(daysAgo, 'records', 'clemency_pending', 'grant_received');
  const application = await granted(story, daysAgo, wishes);
  if (nth % 2 === 0) await checked(story, application);
  await story.reports(nextReport(nth + 2), 1);
  if (nth % 3 === 1) await story.confirm();
  if (nth < 3) await story.papers(false);
  await story.note();
};

const motionFiled: Chapter = async (story, nth) => {
  const { wishes } = await begin(story, nth);
  const signed = 35 + nth * 9;
  const filed = Math.max(2, signed - 24);
  const application = await granted(story, signed, wishes);
  await checked(story, application, true);
  await story.reach(filed, 'records', 'clemency_pending', 'grant_received', 'motion_filed');
  await story.complete(filed, 'Motion to reopen filed through ECAS; receipt in the file.');
  await story.reports(nextReport(nth + 4), 1);
  if (nth < 2) await story.papers(true);
};

const reopened: Chapter = async (story, nth) => {
  const { order, wishes } = await begin(story, nth);
  const won = 6 + nth * 8;
  await checked(story, await granted(story, won + 70, wishes), true);
  await story.reach(won, 'records', 'clemency_pending', 'grant_received', 'motion_filed', 'reopened');
  await story.complete(won + 26, 'Motion granted.');
  await recordOrderStatus(story.crew.lead, order, { status: 'reopened', on: story.days.weekday(-won) });
  await heard(story, nth);
  await story.note();
};

const won: Chapter = async (story, nth) => {
  const { order, wishes } = await begin(story, nth);
  const ended = 12 + nth * 19;
  await checked(story, await granted(story, ended + 110, wishes), true);
  await story.reach(
    ended + 8,
    'records',
    'clemency_pending',
    'grant_received',
    'motion_filed',
    'reopened',
    'terminated',
  );
  await story.complete(ended + 60, 'Motion granted.');
  const { lead } = story.crew;
  const open = await recordOrderStatus(lead, order, {
    status: 'reopened',
    on: story.days.weekday(-(ended + 30)),
  });
  await recordOrderStatus(lead, open, { status: 'vacated', on: story.days.weekday(-(ended + 8)) });
  await story.close(ended, nth % 3 === 0 ? 'order_vacated' : 'proceedings_terminated');
};

/** Days since a fresh order: the periods for appeal, for motions, for the court run now. */
const DECIDED = [3, 9, 17, 24, 27, 44, 71, 82, 86, 88];

const freshOrder: Chapter = async (story, nth) => {
  const { offence, ids } = await story.convict(story.days.year - 3);
  const decidedOn = story.days.weekday(-DECIDED[nth % DECIDED.length]);
  const absent = nth % 3 === 2;
  await story.order(offence, ids, story.days.year, {
    decidedOn,
    decisionForm: absent || nth % 2 ? 'written' : 'oral',
    mailedOn: absent || nth % 2 ? decidedOn : null,
    inAbsentia: absent,
    appeal: nth % 4 === 0 && !absent ? 'not_known' : 'not_taken',
    asylumDecided: nth % 2 === 0,
  });
  await story.reach(2, 'records');
  if (nth % 2 === 0) await story.confirm(3);
  await story.reports(nth % 2 ? nextReport(nth) : null, 0);
  await story.note();
};

const detained: Chapter = async (story, nth) => {
  const { wishes } = await begin(story, nth);
  await story.reach(30, 'records', 'clemency_pending');
  await applied(story, nth % 2 ? 'expedite_requested' : 'filed', 5 + nth, wishes);
  const [day] = story.days.passedThisWeek().slice(-1);
  if (nth === 0 && day) await story.took(day, 'detained');
  else await story.reports(null, 1);
  const since = story.days.on(-(2 + nth * 6));
  if (nth === 1) await heldSinceYesterday(story);
  else if (nth !== 0 || !day)
    await story.custody('detained', since, story.dice.pick(story.crew.office.facilities));
  await story.note();
};

/** Reported this week and came out again; the next appointment is a year away. */
const reported: Chapter = async (story, nth) => {
  await begin(story, nth);
  await story.reach(40, 'records');
  const passed = story.days.passedThisWeek();
  if (passed.length === 0) return story.reports(nth % 2 ? 0 : 1, 1);
  await story.took(passed[nth % passed.length], nth % 6 === 5 ? 'not_known' : 'came_out');
  await story.reports(330 + nth, 0);
};

/** An appointment that ICE moved to an earlier day. */
const moved: Chapter = async (story, nth) => {
  const { wishes } = await begin(story, nth);
  await story.reach(15, 'records', 'clemency_pending');
  await applied(story, 'filed', 25, wishes);
  await story.movedUp(60 + nth * 5, 4 + nth);
  await story.note();
};

const refused: Chapter = async (story, nth) => {
  const { wishes } = await begin(story, nth);
  await story.reach(25, 'records', 'clemency_pending');
  if (nth % 4 === 3) {
    const instrumentKind = nth % 8 === 3 ? 'commutation' : 'restoration_of_rights';
    await granted(story, 90, wishes, { instrumentKind, wording: 'Rights of citizenship are restored.' });
  } else await applied(story, ['denied', 'lapsed', 'withdrawn'][nth % 3], 18 + nth * 4, wishes);
  await story.reports(nextReport(nth + 7), 0);
};

const lost: Chapter = async (story, nth) => {
  await begin(story, nth);
  await story.reach(50 + nth * 20, 'records', 'closed_adverse');
  await story.close(40 + nth * 20, nth % 2 ? 'removed' : 'withdrawn');
};

const intake: Chapter = async (story, nth) => {
  if (nth % 3 === 0) await story.note();
  if (nth % 4 === 1) await story.reports(nextReport(nth), 0);
};

const advice: Chapter = async (story, nth) => {
  await begin(story, nth);
  if (nth % 2 === 0) {
    await story.reach(30 + nth, 'records');
    await story.close(9 + nth * 5, 'other');
  }
};

/** Every chapter with its kind of case, and how many of 150 clients are in it. */
export const CHAPTERS: { tell: Chapter; of150: number; type: string; openedDaysAgo: number }[] = [
  { tell: pending, of150: 40, type: 'clemency_and_reopening', openedDaysAgo: 420 },
  { tell: support, of150: 26, type: 'check_in_support', openedDaysAgo: 260 },
  { tell: grantReceived, of150: 10, type: 'clemency_and_reopening', openedDaysAgo: 500 },
  { tell: motionFiled, of150: 6, type: 'clemency_and_reopening', openedDaysAgo: 560 },
  { tell: reopened, of150: 4, type: 'clemency_and_reopening', openedDaysAgo: 600 },
  { tell: won, of150: 12, type: 'clemency_and_reopening', openedDaysAgo: 900 },
  { tell: freshOrder, of150: 10, type: 'removal_defence', openedDaysAgo: 80 },
  { tell: detained, of150: 7, type: 'clemency_and_reopening', openedDaysAgo: 300 },
  { tell: reported, of150: 8, type: 'check_in_support', openedDaysAgo: 380 },
  { tell: moved, of150: 4, type: 'clemency_and_reopening', openedDaysAgo: 280 },
  { tell: refused, of150: 6, type: 'clemency_and_reopening', openedDaysAgo: 480 },
  { tell: lost, of150: 4, type: 'removal_defence', openedDaysAgo: 400 },
  { tell: intake, of150: 9, type: 'clemency_and_reopening', openedDaysAgo: 4 },
  { tell: advice, of150: 4, type: 'advice_only', openedDaysAgo: 90 },
];
