import fc from 'fast-check';
import { motionBars, type MotionBar, type MotionHistory, type PriorMotion } from './motion-bars';

const motion = (more: Partial<PriorMotion> = {}): PriorMotion => ({
  id: 'm1',
  kind: 'reopen',
  filedOn: '2015-04-02',
  forum: 'court',
  result: 'denied',
  ...more,
});
const history = (motions: readonly PriorMotion[], more: Partial<MotionHistory> = {}): MotionHistory => ({
  motions,
  askedAboutOthers: true,
  pendingAtBoard: false,
  ...more,
});
const standing = (found: MotionHistory, which: MotionBar['motion'], decisionId?: string) =>
  motionBars(found).bars.find(
    (bar) => bar.motion === which && (decisionId === undefined || bar.decisionId === decisionId),
  )?.standing;

describe('motions that the law allows once', () => {
  it.each([
    ['nothing filed, asked', history([]), 'reopen', 'open'],
    ['nothing recorded, not asked', history([], { askedAboutOthers: false }), 'reopen', 'not_known'],
    [
      'nothing recorded, asking not recorded',
      history([], { askedAboutOthers: null }),
      'absentia',
      'not_known',
    ],
    ['a denied motion', history([motion()]), 'reopen', 'used'],
    ['at the Board, for the whole case', history([motion({ forum: 'board' })]), 'reopen', 'used'],
    ['a pending motion', history([motion({ result: 'pending' })]), 'reopen', 'used'],
    ['a granted motion', history([motion({ result: 'granted' })]), 'reopen', 'used'],
    ['a result nobody knows', history([motion({ result: 'not_known' })]), 'reopen', 'used'],
    ['a returned filing', history([motion({ result: 'rejected' })]), 'reopen', 'not_known'],
    ['a withdrawn motion', history([motion({ result: 'withdrawn' })]), 'reopen', 'not_known'],
    ['a motion of unknown kind', history([motion({ kind: 'not_known' })]), 'reopen', 'not_known'],
    ['a motion of unknown kind', history([motion({ kind: 'not_known' })]), 'reconsider', 'not_known'],
    ['a joint motion', history([motion({ kind: 'joint' })]), 'reopen', 'open'],
    ['a motion to reconsider', history([motion({ kind: 'reconsider' })]), 'reopen', 'open'],
    ['a request sua sponte', history([motion({ kind: 'sua_sponte' })]), 'reopen', 'not_known'],
    ['an in-absentia motion', history([motion({ kind: 'absentia' })]), 'absentia', 'used'],
    ['an in-absentia motion', history([motion({ kind: 'absentia' })]), 'reopen', 'not_known'],
    ['a motion to reopen', history([motion()]), 'absentia', 'not_known'],
    ['a motion to reopen', history([motion()]), 'reconsider', 'open'],
    ['a motion of battered family', history([motion({ kind: 'vawa' })]), 'vawa', 'used'],
  ] as const)('%s leaves %s', (_what, found, which, expected) => {
    expect(standing(found, which)).toBe(expected);
  });

  it('counts reconsideration for each decision', () => {
    const found = history([motion({ kind: 'reconsider', decisionId: 'ij' })], { decisionIds: ['ij', 'bia'] });
    expect([standing(found, 'reconsider', 'ij'), standing(found, 'reconsider', 'bia')]).toEqual([
      'used',
      'open',
    ]);
    const loose = history([motion({ kind: 'reconsider' })], { decisionIds: ['ij', 'bia'] });
    expect([standing(loose, 'reconsider', 'ij'), standing(loose, 'reconsider', 'bia')]).toEqual([
      'not_known',
      'not_known',
    ]);
  });

  it.each([
    ['5', 'no'],
    ['9', 'yes'],
    [null, 'contested'],
  ])('in circuit %s country conditions lift the number limit: %s', (circuit, lifts) => {
    const [first] = motionBars(history([motion()]), { circuit }).exceptions;
    expect([first!.id, first!.liftsNumber]).toEqual(['country_conditions', lifts]);
  });

  it('warns before a first motion, before a second, and to ask who filed what', () => {
    const said = (found: MotionHistory) => motionBars(found).warnings.join(' ');
    expect(said(history([]))).toMatch(/weak first motion/);
    expect(said(history([motion()]))).toMatch(/second motion needs an exception/);
    expect(said(history([], { askedAboutOthers: null }))).toMatch(/notario/);
    expect(said(history([], { pendingAtBoard: true }))).toMatch(/court cannot be asked/);
    expect(said(history([], { pendingAtBoard: null }))).toMatch(/not known/);
    expect(said(history([motion({ result: 'granted' })]))).toMatch(/A motion was granted/);
    expect(motionBars(history([motion(), motion({ id: 'm2', kind: 'joint' })])).counts).toMatchObject({
      reopen: 1,
      joint: 1,
    });
  });

  it('refuses a date that does not exist', () => {
    expect(() => motionBars(history([motion({ filedOn: '2015-02-30' })]))).toThrow('A date is written');
  });

  it('never gets more open by one more motion, in any circuit', () => {
    const kind = fc.constantFrom(
      ...([
        'reopen',
        'reconsider',
        'absentia',
        'vawa',
        'country_conditions',
        'joint',
        'sua_sponte',
        'not_known',
      ] as const),
    );
    const result = fc.constantFrom(
      ...(['granted', 'denied', 'pending', 'withdrawn', 'rejected', 'not_known'] as const),
    );
    const decisionId = fc.constantFrom('ij', 'bia', null);
    const prior = fc.record({ kind, result, decisionId });
    const rank = { open: 0, not_known: 1, used: 2 };
    fc.assert(
      fc.property(fc.array(prior, { maxLength: 5 }), prior, fc.boolean(), (list, extra, asked) => {
        const all = [...list, extra].map((each, index) => motion({ ...each, id: `m${index}` }));
        const of = (motions: readonly PriorMotion[]) =>
          motionBars(history(motions, { askedAboutOthers: asked, decisionIds: ['ij', 'bia'] })).bars;
        const [before, after] = [of(all.slice(0, -1)), of(all)];
        return before.every((bar, index) => rank[after[index]!.standing] >= rank[bar.standing]);
      }),
      { numRuns: 1500 },
    );
  });
});
