import { parseCitation, toUsc } from '../../identifiers';
import { chargeByCode, eoirCharges } from '../reference';
import { pardonJurisdictionByCode, pardonJurisdictions } from '../jurisdictions';
import {
  AUTHORITIES,
  groundsAreStale,
  GROUNDS_CHANGES,
  GROUNDS_PACK_VERSION,
  validateGrounds,
  groundById,
  groundOfCitation,
  GROUNDS,
  INSTRUMENT_TESTS,
  OTHER_CONSEQUENCES,
  readFormer241,
} from './index';

const LISTED = ['237a2Ai', '237a2Aii', '237a2Aiii', '237a2Aiv'];

describe('pardon grounds', () => {
  it('are 42, and the waiver lists four of them', () => {
    expect(GROUNDS).toHaveLength(42);
    expect(new Set(GROUNDS.map(({ id }) => id)).size).toBe(42);
    expect(GROUNDS.filter(({ waived }) => waived === 'yes').map(({ id }) => id)).toEqual(LISTED);
    expect(INSTRUMENT_TESTS).toHaveLength(8);
    expect(OTHER_CONSEQUENCES).toHaveLength(5);
    for (const { ina, usc } of GROUNDS) if (!ina.includes('-')) expect(toUsc(ina)).toBe(usc);
  });

  it('name an address for what is sourced, and none for general knowledge', () => {
    for (const { provenance, address, kind, circuit } of Object.values(AUTHORITIES)) {
      expect(address !== null).toBe(provenance === 'sourced');
      expect(circuit !== undefined).toBe(kind === 'circuit');
    }
    for (const { authorities } of GROUNDS) expect(authorities.length).toBeGreaterThan(0);
  });

  it('agree with the ground of every EOIR charge', () => {
    for (const { ina, groundId } of eoirCharges().items) {
      if (groundId !== null) expect(groundOfCitation(ina)?.id).toBe(groundId);
    }
    expect(groundOfCitation('237(a)(2)(A)(i)(I)')).toBe(groundById('237a2Ai'));
    expect(groundOfCitation('237(a)(2)')).toBeUndefined();
    expect(groundOfCitation('nothing')).toBeUndefined();
  });

  it.each([
    ['241a02Aiii', ['237a2Aiii'], true],
    ['241a02Ei', ['237a2Ei'], true],
    ['241a04', ['237a2Ai', '237a2Aii'], true],
    ['241a11', ['237a2Bi', '237a2Bii'], true],
    ['241a4B', ['237a2Aiii', '237a4'], false],
    ['241a04B', ['237a4'], true],
    ['241a10', [], true],
    ['241a19', ['237a4'], true],
  ])('read former %s in today’s clauses', (code, groundIds, certain) => {
    const parsed = parseCitation(chargeByCode(code)?.ina ?? '');
    if (!parsed.ok) throw new Error('not a citation');
    expect(readFormer241(parsed.value, code)).toMatchObject({ groundIds, certain });
  });
});

describe('the pack of grounds', () => {
  it('is sound, versioned, and stale after its review', () => {
    expect(validateGrounds()).toEqual([]);
    expect(GROUNDS_PACK_VERSION).toBe(GROUNDS_CHANGES.at(-1)?.version);
    expect([groundsAreStale('2026-11-22'), groundsAreStale('2027-02-23')]).toEqual([false, true]);
  });
});

describe('pardon jurisdictions', () => {
  it('are 53, none of them verified, each field marked', () => {
    const { items, asOf } = pardonJurisdictions();
    expect(asOf).toBe('2026-11-22');
    expect(items).toHaveLength(53);
    for (const one of items) {
      expect(one.lastVerified).toBeNull();
      expect(one.fit.provenance).toBe('general_knowledge');
      for (const { key, address } of one.sources) expect([key, address]).not.toContain(undefined);
      for (const { text, provenance } of [one.whoDecides, one.why, one.watchFor, one.waitingPeriod]) {
        expect(typeof text).toBe('string');
        expect(['sourced', 'general_knowledge']).toContain(provenance);
      }
    }
  });

  it('keep what is sourced apart from what is not', () => {
    const minnesota = pardonJurisdictionByCode('mn');
    expect(minnesota).toMatchObject({
      fit: { text: 'likely_governor_in_majority' },
      executiveChange: '2027-01',
    });
    expect(minnesota?.waitingPeriod.provenance).toBe('sourced');
    expect(minnesota?.watchFor.provenance).toBe('general_knowledge');
    expect(pardonJurisdictionByCode('FED')?.decisionModel.text).toBe('president');
    expect(pardonJurisdictionByCode('ZZ')).toBeUndefined();
  });
});
