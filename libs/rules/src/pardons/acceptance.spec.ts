import { clemencyUrgency, pardonEffect, type PardonEffectReport, type UrgencyReport } from './index';
import { charge, conviction, input, pardon } from './pardons.fixtures';

const effectOf = (report: PardonEffectReport, ina: string) =>
  report.charges.find((one) => one.ina === ina || one.code === ina || one.groundId === ina);
const testOf = (report: PardonEffectReport, test: string, pardonId = 'pardon') =>
  report.instrument.find((one) => one.test === test && one.pardonId === pardonId);
const codes = (report: UrgencyReport) => report.findings.map(({ code }) => code);
const find = (report: UrgencyReport, code: string) => report.findings.find((one) => one.code === code);

const AGG = '237a02Aiii';
const killing = (flags = {}, more = {}) =>
  conviction('killing', { ...more, flags: { aggravatedFelony: 'yes', moralTurpitude: 'yes', ...flags } });

/** The public cases of the design, T01 to T16, with invented people and the facts kept. */
describe('public cases, with invented people', () => {
  it('T01: a race with a check-in; the listed ground is lifted, a weapon count nobody charged leaves it partial', () => {
    const then = { offenceOn: '1988-12-24', pleaOn: '1990', ageAtOffence: 15 };
    const gun = conviction('gun', { ...then, flags: { firearm: 'yes' } });
    const dated = pardon(['killing', 'gun'], { signedOn: '2025-07-01', announcedOn: null });
    const charges = [charge(AGG, ['killing'])];
    const report = pardonEffect(input({ convictions: [killing({}, then), gun], charges, pardons: [dated] }));
    expect(effectOf(report, AGG)).toMatchObject({ effect: 'lifted', reasonCode: 'listed_ground_pardoned' });
    expect(effectOf(report, '237(a)(2)(C)')).toMatchObject({
      effect: 'not_lifted',
      origin: 'latent',
      statusInOrder: 'none',
      convictionIds: ['gun'],
    });
    expect(report.overall).toBe('partial_other_relief_needed');
    expect(report.overallReason).toContain('237(a)(2)(C)');
    expect(report.unpardonedConvictionsStillTriggering).toEqual(['gun']);
    expect(effectOf(report, '237(a)(2)(C)')?.issues?.map(({ code }) => code)).toEqual([
      'firearm_1991',
      'former_212c',
      'under_18',
    ]);
    expect(report.notes.join()).toContain('not announced');

    const facts = { pardons: [pardon(['killing'])], charges };
    const unsure = pardonEffect(input({ ...facts, convictions: [killing({ firearm: 'not_known' })] }));
    expect(unsure.overall).toBe('insufficient_facts');
    expect(effectOf(unsure, '237a2C')?.missingFacts[0]).toMatch(/firearm/i);
    const clear = pardonEffect(input({ ...facts, convictions: [killing()] }));
    expect(clear.overall).toBe('termination_expected');
    expect(clear.instrument.map(({ result }) => result)).toEqual(Array(8).fill('pass'));

    const before = { today: '2025-06-26', checkInOn: '2025-07-02', jurisdiction: 'NY' };
    const race = clemencyUrgency({ ...before, stage: 'filed' });
    expect(race.dangerOn).toBe('2025-07-02');
    expect(find(race, 'race')).toMatchObject({ daysLeft: 6, on: '2025-07-02' });
    const instrument = { signedOn: '2025-07-01', effectiveOn: '2025-07-01', receivedOn: '2025-07-01' };
    const granted = clemencyUrgency({ ...before, today: '2025-07-01', stage: 'granted', instrument });
    expect(codes(granted)).toEqual(
      expect.arrayContaining([
        'race',
        'file_today',
        'media_embargo',
        'no_publicity',
        'instrument_days_missing',
      ]),
    );
    expect(find(granted, 'instrument_days_missing')?.text).toContain('announced');
  });

  it('T02: eight thefts pardoned with the governor in the majority; arrested next day and moved despite an order', () => {
    const ids = [...'12345678'];
    const convictions = ids.map((id) => conviction(id, { state: 'MN', flags: { moralTurpitude: 'yes' } }));
    const granted = pardon(ids, {
      jurisdiction: 'MN',
      grantor: 'board',
      votedOn: '2026-01-20',
      effectiveOn: '2026-01-20',
    });
    const report = pardonEffect(
      input({ circuit: '8', convictions, pardons: [granted], charges: [charge('237a02Aii', ids)] }),
    );
    expect(report.overall).toBe('termination_expected');
    expect(testOf(report, 'grantor')).toMatchObject({
      result: 'pass',
      fit: 'likely_governor_in_majority',
      why: expect.stringContaining('vote sheet'),
    });
    expect(report.notes[0]).toContain('habeas');
    const vote = {
      stage: 'granted',
      jurisdiction: 'MN',
      instrument: { votedOn: '2026-01-20', receivedOn: '2026-01-20' },
    } as const;
    const day = clemencyUrgency({ ...vote, today: '2026-01-20' });
    expect(find(day, 'file_today')?.steps.join()).toContain('motion');
    const next = clemencyUrgency({
      ...vote,
      today: '2026-01-21',
      detained: true,
      transferBarredOn: '2026-01-21',
      transferredOn: '2026-01-21',
    });
    expect(codes(next)).toEqual(expect.arrayContaining(['file_today', 'detained']));
    expect(next.findings[0].urgency).toBe('now');
    expect(find(next, 'transfer_despite_order')).toMatchObject({ urgency: 'now' });
    expect(find(next, 'detained')?.steps.join()).toContain('locator');
  });

  it('T03: an expungement is no pardon, two years for one order are a question, and staging is an alert', () => {
    const convictions = [
      conviction('plea', { state: 'MI', pleaOn: '1997', flags: { aggravatedFelony: 'yes' } }),
    ];
    const cleared = pardon(['plea'], {
      jurisdiction: 'MI',
      instrumentKind: 'expungement',
      grantor: 'court',
      effectiveOn: '2018',
    });
    const charges = [charge(AGG, ['plea'])];
    const report = pardonEffect(input({ convictions, pardons: [cleared], charges }));
    expect(effectOf(report, AGG)).toMatchObject({ effect: 'not_lifted' });
    expect(report.overall).toBe('pardon_not_enough');
    expect(['grantor', 'type', 'full_and_unconditional'].map((test) => testOf(report, test)?.result)).toEqual(
      ['fail', 'fail', 'fail'],
    );
    const record = pardonEffect(
      input({ convictions: [{ ...convictions[0], clearedBy: 'expunged_or_sealed' }], pardons: [], charges }),
    );
    expect(effectOf(record, AGG)).toMatchObject({
      effect: 'not_lifted',
      reasonCode: 'cleared_record_not_a_pardon',
    });

    const then = pardon(['plea'], { id: 'later', jurisdiction: 'MI', effectiveOn: '2025-10-22' });
    const facts = { convictions, pardons: [cleared, then], charges };
    expect(effectOf(pardonEffect(input(facts)), AGG)).toMatchObject({
      effect: 'lifted',
      pardonIds: ['later'],
    });
    const conflict = pardonEffect(input({ ...facts, orderDates: ['2001', '2002'] }));
    expect(effectOf(conflict, AGG)).toMatchObject({
      effect: 'needs_facts',
      reasonCode: 'order_dates_conflict',
    });
    expect(conflict.overall).toBe('insufficient_facts');
    const urgent = clemencyUrgency({
      today: '2025-10-22',
      stage: 'granted',
      detained: true,
      staging: true,
      instrument: { signedOn: '2025-10-22', announcedOn: '2025-10-23' },
    });
    expect(urgent.findings[0]).toMatchObject({ code: 'staging', urgency: 'now' });
  });

  it('T04: a hearing days before the flight makes an emergency request without a hearing', () => {
    const facts = { today: '2018-12-01', stage: 'hearing', jurisdiction: 'WA', detained: true } as const;
    const close = clemencyUrgency({ ...facts, hearingOn: '2018-12-14', flightOn: '2018-12-17' });
    expect(find(close, 'ask_emergency_decision')).toMatchObject({ urgency: 'now', on: '2018-12-14' });
    const steps = find(close, 'ask_emergency_decision')?.steps.join(' ');
    expect(steps).toContain('Washington: Governor');
    expect(steps).toContain('HB 1131');
    expect(
      codes(clemencyUrgency({ ...facts, hearingOn: '2018-12-14', flightOn: '2019-03-01' })),
    ).not.toContain('ask_emergency_decision');
    const board = clemencyUrgency({ ...facts, jurisdiction: 'PA', checkInOn: '2018-12-05' });
    expect(find(board, 'ask_emergency_decision')?.steps.join()).toContain('cannot act without the board');
  });

  it('T05: a board declines, the governor denies: what is left, when to ask again, and a third country', () => {
    const report = clemencyUrgency({
      today: '2025-07-03',
      stage: 'denied',
      jurisdiction: 'WA',
      detained: true,
      thirdCountry: true,
      decisions: [
        { on: '2025-06-30', by: 'board', outcome: 'declined_to_hear' },
        { on: '2025-07-03', by: 'governor', outcome: 'denied' },
      ],
    });
    expect(find(report, 'denied')).toMatchObject({ on: '2025-07-03', daysLeft: 0 });
    expect(find(report, 'reapply')).toMatchObject({ on: '2028-07-03', provenance: 'general_knowledge' });
    expect(find(report, 'third_country')).toMatchObject({ urgency: 'now' });
    const advisory = clemencyUrgency({
      today: '2025-07-01',
      stage: 'recommendation',
      jurisdiction: 'WA',
      decisions: [{ on: '2025-06-30', by: 'board', outcome: 'declined_to_hear' }],
    });
    expect(find(advisory, 'denied')?.reasons.join()).toContain('governor can still grant');
  });

  it('T06: drugs stay, and inadmissibility at entry with them', () => {
    const sale = conviction('sale', { flags: { drug: 'yes', aggravatedFelony: 'yes' } });
    const charges = [charge(AGG, ['sale']), charge('237a02Bi', ['sale']), charge('237a01A', ['sale'])];
    const report = pardonEffect(
      input({ circuit: '3', convictions: [sale], pardons: [pardon(['sale'])], charges }),
    );
    expect(report.charges.map(({ effect, reasonCode }) => [effect, reasonCode])).toEqual([
      ['lifted', 'listed_ground_pardoned'],
      ['not_lifted', 'ground_not_listed'],
      ['not_lifted', 'underlying_drug_ground'],
    ]);
    expect(report.overall).toBe('pardon_not_enough');
    const aristy = report.charges[1].authorities.find(({ cite }) => cite.startsWith('Aristy-Rosa'));
    expect(aristy).toMatchObject({ weight: 'this_circuit', verified: false, provenance: 'sourced' });
  });

  it('T07: child abuse stays although the aggravated felony is lifted', () => {
    const abuse = conviction('abuse', {
      state: 'GA',
      pleaOn: '1998-02',
      flags: { childVictim: 'yes', aggravatedFelony: 'yes' },
    });
    const board = pardon(['abuse'], { jurisdiction: 'GA', grantor: 'board' });
    const charges = [charge(AGG, ['abuse']), charge('237a02Ei', ['abuse'])];
    const report = pardonEffect(input({ circuit: '11', convictions: [abuse], pardons: [board], charges }));
    expect(testOf(report, 'grantor')).toMatchObject({ result: 'pass', fit: 'likely_board_precedent' });
    expect(report.charges.map(({ effect }) => effect)).toEqual(['lifted', 'not_lifted']);
    expect(report.overall).toBe('pardon_not_enough');
  });

  it('T08: a charge of inadmissibility is not lifted, with its contested history', () => {
    const theft = conviction('theft', { state: 'FL', flags: { moralTurpitude: 'yes' } });
    const facts = { convictions: [theft], pardons: [pardon(['theft'], { jurisdiction: 'FL' })] };
    const charges = [charge('212a02Ai  I', ['theft'])];
    const report = pardonEffect(input({ ...facts, circuit: '11', charges }));
    const [first] = report.charges;
    expect(first).toMatchObject({ effect: 'not_lifted', reasonCode: 'inadmissibility_charge' });
    expect(first.counterArguments.join()).toContain('Matter of H-');
    expect(first.counterArguments.join()).not.toContain('No decision of this circuit');
    expect(first.authorities.find(({ cite }) => cite.startsWith('Balogun'))?.weight).toBe('this_circuit');
    expect(first.authorities.find(({ cite }) => cite.startsWith('Matter of H-'))?.provenance).toBe(
      'general_knowledge',
    );
    expect(report).toMatchObject({ overall: 'pardon_not_enough', travelWarning: true });
    const elsewhere = pardonEffect(input({ ...facts, circuit: '7', charges }));
    expect(elsewhere.charges[0].effect).toBe('not_lifted');
    expect(elsewhere.charges[0].counterArguments.join()).toContain('No decision of this circuit');
  });

  it('T09: a state pardon with a carve-out of a federal conviction fails twice, and a second pardon is read by itself', () => {
    const fraud = conviction('fraud', {
      state: 'AL',
      level: 'federal_felony',
      flags: { moralTurpitude: 'yes' },
    });
    const partly = pardon(['fraud'], {
      jurisdiction: 'AL',
      grantor: 'board',
      instrumentKind: 'full_with_conditions',
      wording:
        'Full pardon, except firearms, and the conviction may be used under the habitual offender law.',
    });
    const facts = { circuit: '11', convictions: [fraud], charges: [charge('237a02Ai', ['fraud'])] };
    const report = pardonEffect(input({ ...facts, pardons: [partly] }));
    expect(report.instrument.filter(({ result }) => result === 'fail').map(({ test }) => test)).toEqual([
      'full_and_unconditional',
      'sovereign',
    ]);
    expect(testOf(report, 'full_and_unconditional')?.quotes.join(' ')).toContain('except firearms');
    expect(report.charges[0]).toMatchObject({ effect: 'not_lifted' });
    const second = {
      ...partly,
      id: 'second',
      instrumentKind: 'full_and_unconditional',
      wording: null,
    } as const;
    const later = pardonEffect(input({ ...facts, pardons: [partly, second] }));
    expect(later.charges[0]).toMatchObject({ effect: 'not_lifted' });
    expect(testOf(later, 'full_and_unconditional', 'second')?.result).toBe('pass');
    expect(testOf(later, 'sovereign', 'second')?.result).toBe('fail');
  });

  it('T10: a Connecticut board is recognised by settlement, and its vote is not the instrument', () => {
    const convictions = [conviction('old', { state: 'CT', flags: { aggravatedFelony: 'yes' } })];
    const wording = 'An absolute pardon is granted.';
    const board = pardon(['old'], { jurisdiction: 'CT', grantor: 'board', wording });
    const facts = { circuit: '1', convictions, charges: [charge(AGG, ['old'])] };
    const report = pardonEffect(input({ ...facts, pardons: [board] }));
    expect(report.charges[0]).toMatchObject({
      effect: 'contested',
      reasonCode: 'grantor_recognised_by_settlement',
    });
    expect(testOf(report, 'grantor')?.fit).toBe('likely_by_settlement');
    expect(report.overall).toBe('partial_other_relief_needed');
    const voted = { ...board, votedOn: '2019-03-25', effectiveOn: null };
    expect(pardonEffect(input({ ...facts, pardons: [voted] })).charges[0]).toMatchObject({
      effect: 'needs_facts',
      reasonCode: 'vote_is_not_the_instrument',
    });
    const byClass = pardonEffect(input({ ...facts, pardons: [{ ...board, individual: false }] }));
    expect(byClass.charges[0]).toMatchObject({ effect: 'not_lifted', reasonCode: 'instrument_for_a_class' });
    const urgent = clemencyUrgency({
      today: '2019-03-25',
      stage: 'granted',
      checkInOn: '2019-03-26',
      jurisdiction: 'CT',
      instrument: { votedOn: '2019-03-25' },
    });
    expect(find(urgent, 'vote_without_instrument')).toMatchObject({ on: '2019-03-25', urgency: 'today' });
    expect(urgent.findings[0]).toMatchObject({ code: 'race', daysLeft: 1, urgency: 'now' });
  });

  it('T11: injury to a spouse warns, charged or not', () => {
    const flags = { domestic: 'yes', aggravatedFelony: 'yes', moralTurpitude: 'yes' } as const;
    const injury = conviction('injury', { state: 'CA', pleaOn: '2002', flags });
    const facts = {
      circuit: '9',
      convictions: [injury],
      pardons: [pardon(['injury'], { jurisdiction: 'CA' })],
    };
    const latent = pardonEffect(input({ ...facts, charges: [charge(AGG, ['injury'])] }));
    expect(effectOf(latent, '237a2Ei')).toMatchObject({ effect: 'not_lifted', origin: 'latent', issues: [] });
    expect(latent.overall).toBe('partial_other_relief_needed');
    const charged = pardonEffect(input({ ...facts, charges: [charge('237a02Ei', ['injury'])] }));
    expect(effectOf(charged, '237a2Ei')).toMatchObject({ effect: 'not_lifted', origin: 'charged' });
    expect(charged.overall).toBe('pardon_not_enough');
  });

  it('T12: a drug order executed, one governor refused and the next pardoned: the drug ground stays, from abroad too', () => {
    const sale = conviction('sale', { state: 'IL', flags: { drug: 'yes', aggravatedFelony: 'yes' } });
    const charges = [charge(AGG, ['sale']), charge('237a02Bi', ['sale'])];
    const granted = pardon(['sale'], { jurisdiction: 'IL', effectiveOn: '2019-08-30' });
    const report = pardonEffect(
      input({ circuit: '7', abroad: true, convictions: [sale], pardons: [granted], charges }),
    );
    expect(report.overall).toBe('pardon_not_enough');
    expect(report.notes.join(' ')).toContain('departure bar');
    expect(report.whatWouldChangeIt.join(' ')).toContain('Pickering');
    const before = {
      stage: 'denied',
      jurisdiction: 'IL',
      removedOn: '2018-03-23',
      decisions: [
        { on: '2017-04-11', by: 'board', outcome: 'favourable' },
        { on: '2018-02-20', by: 'governor', outcome: 'denied' },
      ],
    } as const;
    expect(codes(clemencyUrgency({ ...before, today: '2018-04-01' }))).toEqual(
      expect.arrayContaining(['denied', 'abroad']),
    );
    const next = clemencyUrgency({ ...before, today: '2019-01-20', newGrantorSince: '2019-01-14' });
    expect(find(next, 'new_grantor')).toMatchObject({ on: '2019-01-14' });
    const after = clemencyUrgency({
      ...before,
      today: '2019-08-30',
      stage: 'granted',
      instrument: { signedOn: '2019-08-30' },
      decisions: [...before.decisions, { on: '2019-08-30', by: 'governor', outcome: 'granted' }],
    });
    expect(codes(after)).not.toContain('denied');
    expect(find(after, 'abroad')).toMatchObject({ urgency: 'today' });
  });

  it('T13: a crime of violence is lifted once the weapon facts are known; publicity waits for consent', () => {
    const overall = (firearm: 'yes' | 'no' | 'not_known') =>
      pardonEffect(
        input({
          convictions: [conviction('assault', { state: 'CA', flags: { aggravatedFelony: 'yes', firearm } })],
          pardons: [pardon(['assault'], { jurisdiction: 'CA' })],
          charges: [charge(AGG, ['assault'])],
        }),
      ).overall;
    expect(overall('not_known')).toBe('insufficient_facts');
    expect(overall('no')).toBe('termination_expected');
    expect(overall('yes')).toBe('partial_other_relief_needed');
    const granted = {
      today: '2019-11-15',
      stage: 'granted',
      detained: true,
      instrument: { signedOn: '2019-11-15' },
    } as const;
    expect(codes(clemencyUrgency({ ...granted, publicityConsent: true }))).not.toContain('no_publicity');
    expect(codes(clemencyUrgency({ ...granted, publicityConsent: null }))).toContain('no_publicity');
  });

  it('T14: relief in the criminal court comes first, the pardon second', () => {
    const facts = { today: '2019-05-06', stage: 'filed', jurisdiction: 'CA', detained: true } as const;
    expect(
      find(clemencyUrgency({ ...facts, postConviction: 'pending' }), 'post_conviction_first')?.text,
    ).toContain('first, the pardon second');
    expect(
      find(clemencyUrgency({ ...facts, postConviction: 'granted' }), 'post_conviction_first')?.urgency,
    ).toBe('today');
    const made = (
      clearedBy: 'vacated_for_defect' | 'vacated_reason_not_known' | 'vacated_for_rehabilitation',
    ) =>
      pardonEffect(input({ convictions: [killing({}, { clearedBy })], charges: [charge(AGG, ['killing'])] }));
    expect(made('vacated_for_defect')).toMatchObject({
      overall: 'partial_other_relief_needed',
      charges: [{ effect: 'not_applicable', reasonCode: 'conviction_vacated' }],
    });
    expect(made('vacated_reason_not_known').charges[0].effect).toBe('needs_facts');
    expect(made('vacated_for_rehabilitation').charges[0].effect).toBe('not_lifted');
  });

  it('T15: deported long ago and pardoned since: reopening from abroad, with the departure bar answered', () => {
    const report = pardonEffect(
      input({
        abroad: true,
        convictions: [killing()],
        pardons: [pardon(['killing'], { effectiveOn: '2022-12-21' })],
        charges: [charge(AGG, ['killing'])],
      }),
    );
    expect(report.overall).toBe('termination_expected');
    expect(report.notes.join(' ')).toMatch(/departure bar.*212\(a\)\(9\).*consulate/s);
    const urgent = clemencyUrgency({
      today: '2022-12-21',
      stage: 'granted',
      caseStage: 'closed_adverse',
      abroad: true,
      removedOn: '2010-06-01',
      instrument: { signedOn: '2022-12-21' },
    });
    expect(find(urgent, 'abroad')).toMatchObject({ urgency: 'today' });
    expect(codes(urgent)).toContain('file_today');
  });

  it('T16: without a pardon nothing is lifted; a case closed against the client can be opened later', () => {
    const convictions = [
      killing(),
      conviction('minor', { level: 'violation' }),
      conviction('bank', { level: 'federal_felony', flags: { moralTurpitude: 'yes' } }),
    ];
    const report = pardonEffect(input({ convictions, charges: [charge(AGG, ['killing'])] }));
    expect(report).toMatchObject({
      mode: 'what_to_ask_for',
      overall: 'insufficient_facts',
      overallIfGranted: 'termination_expected',
    });
    expect(report.charges[0]).toMatchObject({
      effect: 'not_lifted',
      reasonCode: 'conviction_not_pardoned',
      ifGranted: 'lifted',
    });
    expect(
      report.requests.map(({ jurisdiction, counts }) => [
        jurisdiction,
        counts.map(({ convictionId, helps }) => [convictionId, helps]),
      ]),
    ).toEqual([
      [
        'NY',
        [
          ['killing', true],
          ['minor', false],
        ],
      ],
      ['FED', [['bank', true]]],
    ]);
    expect(report.requests[0].wording[0]).toContain('full and unconditional');
    const closed = clemencyUrgency({
      today: '2026-11-22',
      stage: 'lapsed',
      caseStage: 'closed_adverse',
      jurisdiction: 'CA',
      removedOn: '2022-08-16',
    });
    expect(find(closed, 'closed_adverse')?.text).toContain('reopened');
    expect(codes(closed)).toEqual(expect.arrayContaining(['abroad', 'closed_adverse', 'term_ends']));
  });
});
