import { computeDeadline } from './compute';
import { LAW_VECTORS } from './vectors.fixture';

const context = { today: '2026-11-22' };

describe('every worked example of the catalogue', () => {
  it.each(LAW_VECTORS.map((vector) => [vector.id, vector.rule, vector] as const))(
    '%s %s',
    (_id, _rule, vector) => {
      const { rule, triggers, jurisdiction } = vector;
      const answer = computeDeadline({ rule, triggers, jurisdiction }, context);
      expect(answer.due).toEqual(vector.due);
      const dates = Object.entries(answer.alternates).map(([name, { date }]) => [name, date]);
      expect(Object.fromEntries(dates)).toMatchObject(vector.alternates ?? {});
    },
  );
});
