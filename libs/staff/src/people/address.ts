import { applyDecorators } from '@nestjs/common';
import { IsEmail, IsString, Matches, MaxLength, MinLength } from 'class-validator';

/** The form in which two spellings of one address are the same. */
export function foldEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

/** An e-mail address that is one plain address: no quotes, lists, comments or line ends that a mail header could read. */
export const IsAddress = (): PropertyDecorator =>
  applyDecorators(
    IsString(),
    MaxLength(254),
    Matches(/^[^\s"'<>()[\],:;\\@\p{C}]+@[^\s"'<>()[\],:;\\@\p{C}]+$/u, {
      message: '$property must be one e-mail address',
    }),
    IsEmail({}, { message: '$property must be one e-mail address' }),
  );

/** A name of a person or an office: one line, no control characters. */
export const IsName = (): PropertyDecorator =>
  applyDecorators(
    IsString(),
    MinLength(1),
    MaxLength(120),
    Matches(/^[^\s\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]*[^\s\p{C}\p{Z}])?$/u, {
      message: '$property must be one line without spaces at its ends',
    }),
  );
