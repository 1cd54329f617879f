import { pino, type DestinationStream } from 'pino';

/** What a log line may hold. Names, identifiers of people, texts, addresses and SQL have no place here. */
export interface LogFields {
  event: string;
  requestId?: string;
  /** The route's template, never the address that was called. */
  route?: string;
  method?: string;
  status?: number;
  code?: string;
  milliseconds?: number;
  orgId?: string;
  userId?: string;
  count?: number;
  attempt?: number;
  duty?: string;
  messageId?: string;
  port?: number;
  /** Class of an error, never its message: messages repeat data. */
  error?: string;
  /** Where our own code failed: file and line of the stack, without the message. */
  at?: string;
}

const ALLOWED: (keyof LogFields)[] = [
  'event',
  'requestId',
  'route',
  'method',
  'status',
  'code',
  'milliseconds',
  'orgId',
  'userId',
  'count',
  'attempt',
  'duty',
  'messageId',
  'port',
  'error',
  'at',
];
const SIMPLE = /^[\w./:{}*@ -]{0,400}$/;

function allowed(fields: LogFields): Record<string, string | number> {
  const line: Record<string, string | number> = {};
  for (const name of ALLOWED) {
    const value = fields[name];
    if (typeof value === 'number' && Number.isFinite(value)) line[name] = value;
    else if (typeof value === 'string') line[name] = SIMPLE.test(value) ? value : '[refused]';
  }
  return line;
}

/** Writes only the fields above, and of them only simple text and numbers. */
export class Log {
  private readonly out;

  constructor(level = 'info', stream?: DestinationStream) {
    const options = { level, base: null, messageKey: 'event' };
    this.out = stream ? pino(options, stream) : pino(options);
  }

  info(fields: LogFields): void {
    this.out.info(allowed(fields));
  }

  warn(fields: LogFields): void {
    this.out.warn(allowed(fields));
  }

  error(fields: LogFields, cause?: unknown): void {
    this.out.error(allowed({ ...fields, ...describe(cause) }));
  }
}

/** The class of an error and the place it came from, without its message. */
function describe(cause: unknown): Pick<LogFields, 'error' | 'at'> {
  if (!(cause instanceof Error)) return {};
  const frame = cause.stack
    ?.split('\n')
    .find((line) => line.trimStart().startsWith('at ') && !line.includes('node:'));
  const at = frame
    ?.trim()
    .replace(/^at /, '')
    .replace(/\(?\/.*\/(?=(libs|apps|dist|scripts|node_modules)\/)/, '')
    .replace(/[^\w./:@ -]/g, '');
  return { error: cause.constructor.name, at };
}
