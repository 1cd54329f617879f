import { generateSecret, generateURI, verifySync } from 'otplib';

/** Seconds a code lives (RFC 6238 section 4), and how far two clocks may differ: one step either way. */
const STEP_SECONDS = 30;

/** A new secret of 160 bits, as the base 32 text that people can type into an authenticator app. */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** The address that an authenticator app reads from the picture. It names the account, so it is shown and not kept. */
export function totpAddress(secret: string, account: string): string {
  return generateURI({ issuer: 'Vacatur', label: account, secret });
}

/**
 * The time step a six-digit code belongs to, or null when it belongs to none near this moment. Whether that step was
 * used before is the caller's to decide, in one statement of the database.
 * @param seconds Unix time; the present outside tests
 */
export function stepOfCode(secret: string, code: string, seconds = Date.now() / 1000): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const found = verifySync({ secret, token: code, epoch: Math.floor(seconds), epochTolerance: STEP_SECONDS });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}
