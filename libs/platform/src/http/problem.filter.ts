import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseProblem } from '../errors/database-problem';
import { Problem } from '../errors/problem';
import { Log } from '../log/log';

const TITLES: Record<number, string> = {
  400: 'Malformed request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported format',
  422: 'Not acceptable as it is',
  428: 'Version required',
  429: 'Too many requests',
  500: 'Our mistake',
  503: 'Not available now',
};

const FRAMEWORK: Record<number, [code: string, detail: string]> = {
  400: ['malformed_request', 'The request is not well-formed JSON of the documented shape.'],
  404: ['not_found', 'There is nothing at this address.'],
  413: ['too_large', 'The request is larger than this route accepts.'],
  415: ['unsupported_format', 'Send application/json.'],
};

/** The answer that a problem leaves as. */
export function problemBody(problem: Problem, requestId: string): Record<string, unknown> {
  return {
    ...problem.parameters,
    type: `urn:vacatur:problem:${problem.code}`,
    title: TITLES[problem.status] ?? 'Problem',
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    requestId,
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
  };
}

/** Every failure leaves as application/problem+json; what is not ours to tell becomes a 500 with a request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.problemOf(error);
    const requestId = String(request.id);
    if (problem.status >= 500) {
      const route = request.routeOptions?.url ?? 'unknown';
      this.log.error(
        {
          event: 'request failed',
          requestId,
          route,
          method: request.method,
          status: problem.status,
          code: problem.code,
        },
        error,
      );
    }
    void reply
      .status(problem.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send(problemBody(problem, requestId));
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof Problem) return error;
    const status =
      error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number })?.statusCode;
    if (status && status >= 400 && status < 500) {
      const [code, detail] = FRAMEWORK[status] ?? FRAMEWORK[400];
      return new Problem(status, code, detail);
    }
    return (
      databaseProblem(error) ??
      new Problem(
        500,
        'internal',
        'Something went wrong on our side. Nothing was changed. Tell your administrator the request id.',
      )
    );
  }
}
