import { departureBar, type Departure, type DepartureBarContext } from './departure-bar';

const trip = (on: string | null, more: Partial<Departure> = {}): Departure => ({
  id: 'd1',
  on,
  how: 'own_travel',
  ...more,
});
const context = (more: Partial<DepartureBarContext> = {}): DepartureBarContext => ({
  today: '2026-11-22',
  motionKind: 'reopen',
  timely: true,
  circuit: '9',
  orderOn: '2005-06-01',
  ...more,
});

describe('the departure bar', () => {
  it.each<[string, readonly Departure[] | null, DepartureBarContext, string]>([
    ['never asked', null, context(), 'not_known'],
    ['never left', [], context(), 'none_recorded'],
    ['left before the order', [trip('2004-03-01')], context(), 'none_recorded'],
    ['left in the year of the order', [trip('2005')], context(), 'argued_against'],
    ['left some day', [trip(null)], context(), 'argued_against'],
    ['order undated', [trip('1990-01-01')], context({ orderOn: null }), 'argued_against'],
    ['timely statutory motion', [trip('2010-03-01')], context(), 'argued_against'],
    ['late motion', [trip('2010-03-01')], context({ timely: false }), 'may_bar'],
    ['nobody has counted', [trip('2010-03-01')], context({ timely: null }), 'may_bar'],
    ['sua sponte', [trip('2010-03-01')], context({ motionKind: 'sua_sponte' }), 'may_bar'],
    ['kind not known', [trip('2010-03-01')], context({ motionKind: 'not_known' }), 'not_known'],
    ['left after filing', [trip('2026-10-02')], context({ motionFiledOn: '2026-10-01' }), 'withdraws_motion'],
    [
      'perhaps left after filing',
      [trip('2026-10')],
      context({ motionFiledOn: '2026-10-15' }),
      'withdraws_motion',
    ],
    ['left before filing', [trip('2026-09-30')], context({ motionFiledOn: '2026-10-01' }), 'argued_against'],
    ['only planned', [trip('2026-12-24')], context(), 'none_recorded'],
  ])('%s', (_what, departures, given, standing) => {
    const report = departureBar(departures, given);
    expect(report.standing).toBe(standing);
    expect(report.warnings.join(' ')).toMatch(/Before anybody leaves/);
  });

  it('says when it is not certain that the departure came after the motion', () => {
    const why = (on: string) => departureBar([trip(on)], context({ motionFiledOn: '2026-10-15' })).why;
    expect(why('2026-10')).toMatch(/not certain/);
    expect(why('2026-10-16')).not.toMatch(/not certain/);
  });

  it('warns of a planned trip, of a return and of a missing date', () => {
    const said = (departure: Departure) => departureBar([departure], context()).warnings.join(' ');
    expect(said(trip('2026-12-24'))).toMatch(/planned/);
    expect(said(trip('2010-03-01', { returnedOn: '2010-04-01' }))).toMatch(/reinstatement/);
    expect(said(trip(null))).toMatch(/no date/);
  });

  it('refuses dates that do not exist', () => {
    expect(() => departureBar([trip('2010-13')], context())).toThrow('A date is written');
    expect(() => departureBar([], context({ today: 'now' }))).toThrow('A day is written');
  });
});
