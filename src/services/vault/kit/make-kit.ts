import { randomBytes } from 'node:crypto';
import { DomainError } from '../../kernel/errors.ts';
import { keepSealedKeys, type KitPlaces } from './bundle.ts';
import { writeKit, type EmergencyKit } from './kit-file.ts';
import { sharesOf, type Share } from './share.ts';

export interface KitSize {
  readonly shares: number;
  readonly needed: number;
}

const most = 20;

/** Shares that were made, to be printed and then forgotten. */
export interface MadeKit {
  readonly kit: EmergencyKit;
  readonly shares: readonly Share[];
}

/**
 * Makes a kit: a recipient whose secret exists only as shares. `print` gives them to their holders; only when it succeeded
 * does the kit take the place of the one before. `INPUT_INVALID` for sizes that make no sense.
 */
export async function makeKit(
  places: KitPlaces,
  { size, now, print }: { size: KitSize; now: Date; print: (made: MadeKit) => Promise<void> },
): Promise<EmergencyKit> {
  assertSize(size);
  const { keysDir } = places;
  const cipher = await places.cipher();
  const { recipient, secret } = await cipher.makePair();
  try {
    const id = randomBytes(4).toString('hex');
    const parts = await cipher.split(secret, size);
    const shares = parts.map((part, i) => ({ kitId: id, number: i + 1, needed: size.needed, part }));
    const kit = { id, recipient, ...size, createdAt: now, verifiedAt: null };
    await print({ kit, shares });
    for (const { part } of shares) part.fill(0);
    await writeKit(keysDir, kit);
    await keepSealedKeys(places);
    return kit;
  } finally {
    secret.fill(0);
  }
}

function assertSize({ shares, needed }: KitSize): void {
  const areWhole = Number.isSafeInteger(shares) && Number.isSafeInteger(needed);
  if (!areWhole || needed < 2 || needed > shares || shares > most)
    throw new DomainError('INPUT_INVALID', { field: needed < 2 || needed > shares ? 'needed' : 'shares' });
}

/** The secret of a kit from the words of its shares, proved by its recipient. For the caller to zero. */
export async function secretFrom(
  { cipher }: Pick<KitPlaces, 'cipher'>,
  { kit, texts }: { kit: Pick<EmergencyKit, 'id' | 'recipient'>; texts: readonly string[] },
): Promise<Uint8Array> {
  const shares = sharesOf(kit.id, texts);
  const { combine, recipientOf } = await cipher();
  const secret = await combine(shares.map(({ part }) => part));
  if (secret.length === 32 && (await recipientOf(secret)) === kit.recipient) return secret;
  secret.fill(0);
  throw new DomainError('KIT_INVALID', { reason: 'FOREIGN' });
}
