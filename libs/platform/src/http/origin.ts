import { isIPv4, isIPv6 } from 'node:net';

const BROWSERS: [RegExp, string][] = [
  [/\bEdg\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/\bChrom(?:e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

/** "Firefox on Windows": enough to know one's own devices apart, and nothing that could identify a person. */
export function deviceLabel(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 400);
  const named = (list: [RegExp, string][]): string | undefined =>
    list.find(([pattern]) => pattern.test(text))?.[1];
  const browser = named(BROWSERS);
  const system = named(SYSTEMS);
  if (!browser) return 'A program';
  return system ? `${browser} on ${system}` : browser;
}

/** The network an address belongs to: 203.0.113.0/24, or the first 48 bits of an IPv6 address. Never the address itself. */
export function networkOf(address: string | undefined): string | null {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(plain)) return null;
  const [head, tail = ''] = plain.split('%')[0].toLowerCase().split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const zeros = plain.includes('::') ? Array<string>(8 - front.length - back.length).fill('0') : [];
  const groups = [...front, ...zeros, ...back]
    .slice(0, 3)
    .map((group) => parseInt(group || '0', 16).toString(16));
  return `${groups.join(':')}::/48`;
}

/** Where a request comes from, as the read log shows it. */
export function originOf(userAgent: string | undefined, address: string | undefined): string {
  return [deviceLabel(userAgent), networkOf(address)].filter(Boolean).join(', ');
}
