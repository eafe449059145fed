/**
 * Sealed files: how every stored byte is encrypted, where its keys come from, and how it is read back.
 * Knows neither people nor rows; `files` decides who may read what and remembers what sealing returned.
 */
export { createVault } from './vault.ts';
export type { Vault } from './vault.ts';
export { sealedOverhead } from './sealed-size.ts';
export { sealFile } from './seal-file.ts';
export type { SealedFile, SealRequest } from './seal-file.ts';
export { openFile, openRange, passingPieces } from './open-file.ts';
export type { StoredFile } from './open-file.ts';
export type { ByteRange } from './sealed-content.ts';
export type { SealedIds } from './format/header.ts';
export { SefError } from './format/sef-error.ts';
export type { SefCode } from './format/sef-error.ts';
export { makeSecret, openSecret } from './sealed-secret.ts';
export type { SealedSecret } from './sealed-secret.ts';
export { openText, sealText } from './sealed-text.ts';
export { kekIdOf, rewrap, rewrapSecret, unwrapKey, unwrapSecretKey, wrapKey, wrapSecretKey } from './wrapped-key.ts';
export { addActiveKey, loadKeyRing, retireKey } from './key-ring.ts';
export type { KeyRing, KeyState, KeyStore, NamedKey } from './key-ring.ts';
export type { LocalMasterKey, MasterKey } from './master-key.ts';
export { bundleFile, keepSealedKeys, sealedKeys, sealToKit, type KeyBundle, type KitPlaces } from './kit/bundle.ts';
export { readKit, type EmergencyKit } from './kit/kit-file.ts';
export { makeKit, type KitSize, type MadeKit } from './kit/make-kit.ts';
export { openBundle, recoverKeys, verifyKit } from './kit/verify-kit.ts';
export { checkWordsOf, parseShare, shareText, type Share } from './kit/share.ts';
export { printShare } from './kit/share-page.ts';
export { RemoteKeys } from './remote-keys.ts';
