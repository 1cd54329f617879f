import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { TOKEN_PREFIX } from '@app/access';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A secret of 256 random bits for a cookie or a link. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 62n) text = DIGITS[Number(rest % 62n)] + text;
  return text;
}

/** The six characters at the end of a token, with which scanners of source code tell a token from noise. */
export function checksumOf(body: string): string {
  return base62(BigInt(crc32(body)), 6);
}

/** A new API token: prefix, 256 random bits in base 62, checksum. */
export function newApiToken(): string {
  const body = `${TOKEN_PREFIX}${base62(BigInt(`0x${randomBytes(32).toString('hex')}`), 43)}`;
  return `${body}_${checksumOf(body)}`;
}
