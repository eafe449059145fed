import { readFile } from 'node:fs/promises';
import type { KitCipher } from '../../adapters/kit/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { ringOf } from '../key-ring.ts';
import type { KeyRing } from '../key-ring.ts';
import type { RemoteKeys } from '../remote-keys.ts';
import { bundleFile, parseBundle, type KeyBundle, type KitPlaces } from './bundle.ts';
import { readKit, writeKit, type EmergencyKit } from './kit-file.ts';
import { secretFrom } from './make-kit.ts';
import { parseShare, sharesOf } from './share.ts';

export interface KitProof {
  /** The words of the shares. */
  readonly texts: readonly string[];
  /** The newest bundle, unless given. */
  readonly bundle?: string | undefined;
  /** Asks key services, when the ring has keys of some. */
  readonly remote?: RemoteKeys | undefined;
  /** Opens a file with the ring of the bundle; throws when it does not open. */
  readonly openOneFile: (ring: KeyRing) => Promise<void>;
  readonly now: Date;
}

/**
 * Proves that the shares open the newest bundle, and that its keys open a file. Writes nothing but the day on which it was
 * done. `NOT_FOUND` without a kit; `KIT_INVALID` names the share that is wrong.
 */
export async function verifyKit(places: KitPlaces, proof: KitProof): Promise<EmergencyKit> {
  const kit = await readKit(places.keysDir);
  if (!kit) throw new DomainError('NOT_FOUND', { field: 'kit' });
  const bundle = await openBundle(places, { kit, ...proof });
  const held = await places.keysIn(bundle);
  if (!held) throw new DomainError('KIT_INVALID', { reason: 'BUNDLE' });
  const ring = ringOf(held, proof.remote);
  await proof.remote?.refresh(held.remoteKeys ?? []);
  await proof.openOneFile(ring);
  const verified = { ...kit, verifiedAt: proof.now };
  await writeKit(places.keysDir, verified);
  return verified;
}

/** What a bundle holds, opened by shares. */
export async function openBundle(
  places: Pick<KitPlaces, 'cipher' | 'dataDir'>,
  { kit, texts, bundle }: Pick<KitProof, 'texts' | 'bundle'> & { kit: Pick<EmergencyKit, 'id' | 'recipient'> },
): Promise<KeyBundle> {
  const secret = await secretFrom(places, { kit, texts });
  try {
    const { open } = await places.cipher();
    const opened = await open(secret, await readFile(bundle ?? bundleFile(places.dataDir)));
    return parseBundle(opened);
  } catch (cause) {
    throw new DomainError('KIT_INVALID', { reason: 'BUNDLE' }, { cause });
  } finally {
    secret.fill(0);
  }
}

/** What a bundle holds when KEYS_DIR, and with it the kit’s own file, is lost: that the bundle opens is the proof. */
export async function recoverKeys(
  cipher: KitCipher,
  { texts, sealed }: { readonly texts: readonly string[]; readonly sealed: Uint8Array },
): Promise<KeyBundle> {
  const shares = sharesOf(parseShare(texts[0] ?? '', 1).kitId, texts);
  const secret = await cipher.combine(shares.map(({ part }) => part));
  try {
    return parseBundle(await cipher.open(secret, sealed));
  } catch (cause) {
    throw new DomainError('KIT_INVALID', { reason: 'BUNDLE' }, { cause });
  } finally {
    secret.fill(0);
  }
}
