// Which addresses share one budget of guesses.
import { expect, test } from 'vitest';
import { addressGroup, networkOf } from './addressGroup.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('[KEY-5] the budget of %s is that of %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

test('[KEY-5] many an IPv6 /64 share the budget of a /48, an IPv4 address has its own', () => {
  expect(networkOf(addressGroup('2001:db8:1:2::9'))).toBe('2001:db8:1::/48');
  expect(networkOf(addressGroup('192.0.2.7'))).toBe('192.0.2.7');
  expect(networkOf('')).toBe('');
});
