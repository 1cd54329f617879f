import { describe, expect, it } from '@jest/globals';
import { newCase, newCharge, newConviction, newPardon, questionOf, without } from './effect-facts';

describe('a made-up case as a question', () => {
  it('begins with one conviction and a charge that rests on it', () => {
    const made = newCase();
    expect(made.charges[0].convictionIds).toEqual([made.convictions[0].id]);
  });

  it('leaves out rows that say nothing yet, and calls what is empty not known', () => {
    const made = { ...newCase(), pardons: [newPardon([])] };
    const question = questionOf(made);
    expect([question.charges, question.pardons]).toEqual([[], []]);
    expect(question.convictions[0]).toMatchObject({
      offence: null,
      state: null,
      flags: { drug: 'not_known' },
    });
    expect(question).toMatchObject({ proceedingKind: 'removal', circuit: null, abroad: null });
  });

  it('sends a charge as the ground or as the code that was chosen', () => {
    const charges = [
      { ...newCharge([]), ground: 'ground:237a2Aiii' },
      { ...newCharge([]), ground: 'code:237(a)(2)(A)(iii)' },
    ];
    expect(questionOf({ ...newCase(), charges }).charges).toMatchObject([
      { groundId: '237a2Aiii', code: null },
      { groundId: null, code: '237(a)(2)(A)(iii)' },
    ]);
  });

  it('gives every row its own name, and forgets a row that is gone', () => {
    const [one, two] = [newConviction(), newConviction()];
    expect(one.id).not.toBe(two.id);
    const [charge] = without([newCharge([String(one.id), String(two.id)])], one.id);
    expect(charge.convictionIds).toEqual([two.id]);
  });
});
