export { SEAL_OVERHEAD, openBytes, openText, sealBytes, sealText, type SealPlace } from './aead';
export { ClientErased, KeyMissing, RootKeyProblem, SealBroken, SealedError } from './errors';
export { ClientKey, OrgKey, blindIndex, blindIndexes, type IndexKind } from './keys';
export { Keyring } from './keyring';
export { keysSchema } from './keys-schema';
export { RootKey, derive, derivePassword, requireFingerprint, rootKeyFingerprint } from './root-key';
export { loadRootKey, type RootKeySource } from './load-root-key';
export { Sealed } from './sealed';
export { SealedBox } from './sealed-box';
