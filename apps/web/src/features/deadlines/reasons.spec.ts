import { describe, expect, it } from '@jest/globals';
import { readDates } from './dates';
import { doubtOf, ownWarnings, runsOf } from './trace';

const step = (name: string, text = name) => ({ step: name, text, on: null });

describe('the trace', () => {
  it('keeps its order and its numbers, with neighbours of one kind together', () => {
    const runs = runsOf(
      ['input', 'input', 'rule', 'count', 'roll', 'rule', 'count', 'something_new', 'operative'].map((name) =>
        step(name),
      ),
    );
    expect(runs.map(({ part, first, steps }) => [part, first, steps.length])).toEqual([
      ['inputs', 1, 2],
      ['version', 3, 1],
      ['count', 4, 1],
      ['roll', 5, 1],
      ['version', 6, 1],
      ['count', 7, 2],
      ['dates', 9, 1],
    ]);
  });

  it('says a doubt once, where it stands in the trace', () => {
    const trace = [step('count'), step('doubt', 'Stale: the rule.')];
    expect(ownWarnings({ trace, warnings: ['Stale: the rule.', 'Act at once.'] })).toEqual(['Act at once.']);
  });

  it('knows what kind of doubt the engine states', () => {
    expect(doubtOf('Not verified: no attorney has checked it.')).toBe('unverified');
    expect(doubtOf('Something nobody foresaw.')).toBeNull();
  });
});

describe('the dates of a deadline', () => {
  const alternate = (on: string, status = 'uncertain') => ({
    name: 'other',
    on,
    label: `Counted to ${on}`,
    status,
  });

  it('stand in the order of the calendar, what comes after the last day marked as later', () => {
    const dates = readDates({
      taskOn: '2027-02-11',
      dueOn: '2027-02-17',
      conservativeOn: '2027-02-16',
      outerOn: '2027-03-25',
      printedOn: null,
      ruleStatus: 'operative',
      alternates: [alternate('2027-03-22'), alternate('2027-02-16', 'conservative')],
    });
    expect(dates.map(({ on, role, later }) => [on, role, later])).toEqual([
      ['2027-02-11', 'task', false],
      ['2027-02-16', 'alternate', false],
      ['2027-02-17', 'due', false],
      ['2027-03-22', 'alternate', true],
      ['2027-03-25', 'outer', true],
    ]);
  });

  it('keep the counted date before a later printed one', () => {
    const dates = readDates({
      taskOn: '2027-02-08',
      dueOn: '2027-03-01',
      conservativeOn: '2027-02-11',
      outerOn: '2027-03-01',
      printedOn: '2027-03-01',
      ruleStatus: 'operative',
      alternates: [alternate('2027-02-11', 'operative')],
    });
    expect(dates.map(({ role }) => role)).toEqual(['task', 'alternate', 'printed']);
  });
});
