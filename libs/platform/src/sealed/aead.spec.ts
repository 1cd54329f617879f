import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import {
  SEAL_OVERHEAD,
  openBytes,
  openText,
  sealBytes,
  sealText,
  sealWithNonce,
  type SealPlace,
} from './aead';
import { SealBroken } from './errors';
import { SealedBox } from './sealed-box';

const key = createSecretKey(randomBytes(32));
// Computed with Python's cryptography package, not with this code.
const VECTOR = '0109090909090909090909090969e2f1ed5f4b440f2f2d6d842d54ea341b3c451beb55c391';
const place: SealPlace = {
  orgId: '018f2b6e-0000-7000-8000-000000000001',
  table: 'client',
  column: 'family_name',
  rowId: '018f2b6e-0000-7000-8000-000000000002',
};

describe('aead', () => {
  it('agrees with the published AES-256-GCM test case 16 (McGrew and Viega, The Galois/Counter Mode of Operation)', () => {
    const sealed = sealWithNonce(
      createSecretKey(Buffer.from('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308', 'hex')),
      Buffer.from('cafebabefacedbaddecaf888', 'hex'),
      Buffer.from('feedfacedeadbeeffeedfacedeadbeefabaddad2', 'hex'),
      Buffer.from(
        'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
        'hex',
      ),
    );
    expect(sealed[0]).toBe(1);
    expect(sealed.subarray(1, 13).toString('hex')).toBe('cafebabefacedbaddecaf888');
    expect(sealed.subarray(13, -16).toString('hex')).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
    );
    expect(sealed.subarray(-16).toString('hex')).toBe('76fc6ece0f4e1768cddf8853bb2d551b');
  });

  it('keeps opening what the first version sealed', () => {
    const fixed = createSecretKey(Buffer.alloc(32, 7));
    const stored = sealWithNonce(
      fixed,
      Buffer.alloc(12, 9),
      Buffer.from(`${place.orgId}|client|family_name|${place.rowId}`),
      Buffer.from('Nguyễn'),
    );
    expect(stored.toString('hex')).toBe(VECTOR);
    expect(openText(fixed, place, Buffer.from(VECTOR, 'hex'))).toBe('Nguyễn');
  });

  it('opens exactly what was sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = sealText(key, place, text);
        expect(sealed.length).toBe(Buffer.byteLength(text) + SEAL_OVERHEAD);
        expect(openText(key, place, sealed)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(openBytes(key, place, sealBytes(key, place, Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('never uses a nonce twice', () => {
    const seen = new Set(
      Array.from({ length: 2000 }, () => sealText(key, place, 'x').subarray(1, 13).toString('hex')),
    );
    expect(seen.size).toBe(2000);
  });

  it('refuses a change of any single bit', () => {
    const sealed = sealText(key, place, 'Vang');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] ^= 1 << (bit & 7);
      expect(() => openText(key, place, changed)).toThrow(SealBroken);
    }
  });

  it('refuses every truncation, an empty value and a longer one', () => {
    const sealed = sealText(key, place, 'Vang');
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => openText(key, place, sealed.subarray(0, length))).toThrow(SealBroken);
    }
    expect(() => openText(key, place, Buffer.concat([sealed, Buffer.of(0)]))).toThrow(SealBroken);
  });

  it.each([
    ['organisation', { orgId: '018f2b6e-0000-7000-8000-00000000000f' }],
    ['table', { table: 'contact' }],
    ['column', { column: 'given_name' }],
    ['row', { rowId: '018f2b6e-0000-7000-8000-00000000000f' }],
  ])('does not open in another %s', (_part, other) => {
    const sealed = sealText(key, place, 'Vang');
    expect(() => openText(key, { ...place, ...other }, sealed)).toThrow(SealBroken);
  });

  it('does not open under another key, and the error carries nothing of the value', () => {
    const sealed = sealText(key, place, 'Vang');
    try {
      openText(createSecretKey(randomBytes(32)), place, sealed);
      throw new Error('opened');
    } catch (problem) {
      expect(problem).toBeInstanceOf(SealBroken);
      const seen = `${(problem as Error).stack} ${JSON.stringify(problem)}`;
      expect(seen).not.toContain('Vang');
      expect(seen).not.toContain(place.rowId);
      expect((problem as Error).cause).toBeUndefined();
    }
  });

  it('opens whatever the letter case of the ids, as the database returns them in lower case', () => {
    const sealed = sealText(key, { ...place, rowId: place.rowId.toUpperCase() }, 'Vang');
    expect(openText(key, place, sealed)).toBe('Vang');
  });

  it('refuses an incomplete place and one that could be read as another', () => {
    expect(() => sealText(key, { ...place, column: '' }, 'Vang')).toThrow(TypeError);
    expect(() => sealText(key, { ...place, table: 'a|b' }, 'Vang')).toThrow(TypeError);
  });
});

describe('SealedBox', () => {
  const box = new SealedBox(key, place.orgId, place.table, place.rowId);

  it('keeps null as null and an empty text as an empty text', () => {
    expect(box.seal('note', null)).toBeNull();
    expect(box.open('note', null)).toBeNull();
    expect(box.hold('note', null)).toBeNull();
    expect(box.open('note', box.seal('note', ''))).toBe('');
  });

  it('binds each value to its column', () => {
    const sealed = box.seal('given_name', 'Mai');
    expect(box.open('given_name', sealed)).toBe('Mai');
    expect(() => box.open('family_name', sealed)).toThrow(SealBroken);
    expect(box.openBytes('file', box.sealBytes('file', Buffer.of(0, 255)))).toEqual(Buffer.of(0, 255));
  });

  it('holds a value unopened until it is asked for', () => {
    const held = box.hold('given_name', box.seal('given_name', 'Mai'));
    expect(`${held}`).toBe('[sealed]');
    expect(held.open()).toBe('Mai');
    expect(() => box.hold('family_name', box.seal('given_name', 'Mai')).open()).toThrow(SealBroken);
  });
});
