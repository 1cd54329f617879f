import { describe, expect, it } from '@jest/globals';
import type { Application, CheckIn, DeadlineItem } from '../../api/types';
import { raceOf } from './race';

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

describe('the race', () => {
  it('names the check-in when it comes before every deadline', () => {
    const race = raceOf([deadline('2025-08-01')], [checkIn('2025-07-02')], [], today);
    expect(race.first).toBe('checkIn');
    expect(race.checkIn?.date).toBe('2025-07-02');
  });

  it('names the deadline on the same day as a check-in', () => {
    expect(raceOf([deadline('2025-07-02')], [checkIn('2025-07-02')], [], today).first).toBe('deadline');
  });

  it('puts what has passed before everything ahead', () => {
    const race = raceOf([deadline('2025-06-19'), deadline('2025-07-30')], [checkIn('2025-06-21')], [], today);
    expect(race.first).toBe('overdue');
    expect(race.deadline?.dueOn).toBe('2025-07-30');
  });

  it('does not call it overdue that an order became final', () => {
    const final = { ...deadline('2025-06-01'), kind: 'status' } as DeadlineItem;
    expect(raceOf([final], [checkIn('2025-07-02')], [], today)).toMatchObject({
      first: 'checkIn',
      overdue: null,
    });
  });

  it('does not count a deadline without a day, a completed one, or a check-in that was moved', () => {
    const race = raceOf(
      [deadline(null), deadline('2025-06-22', 'completed')],
      [checkIn('2025-06-21', 'moved')],
      [],
      today,
    );
    expect(race.first).toBe('nothing');
    expect(race.marks).toEqual([]);
  });

  it('follows the application with a grant, and a living one before a denied one', () => {
    const pardon = { instrumentKind: 'full_and_unconditional' };
    expect(raceOf([], [], [application('filed'), application('granted', pardon)], today).granted).toBe(true);
    expect(raceOf([], [], [application('denied'), application('filed')], today).application?.stage).toBe(
      'filed',
    );
  });

  it('leaves out a day that is a fact, such as the day an order became final', () => {
    const fact: DeadlineItem = { ...deadline('2000-03-14'), kind: 'status' };
    expect(raceOf([fact], [], [], today).first).toBe('nothing');
  });

  it('does not call a commutation a pardon', () => {
    const race = raceOf([], [], [application('granted', { instrumentKind: 'commutation' })], today);
    expect(race.granted).toBe(false);
    expect(race.otherGrant).toBe('commutation');
  });

  it('counts to the day to act and leaves out what was over before it was recorded', () => {
    const early = { ...deadline('2025-07-30'), taskOn: '2025-06-25' };
    const old = { ...deadline('2000-06-12'), overBeforeRecorded: true };
    const race = raceOf([early, old], [checkIn('2025-07-02')], [], today);
    expect(race.first).toBe('deadline');
    expect(race.overdue).toBeNull();
  });
});
