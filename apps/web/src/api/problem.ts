/** One refused field: where in the body, a stable code, and a sentence. */
export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

/** An answer that is not a success (RFC 9457), or no answer at all (`status` 0). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly requestId: string | null;
  readonly fields: FieldProblem[];
  readonly params: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    super(typeof body.detail === 'string' ? body.detail : '');
    this.name = 'Problem';
    this.status = status;
    this.code = typeof body.code === 'string' ? body.code : status === 0 ? 'offline' : `http_${status}`;
    this.title = typeof body.title === 'string' ? body.title : '';
    this.requestId = typeof body.requestId === 'string' ? body.requestId : null;
    this.fields = Array.isArray(body.errors) ? (body.errors as FieldProblem[]) : [];
    this.params = body;
  }

  static async of(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => null);
    return new Problem(response.status, (body ?? {}) as Record<string, unknown>);
  }

  /** Any thrown value as a problem: what is not an answer of the server is "no answer". */
  static from(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem(0, {});
  }
}
