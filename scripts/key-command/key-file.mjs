#!/usr/bin/env node
/**
 * A key command: wraps and unwraps the root key under a second key that lies elsewhere, such as on a stick that is
 * only plugged in at a start. VACATUR_KEK_FILE names that file (32 bytes in base64; `head -c 32 /dev/urandom | base64`).
 *
 * The protocol is the same for every key command: the first argument is `wrap` or `unwrap`, the input one line of
 * base64, the output one line of base64; anything else than exit code 0 is a refusal.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

const PURPOSE = Buffer.from('vacatur root key, wrapped 1');

function kek() {
  const file = process.env.VACATUR_KEK_FILE;
  if (!file) throw new Error('VACATUR_KEK_FILE does not name the file of the wrapping key.');
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new Error('The file of the wrapping key must hold 32 bytes in base64.');
  return key;
}

const acts = {
  wrap(plain) {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', kek(), nonce).setAAD(PURPOSE);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  unwrap(wrapped) {
    const decipher = createDecipheriv('aes-256-gcm', kek(), wrapped.subarray(0, 12)).setAAD(PURPOSE);
    decipher.setAuthTag(wrapped.subarray(-16));
    return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
  },
};

try {
  const act = acts[process.argv[2]];
  if (!act) throw new Error('Say wrap or unwrap.');
  const input = Buffer.from(readFileSync(0, 'utf8').trim(), 'base64');
  process.stdout.write(`${act(input).toString('base64')}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
