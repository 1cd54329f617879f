import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { notFound, Problem, type FieldError } from '../errors/problem';
import { contentFaults, shapeFaults, toldName } from './body-faults';

const CODES: Record<string, string> = {
  whitelistValidation: 'unknown_field',
  isNotEmpty: 'required',
  isDefined: 'required',
  isNotBlank: 'required',
  isIn: 'not_one_of',
  isEnum: 'not_one_of',
  maxLength: 'too_long',
  minLength: 'too_short',
};

function nameIn({ property, constraints }: ValidationError): string {
  return constraints && 'whitelistValidation' in constraints ? toldName(property) : property;
}

function flatten(errors: ValidationError[], parent: string): FieldError[] {
  return errors.flatMap((error) => {
    const path = /^\d+$/.test(error.property)
      ? `${parent}[${error.property}]`
      : [parent, nameIn(error)].filter(Boolean).join('.');
    const own = Object.entries(error.constraints ?? {}).map(([name, message]) => ({
      path,
      code: CODES[name] ?? 'invalid',
      message: sentence(name, message, error.property),
    }));
    return [...own, ...flatten(error.children ?? [], path)];
  });
}

function sentence(name: string, message: string, property: string): string {
  if (name === 'whitelistValidation') return 'This field is not known here.';
  const text = message.startsWith(property) ? `This field${message.slice(property.length)}` : message;
  return text.endsWith('.') ? text : `${text}.`;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function idOf(value: unknown): string {
  const id = String(value).toLowerCase();
  if (!ID.test(id)) throw notFound();
  return id;
}

function refuse(status: number, errors: FieldError[]): void {
  if (errors.length === 0) return;
  const code = status === 400 ? errors[0].code : 'invalid';
  throw new Problem(status, code, 'Some fields need attention.', {}, errors.slice(0, 100));
}

/**
 * PostgreSQL reads an id in braces or without hyphens too, but keys and seals are bound to its one usual spelling.
 * So only that one reaches a service; any other is an id of nothing.
 */
class RequestPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'param' && /(?:^id|Id)$/.test(metadata.data ?? '')) return idOf(value);
    if (metadata.type === 'body' || metadata.type === 'query') refuse(400, contentFaults(value));
    const read: unknown = await super.transform(value, metadata);
    if (metadata.type === 'body' && read && typeof read === 'object') refuse(422, shapeFaults(read));
    return read;
  }
}

/** Refuses unknown fields and wrong types with the path of each. Values of the person never come back in the answer. */
export function validationPipe(): ValidationPipe {
  return new RequestPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => {
      const fields = flatten(errors, '');
      const unknown = fields.some((field) => field.code === 'unknown_field');
      return new Problem(
        unknown ? 400 : 422,
        unknown ? 'unknown_field' : 'invalid',
        'Some fields need attention.',
        {},
        fields,
      );
    },
  });
}
