/** One thing wrong with one field. `path` is the field's place in the body, such as `contacts[0].value`. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

/** An answer other than success, as RFC 9457 sends it. `detail` is for people and holds no client data. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly parameters: Record<string, unknown> = {},
    readonly errors: FieldError[] = [],
  ) {
    super(`${status} ${code}`);
  }
}

/** 404: not there, or not there for you. The two never differ. */
export function notFound(): Problem {
  return new Problem(
    404,
    'not_found',
    'There is nothing here that you can see. Check the address, or ask to be added to the case.',
  );
}

/** 403: you may see it, but your role may not do this. */
export function notAllowed(): Problem {
  return new Problem(403, 'not_allowed', 'Your role may not do this. Ask a director if it should.');
}

/** 401: nobody is signed in. */
export function notSignedIn(): Problem {
  return new Problem(401, 'not_signed_in', 'Sign in first.');
}

/** 412: the row has changed since it was read. */
export function staleVersion(currentVersion: number): Problem {
  return new Problem(
    412,
    'stale_version',
    'Somebody else changed this after you opened it. Read it again, compare, and save once more.',
    { currentVersion },
  );
}

/** 422: well-formed, but it cannot be so. */
export function cannot(
  code: string,
  detail: string,
  parameters: Record<string, unknown> = {},
  errors: FieldError[] = [],
): Problem {
  return new Problem(422, code, detail, parameters, errors);
}

/** 422 about one field. */
export function badField(path: string, code: string, message: string): Problem {
  return new Problem(422, 'invalid', 'Some fields need attention.', {}, [{ path, code, message }]);
}

/** 409: it collides with what is there. */
export function conflict(code: string, detail: string, errors: FieldError[] = []): Problem {
  return new Problem(409, code, detail, {}, errors);
}
