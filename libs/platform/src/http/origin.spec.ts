import { networkOf, originOf } from './origin';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1234:5678::9', '2001:db8:1234::/48'],
    ['2001:DB8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));

  it.each([undefined, '', 'unknown', '1.2.3', '1.2.3.4.5'])('of %s is not known', (address) =>
    expect(networkOf(address)).toBeNull(),
  );
});

it('an origin is a device and a network', () => {
  expect(originOf('Mozilla/5.0 (Windows NT 10.0) Firefox/140.0', '198.51.100.7')).toBe(
    'Firefox on Windows, 198.51.100.0/24',
  );
  expect(originOf(undefined, undefined)).toBe('A program');
});
