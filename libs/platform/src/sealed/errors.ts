/**
 * What can go wrong between a key and what it protects. None of these carries a value, a ciphertext or an id:
 * the message may reach a log (SECURITY: no client data in error messages).
 */
export abstract class SealedError extends Error {
  abstract readonly code: string;

  override get name(): string {
    return this.constructor.name;
  }
}

/** The stored bytes were changed, moved from another row, column or organisation, or sealed under another key. */
export class SealBroken extends SealedError {
  readonly code = 'seal_broken';
  constructor() {
    super('A sealed value could not be opened: it was changed, moved or sealed under another key.');
  }
}

/** The client's key was destroyed on purpose; nothing sealed under it can be read again. */
export class ClientErased extends SealedError {
  readonly code = 'client_erased';
  constructor() {
    super('This client was erased. What was sealed for them cannot be opened again.');
  }
}

/** No key is stored where one must exist, for example after the keys database was restored from an older backup. */
export class KeyMissing extends SealedError {
  readonly code = 'key_missing';
  constructor(owner: 'organisation' | 'client') {
    super(`The keys database holds no key for this ${owner}. Restore the keys database from its own backup.`);
  }
}

/** The root key cannot be used. The message tells the operator what to do and never contains key material. */
export class RootKeyProblem extends SealedError {
  readonly code = 'root_key_problem';
}
