import { createSecretKey, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { ClientErased, KeyMissing, SealBroken } from './errors';
import { KeyCache } from './key-cache';
import { ClientKey, OrgKey, blindIndex } from './keys';

const org = new OrgKey('018f2b6e-0000-7000-8000-000000000001', createSecretKey(Buffer.alloc(32, 3)));

describe('blindIndex', () => {
  it('is a fixed function of organisation, kind and text', () => {
    expect(blindIndex(org, 'a_number', '090123456').toString('hex')).toBe('319050f80dc9de40371a068f92b9cb7e');
    expect(blindIndex(org, 'a_number', '090123456')).toHaveLength(16);
  });

  it('differs by organisation, by kind and by text', () => {
    const other = new OrgKey(org.orgId, createSecretKey(randomBytes(32)));
    const all = [
      blindIndex(org, 'a_number', '090123456'),
      blindIndex(other, 'a_number', '090123456'),
      blindIndex(org, 'phone', '090123456'),
      blindIndex(org, 'a_number', '090123457'),
    ];
    expect(new Set(all.map((token) => token.toString('hex'))).size).toBe(4);
  });
});

describe('OrgKey', () => {
  it('seals rows of its own under a key that is not the wrapping key', () => {
    const sealed = org.box('outbox', 'r1').seal('payload', '{"to":"x"}');
    expect(org.box('outbox', 'r1').open('payload', sealed)).toBe('{"to":"x"}');
    expect(() => org.box('outbox', 'r2').open('payload', sealed)).toThrow(SealBroken);
    expect(org.wrapping.equals(org.indexKey('rows'))).toBe(false);
  });

  it('shows nothing when printed', () => {
    expect(JSON.stringify({ org })).toBe('{"org":"[organisation key]"}');
    expect(inspect(org)).toBe('[organisation key]');
  });
});

describe('ClientKey', () => {
  it('complains only when used', () => {
    const erased = new ClientKey(org.orgId, 'c', new ClientErased());
    expect(erased.erased).toBe(true);
    expect(() => erased.box('client', 'r')).toThrow(ClientErased);
    const missing = new ClientKey(org.orgId, 'c', new KeyMissing('client'));
    expect(missing.erased).toBe(false);
    expect(() => missing.requireUsable()).toThrow(KeyMissing);
    expect(inspect(missing)).toBe('[client key]');
  });
});

describe('KeyCache', () => {
  it('forgets by age from loading, not from use', () => {
    let now = 0;
    const cache = new KeyCache<string>(300, 10, () => now);
    cache.set('a', 'A');
    now = 299;
    expect(cache.get('a')).toBe('A');
    now = 300;
    expect(cache.get('a')).toBeUndefined();
    expect(cache.size).toBe(0);
  });

  it('keeps at most its capacity and drops what was used longest ago', () => {
    const cache = new KeyCache<string>(300, 2, () => 0);
    cache.set('a', 'A');
    cache.set('b', 'B');
    cache.get('a');
    cache.set('c', 'C');
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C']);
    cache.delete('a');
    expect(cache.get('a')).toBeUndefined();
    cache.clear();
    expect(cache.size).toBe(0);
  });
});
