import { parseCitation } from '../identifiers';
import { FORMER_GROUNDS, formerGroundById, groundById, readFormer241 } from '../packs/grounds';
import { chargeByCode, eoirCharges } from '../packs/reference';
import { pardonEffect } from './index';
import { charge, conviction, input, pardon } from './pardons.fixtures';

const OLD = eoirCharges()
  .items.map(({ code }) => code)
  .filter((code) => code.startsWith('241'));
const moral = (id: string) => conviction(id, { flags: { moralTurpitude: 'yes' } });
const run = (code: string, more = {}) =>
  pardonEffect(
    input({
      convictions: [moral('a'), moral('b')],
      pardons: [pardon(['a', 'b'])],
      charges: [charge(code, ['a', 'b'], more)],
    }),
  ).charges[0];

/** The effect of a good pardon on each of the 53 codes of orders from before April 1997. */
const ANSWERS: Record<string, string> = {
  '241a01': 'needs_facts',
  '241a01A': 'contested',
  '241a02': 'needs_facts',
  '241a02Ai': 'lifted',
  '241a02Aii': 'lifted',
  '241a02Aiii': 'lifted',
  '241a04': 'lifted',
  '241a4A': 'needs_facts',
  '241a4B': 'needs_facts',
};

describe('charges under former INA 241', () => {
  it('are 53 codes, each with a ground or a question, and the effect of the table', () => {
    expect(OLD).toHaveLength(53);
    for (const code of OLD) {
      const { effect, groundId, formerGroundId, missingFacts, authorities } = run(code);
      expect([code, effect]).toEqual([code, ANSWERS[code] ?? 'not_lifted']);
      if (effect === 'needs_facts') {
        expect(missingFacts[0]).toContain('text does the charging document quote');
        continue;
      }
      const former = formerGroundById(formerGroundId ?? '');
      // Several meanings, none of which the waiver reached, need no question.
      if (!former) expect([code, groundId]).toEqual([expect.stringMatching(/^241a0[356]$/), null]);
      else if (former.presentIds.length > 0) expect(former.presentIds).toContain(groundId);
      expect(authorities.some(({ cite }) => cite.startsWith('Former INA 241'))).toBe(true);
    }
  });

  it.each([
    ['241a01', '1988-05', 'contested', 'former-1952-a1'],
    ['241a02', '1985', 'not_lifted', 'former-1952-a2'],
    ['241a4A', '1990-01-02', 'lifted', 'former-1952-a4A'],
    ['241a4B', '1989', 'lifted', 'former-1952-a4B'],
    ['241a4B', '1993', 'not_lifted', 'former-1991-a4B'],
    ['241a06', '1997-01', 'not_lifted', 'former-1991-a6'],
  ])('%s on a charging document of %s is %s', (code, chargedOn, effect, formerGroundId) =>
    expect(run(code, { chargedOn })).toMatchObject({ effect, formerGroundId }),
  );

  it.each([
    ['241a02', '1993'],
    ['241a01', '1991'],
    ['241a4B', '1991'],
  ])('%s of %s stays a question', (code, chargedOn) =>
    expect(run(code, { chargedOn }).effect).toBe('needs_facts'),
  );

  it('names the predecessor of the waiver that reached them', () => {
    const cites = (code: string, more = {}) =>
      run(code, more)
        .authorities.map(({ cite }) => cite)
        .join();
    expect(cites('241a04')).toContain('Former INA 241(b)(1)');
    expect(cites('241a02Aiii')).toContain('Former INA 241(a)(2)(A)(iv)');
    expect(cites('241a11')).not.toContain('241(b)(1)');
  });

  it('reads a paragraph that was about one crime and about several by what is left', () => {
    const left = (pardoned: string[], charged = ['a', 'b']) =>
      pardonEffect(
        input({
          convictions: [moral('a'), moral('b')],
          pardons: [pardon(pardoned)],
          charges: [charge('241a04', charged)],
        }),
      ).charges[0];
    expect([left(['a', 'b']), left(['a']), left([]), left([], ['a'])].map(({ effect }) => effect)).toEqual([
      'lifted',
      'needs_facts',
      'not_lifted',
      'not_lifted',
    ]);
  });
});

describe('the table of former grounds', () => {
  it('agrees with today’s grounds on what the waiver reaches, and is dated', () => {
    expect(new Set(FORMER_GROUNDS.map(({ id }) => id)).size).toBe(FORMER_GROUNDS.length);
    for (const {
      presentIds,
      waived,
      waiver,
      numbering,
      effectiveFrom,
      effectiveTo,
      ...rest
    } of FORMER_GROUNDS) {
      for (const id of presentIds) expect(groundById(id)?.waived).toBe(waived);
      if (presentIds.length === 0) expect(waived).toBe('no');
      expect(waiver === null).toBe(waived !== 'yes');
      if (waiver) expect(waiver).toBe(numbering === '1952' ? 'former 241(b)(1)' : 'former 241(a)(2)(A)(iv)');
      expect(effectiveFrom < effectiveTo).toBe(true);
      expect(rest).toMatchObject({ status: 'historical', provenance: 'general_knowledge' });
    }
  });

  it('leaves no code without a reading', () => {
    for (const code of OLD) {
      const parsed = parseCitation(chargeByCode(code)?.ina ?? '');
      if (!parsed.ok) throw new Error(code);
      expect([code, readFormer241(parsed.value, code).former.length > 0]).toEqual([code, true]);
    }
  });
});
