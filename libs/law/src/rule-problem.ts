import { cannot } from '@app/platform';
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
