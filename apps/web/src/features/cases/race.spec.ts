import { describe, expect, it } from '@jest/globals';
import type { Application, CheckIn, DeadlineItem, Hearing } from '../../api/types';
import { raceOf, type Race, type Runners } from './race';

const today = '2025-06-20';
const checkIn = (date: string, status = 'scheduled'): CheckIn =>
  ({ date, status, officeCode: 'NYC', office: null }) as CheckIn;
const deadline = (dueOn: string | null, status = 'open'): DeadlineItem =>
  ({
    kind: 'filing',
    dueOn,
    taskOn: null,
    overBeforeRecorded: false,
    status,
    title: `due ${dueOn}`,
  }) as DeadlineItem;
const application = (stage: string, grant: object | null = null): Application =>
  ({ stage, grant, stages: [{}] }) as unknown as Application;

const hearing = (date: string | null, dateState = 'known', status = 'scheduled'): Hearing =>
  ({ date, dateState, status, kind: 'master', court: null }) as Hearing;
const raceIn = (runners: Partial<Runners>): Race =>
  raceOf({ deadlines: [], checkIns: [], hearings: [], applications: [], ...runners }, today);

describe('the race', () => {
  it('names the check-in when it comes before every deadline', () => {
    const race = raceIn({ deadlines: [deadline('2025-08-01')], checkIns: [checkIn('2025-07-02')] });
    expect(race.first).toBe('checkIn');
    expect(race.checkIn?.date).toBe('2025-07-02');
  });

  it('names the deadline on the same day as a check-in', () => {
    expect(raceIn({ deadlines: [deadline('2025-07-02')], checkIns: [checkIn('2025-07-02')] }).first).toBe(
      'deadline',
    );
  });

  it('puts what has passed before everything ahead', () => {
    const race = raceIn({
      deadlines: [deadline('2025-06-19'), deadline('2025-07-30')],
      checkIns: [checkIn('2025-06-21')],
    });
    expect(race.first).toBe('overdue');
    expect(race.deadline?.dueOn).toBe('2025-07-30');
  });

  it('does not call it overdue that an order became final', () => {
    const final = { ...deadline('2025-06-01'), kind: 'status' } as DeadlineItem;
    expect(raceIn({ deadlines: [final], checkIns: [checkIn('2025-07-02')] })).toMatchObject({
      first: 'checkIn',
      overdue: null,
    });
  });

  it('does not count a deadline without a day, a completed one, or a check-in that was moved', () => {
    const race = raceIn({
      deadlines: [deadline(null), deadline('2025-06-22', 'completed')],
      checkIns: [checkIn('2025-06-21', 'moved')],
    });
    expect(race.first).toBe('nothing');
    expect(race.marks).toEqual([]);
  });

  it('names a hearing that comes before everything else, and after a deadline of its day', () => {
    const others = {
      checkIns: [checkIn('2025-07-02')],
      hearings: [hearing('2025-06-30'), hearing('2025-06-24')],
    };
    expect(raceIn(others)).toMatchObject({ first: 'hearing', hearing: { date: '2025-06-24' } });
    expect(raceIn({ ...others, deadlines: [deadline('2025-06-24')] }).first).toBe('deadline');
    expect(raceIn(others).marks.map(({ lane }) => lane)).toEqual(['checkIn', 'hearing', 'hearing']);
  });

  it('does not send anybody to a control date, a hearing that was moved, or one whose day is not known', () => {
    const hearings = [
      hearing('2025-06-24', 'control_date'),
      hearing('2025-06-25', 'known', 'moved'),
      hearing(null, 'not_known_yet'),
      hearing('2025-06-19'),
    ];
    expect(raceIn({ hearings })).toMatchObject({ first: 'nothing', hearing: null, marks: [] });
  });

  it('follows the application with a grant, and a living one before a denied one', () => {
    const pardon = { instrumentKind: 'full_and_unconditional' };
    expect(raceIn({ applications: [application('filed'), application('granted', pardon)] }).granted).toBe(
      true,
    );
    expect(raceIn({ applications: [application('denied'), application('filed')] }).application?.stage).toBe(
      'filed',
    );
  });

  it('leaves out a day that is a fact, such as the day an order became final', () => {
    const fact: DeadlineItem = { ...deadline('2000-03-14'), kind: 'status' };
    expect(raceIn({ deadlines: [fact] }).first).toBe('nothing');
  });

  it('does not call a commutation a pardon', () => {
    const race = raceIn({ applications: [application('granted', { instrumentKind: 'commutation' })] });
    expect(race.granted).toBe(false);
    expect(race.otherGrant).toBe('commutation');
  });

  it('counts to the day to act and leaves out what was over before it was recorded', () => {
    const early = { ...deadline('2025-07-30'), taskOn: '2025-06-25' };
    const old = { ...deadline('2000-06-12'), overBeforeRecorded: true };
    const race = raceIn({ deadlines: [early, old], checkIns: [checkIn('2025-07-02')] });
    expect(race.first).toBe('deadline');
    expect(race.overdue).toBeNull();
  });
});
