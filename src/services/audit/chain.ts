import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { canonicalJson } from '../kernel/canonical-json.ts';

/** What of an entry the chain protects: every column but the two macs. */
export interface ChainedEntry {
  readonly seq: number;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly severity: string;
  readonly outcome: string;
  readonly targetType: string;
  readonly targetId: string | null;
  readonly address: string | null;
  readonly requestId: string | null;
  readonly payload: string;
  readonly keyEpoch: number;
}

/** Before the first entry. */
export const genesis = '0'.repeat(64);

/** The key of one epoch: each is derived from the one before and cannot be turned back. */
export function epochKey(first: Buffer, epoch: number): Buffer {
  let key = first;
  for (let i = 0; i < epoch; i++) key = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'AUD1 next', 32));
  return key;
}

/** mac_i = HMAC-SHA-256(K_epoch, "AUD1" || u64 i || mac_(i-1) || sha256(canonical row)). */
export function macOf(key: Buffer, prevMac: string, entry: ChainedEntry): string {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(entry.seq));
  const row = createHash('sha256').update(canonicalJson(entry)).digest();
  return createHmac('sha256', key).update('AUD1').update(place).update(Buffer.from(prevMac, 'hex')).update(row).digest('hex');
}
