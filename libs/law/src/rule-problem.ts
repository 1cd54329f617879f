import { badField, cannot } from '@app/platform';
import { RuleInputError } from '@app/rules';

/**
 * The rules' answer, or what they find wrong with the question as an answer for people.
 * @throws Problem 422 with the rules' own code and the path of the field
 */
export function askRules<Answer>(ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof RuleInputError)) throw error;
    const { code, message, path } = error;
    throw cannot(code, message, {}, [{ path, code, message }]);
  }
}

const FIRST_YEAR = '1950';
const LAST_YEAR = '2100';
const DATE_FIELD = /(?:On|From|Until)$/;

/**
 * Dates outside the years that the rules count in, with the place of each in the question.
 * @throws Problem 422
 */
export function refuseUncountable(question: object, parent = ''): void {
  for (const [field, value] of Object.entries(question)) {
    const path = parent ? `${parent}.${field}` : field;
    if (value !== null && typeof value === 'object') refuseUncountable(value as object, path);
    if (typeof value !== 'string' || !DATE_FIELD.test(field)) continue;
    const year = value.slice(0, 4);
    if (year < FIRST_YEAR || year > LAST_YEAR)
      throw badField(path, 'day_out_of_range', `The rules count from ${FIRST_YEAR} to ${LAST_YEAR}.`);
  }
}
