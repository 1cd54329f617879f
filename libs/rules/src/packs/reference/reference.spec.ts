import {
  chargeByCode,
  countries,
  countryByCode,
  courtByCode,
  districtCourts,
  districtCourtsOf,
  eoirCharges,
  eoirLanguages,
  eoirNationalities,
  facilities,
  facilityByCode,
  iceOfficeByCode,
  iceOffices,
  immigrationCourts,
  languageByCode,
  languageByEoirCode,
  languagesWithTag,
  nameSpellings,
  nationalityByEoirCode,
  spellingsOf,
  stateByCode,
  states,
} from './index';

describe('reference packs', () => {
  it.each([
    ['courts', immigrationCourts, 80],
    ['ICE offices', iceOffices, 124],
    ['places of detention', facilities, 641],
    ['district courts', districtCourts, 94],
    ['charges', eoirCharges, 251],
    ['countries', countries, 250],
    ['nationalities', eoirNationalities, 257],
    ['languages', eoirLanguages, 719],
    ['states', states, 55],
    ['name spellings', nameSpellings, 131],
  ])('%s has its date, source and every row', (_name, pack, size) => {
    const { asOf, source, note, items } = pack();
    expect(asOf).toMatch(/^\d{4}(-\d{2}-\d{2})?$/);
    expect(source.length).toBeGreaterThan(20);
    expect(note.length).toBeGreaterThan(20);
    expect(items).toHaveLength(size);
    expect(pack()).toBe(pack());
  });

  it('has no repeated code and only time zones that exist', () => {
    for (const items of [
      immigrationCourts().items,
      iceOffices().items,
      facilities().items,
      countries().items,
      states().items,
      eoirNationalities().items,
    ]) {
      expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
    }
    const zones = [...immigrationCourts().items, ...iceOffices().items, ...facilities().items].map(
      ({ timeZone }) => timeZone,
    );
    for (const timeZone of new Set(zones)) {
      if (timeZone !== null) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    }
    for (const { country } of eoirNationalities().items)
      if (country !== null) expect(countryByCode(country)).toBeDefined();
    for (const { state } of iceOffices().items) expect(stateByCode(state)).toBeDefined();
  });

  it('finds courts and offices', () => {
    expect(courtByCode('nyc')).toMatchObject({
      name: 'New York - Federal Plaza',
      timeZone: 'America/New_York',
      circuit: '2',
      status: 'open',
    });
    expect(courtByCode('WAS')).toMatchObject({ status: 'replaced', replacedBy: 'ANN' });
    expect(courtByCode('ELP')?.timeZone).toBe('America/Denver');
    expect(courtByCode('TAC')?.docket).toBe('detained');
    expect(courtByCode('ZZZ')).toBeUndefined();
    expect(iceOfficeByCode('ERO-NY-NEW-YORK-CITY')).toMatchObject({
      kind: 'field_office',
      zip: '10278',
      timeZone: 'America/New_York',
    });
    expect(iceOfficeByCode('ERO-DC-WASHINGTON')).toMatchObject({ city: 'Chantilly', state: 'VA' });
  });

  it('finds places of detention, and the courts of their states', () => {
    expect(facilityByCode('adlntca')).toMatchObject({ city: 'Adelanto', state: 'CA', listing: 'listed' });
    expect(facilityByCode('NOWHERE')).toBeUndefined();
    for (const { state, name } of facilities().items) {
      expect(name.length).toBeGreaterThan(3);
      if (state !== null) expect(stateByCode(state)).toBeDefined();
    }
    expect(districtCourtsOf('NJ').map(({ citation }) => citation)).toEqual(['D.N.J.']);
    expect(districtCourtsOf('TX')).toHaveLength(4);
    expect(districtCourtsOf(null)).toEqual([]);
  });

  it('finds a charge in any spelling, and keeps apart what EOIR keeps apart', () => {
    for (const text of [
      '237a02Aiii',
      '237(a)(2)(A)(iii)',
      'INA 237(a)(2)(A)(iii)',
      '8 USC 1227(a)(2)(A)(iii)',
      '237a2Aiii',
    ]) {
      expect(chargeByCode(text)).toMatchObject({ code: '237a02Aiii', groundId: '237a2Aiii' });
    }
    expect(chargeByCode('241a4B')?.code).toBe('241a4B');
    expect(chargeByCode('241a04B')?.code).toBe('241a04B');
    expect(chargeByCode('212a02Ai  I')?.groundId).toBe('212a2AiI');
    expect(chargeByCode('999')).toBeUndefined();
    for (const charge of eoirCharges().items) expect(chargeByCode(charge.code)).toBe(charge);
  });

  it('finds countries, nationalities and languages', () => {
    expect(countryByCode('kh')?.name).toBe('Cambodia');
    expect(nationalityByEoirCode('CH')?.country).toBe('CN');
    expect(nationalityByEoirCode('CB')?.country).toBe('KH');
    expect(nationalityByEoirCode('NN')?.country).toBeNull();
    expect(languageByCode('km')?.name).toBe('Khmer');
    expect(languageByEoirCode('CAM')?.code).toBe('km');
    expect(languageByCode('hmn')?.name).toBe('Hmong');
    const tags = languagesWithTag().map(({ code }) => code);
    expect(new Set(tags).size).toBe(tags.length);
    expect(tags).toEqual(expect.arrayContaining(['en', 'es', 'vi', 'lo', 'km', 'hmn', 'ne', 'ium']));
  });

  it('widens a name to its other spellings, in every group that shares it', () => {
    expect(spellingsOf('XYOOJ').map(({ canonical }) => canonical)).toEqual(['Xiong']);
    expect(
      spellingsOf('wong')
        .map(({ group }) => group)
        .sort(),
    ).toEqual(['chinese', 'chinese', 'vietnamese']);
    expect(spellingsOf('Đặng')).toEqual(spellingsOf('dang'));
    expect(spellingsOf('nobody here')).toEqual([]);
    expect(nameSpellings().note).toContain('UNVERIFIED');
  });
});
