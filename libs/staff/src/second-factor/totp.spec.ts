import { generateSync } from 'otplib';
import { newTotpSecret, stepOfCode, totpAddress } from './totp';

/** The key of RFC 6238 appendix B, "12345678901234567890", in base 32. */
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes of an authenticator app', () => {
  // RFC 6238 appendix B, SHA-1; the last six of its eight digits are the code of six (RFC 4226 section 5.3).
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1111111111, '050471', 37037037],
    [1234567890, '005924', 41152263],
    [2000000000, '279037', 66666666],
    [20000000000, '353130', 666666666],
  ])('agree with RFC 6238 at %i', (seconds, code, step) => {
    expect(stepOfCode(RFC, code, seconds)).toBe(step);
  });

  it('are taken one step early or late and no further', () => {
    const at = 2_000_000_010;
    const code = (seconds: number): string => generateSync({ secret: RFC, epoch: seconds });
    expect([-60, -30, 0, 30, 60].map((by) => stepOfCode(RFC, code(at + by), at))).toEqual([
      null,
      66666666,
      66666667,
      66666668,
      null,
    ]);
  });

  it.each(['', '12345', '1234567', '28708２', ' 287082', '287082\n', 'abcdef'])(
    'have six plain digits: %j has not',
    (code) => {
      expect(stepOfCode(RFC, code, 59)).toBeNull();
    },
  );

  it('come from secrets of 160 bits', () => {
    const secrets = new Set(Array.from({ length: 50 }, newTotpSecret));
    expect(secrets.size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(totpAddress('ABC', 'a@b.example')).toBe(
      'otpauth://totp/Vacatur:a%40b.example?secret=ABC&issuer=Vacatur',
    );
  });
});
