import { describe, expect, it } from '@jest/globals';
import { isAsked, NOTHING_KNOWN, questionOf } from './screening-facts';

describe('the facts of a screening', () => {
  it('say nothing at first, which is not a no', () => {
    const { citizenships, includeBills, ...rest } = questionOf(NOTHING_KNOWN);
    expect({ citizenships, includeBills }).toEqual({ citizenships: [], includeBills: false });
    expect(new Set(Object.values(rest))).toEqual(new Set([null]));
  });

  it('are sent as they were given', () => {
    const asked = questionOf({
      ...NOTHING_KNOWN,
      citizenships: ['KH'],
      birthCountry: 'TH',
      firstEnteredOn: ' 1981-05 ',
      finalOrder: 'yes',
      laterViolation: 'no',
      includeBills: true,
    });
    expect(asked).toMatchObject({
      citizenships: ['KH'],
      birthCountry: 'TH',
      firstEnteredOn: '1981-05',
      finalOrder: true,
      laterViolation: false,
      bornInCamp: null,
      includeBills: true,
    });
  });

  it('are not sent when another answer has taken them off the screen', () => {
    const values = {
      ...NOTHING_KNOWN,
      finalOrder: 'no',
      releasedAfterOrder: 'yes',
      noticeMailedOn: '2026-11-02',
      aggravatedFelonyOn: '1993',
    };
    expect(isAsked('noticeMailedOn', values)).toBe(false);
    expect(questionOf(values)).toMatchObject({
      finalOrder: false,
      releasedAfterOrder: null,
      noticeMailedOn: null,
      aggravatedFelonyOn: null,
    });
    expect(questionOf({ ...values, aggravatedFelony: 'yes' }).aggravatedFelonyOn).toBe('1993');
  });
});
