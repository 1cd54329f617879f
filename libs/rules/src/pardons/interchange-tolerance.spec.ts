import { pardonEffectReport } from './interchange';

const theft = {
  id: 'c',
  state: 'NY',
  offence: 'theft',
  conviction_date: '2001-05-05',
  sentence_imposed: '30 days',
  sentence_maximum: '2 years',
  moral_turpitude: true,
  ...{ firearm: false, drug: false, domestic: false, child_victim: false, aggravated_felony: false },
};
const pardon = {
  id: 'p',
  state: 'NY',
  grantor: 'GOVERNOR',
  type: 'full and unconditional pardon',
  signed_on: '2020-01-01',
};
const of = (more: Record<string, unknown>) =>
  pardonEffectReport({
    id: 'x',
    convictions: [theft],
    pardons: [{ ...pardon, conviction_ids: ['c'] }],
    charges: [{ id: 'h', ina: '237(a)(2)(A)(iii)', status: 'SUSTAINED', conviction_ids: ['c'] }],
    circuit: '2d Cir.',
    venue: 'IJ',
    ...more,
  });

describe('spellings of the interchange form', () => {
  it.each([
    'Section 237(a)(2)(A)(iii) of the Act',
    'section 237(a)(2)(A)(iii) of the Immigration and Nationality Act, as amended',
  ])('%s is a citation', (ina) => {
    const { charges } = of({ charges: [{ id: 'h', ina, status: 'SUSTAINED', conviction_ids: ['c'] }] });
    expect(charges[0]).toMatchObject({ groundId: '237a2Aiii', effect: 'WAIVED' });
  });

  it('one id by itself is a list of one', () => {
    const report = of({
      pardons: [{ ...pardon, convictionIds: 'c' }],
      charges: [{ id: 'h', ina: '237(a)(2)(A)(iii)', status: 'SUSTAINED', convictionId: 'c' }],
    });
    expect(report.charges[0]).toMatchObject({ convictionIds: ['c'], pardonIds: ['p'], effect: 'WAIVED' });
  });

  it('the sovereign among the tests may be named', () => {
    const tests = {
      sovereign: 'NY',
      sameConviction: 'ALL_COUNTS',
      collateralAttack: 'n/a',
      afterConviction: true,
    };
    const nowhere = { ...pardon, state: undefined };
    const report = of({ pardons: [{ ...nowhere, conviction_ids: ['c'], tests }] });
    expect(report.instrumentFindings.filter(({ result }) => result !== 'PASS')).toEqual([]);
    const other = of({
      pardons: [{ ...nowhere, conviction_ids: ['c'], tests: { ...tests, sovereign: 'Ohio' } }],
    });
    expect(other.instrumentFindings).toContainEqual(
      expect.objectContaining({ test: 'sovereign', result: 'FAIL' }),
    );
  });
});

describe('a pardon that is not there yet', () => {
  it.each(['REQUESTED', 'pending', 'Application filed', 'DENIED'])(
    'with the status %s is nothing to read, and the report says what to ask for',
    (status) => {
      const report = of({ pardons: [{ id: 'p', state: 'NY', status, conviction_ids: ['c'] }] });
      expect(report.instrumentFindings).toEqual([]);
      expect(report.charges[0]).toMatchObject({ effect: 'NOT_WAIVED' });
      expect(report.whatToAskFor?.requests[0]).toMatchObject({ jurisdiction: 'NY' });
      expect(report.whatToAskFor?.charges[0]).toMatchObject({ effectIfGranted: 'WAIVED' });
    },
  );
});

describe('a paragraph of 1952', () => {
  const charges = [{ id: 'h', ina: 'INA 241(a)(4)', status: 'SUSTAINED', conviction_ids: ['c'] }];

  it('is asked about when the conviction is younger than that text', () => {
    expect(of({ charges }).charges[0].missingFacts.join(' ')).toContain('which year’s text');
    const dated = [{ ...charges[0], charged_on: '1990-06-01' }];
    expect(of({ charges: dated }).charges[0].missingFacts.join(' ')).not.toContain('which year’s text');
  });

  it('is read as it was for a conviction of its time', () => {
    const report = of({ charges, convictions: [{ ...theft, conviction_date: '1988-05-05' }] });
    expect(report.charges[0]).toMatchObject({ groundId: '237a2Aii', effect: 'WAIVED' });
  });
});
