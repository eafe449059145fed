import { createHmac, hash, hkdfSync } from 'node:crypto';

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
  readonly agent: string | null;
  readonly requestId: string | null;
  readonly payload: string;
  readonly piiRef: string | null;
  readonly keyEpoch: number;
}

/** Before the first entry. */
export const genesis = '0'.repeat(64);

const json = JSON.stringify;

/** The entry as RFC 8785 spells it. Written out by hand, because a million of them are read in one check. */
export const rowText = (entry: ChainedEntry): string =>
  `{"action":${json(entry.action)},"actorId":${json(entry.actorId)},"actorKind":${json(entry.actorKind)},"address":${json(entry.address)},` +
  `"agent":${json(entry.agent)},"at":${entry.at},"keyEpoch":${entry.keyEpoch},"outcome":${json(entry.outcome)},"payload":${json(entry.payload)},` +
  `"piiRef":${json(entry.piiRef)},"requestId":${json(entry.requestId)},"seq":${entry.seq},"severity":${json(entry.severity)},` +
  `"targetId":${json(entry.targetId)},"targetType":${json(entry.targetType)}}`;

/** The key after this one. It cannot be turned back: who finds it cannot sign what came before. */
export const nextKey = (key: Buffer): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'AUD1 next', 32));

/** The key of a later epoch. */
export function keyAt(held: { readonly epoch: number; readonly key: Buffer }, epoch: number): Buffer {
  let key = held.key;
  for (let i = held.epoch; i < epoch; i++) key = nextKey(key);
  return key;
}

/** mac_i = HMAC-SHA-256(K_epoch, "AUD1" || u64 i || mac_(i-1) || sha256(canonical row)). */
export const macOf = (key: Buffer, prevMac: string, entry: ChainedEntry): string =>
  macOfText(key, prevMac, { seq: entry.seq, text: rowText(entry) });

/** The same for a row that is spelt already. */
export function macOfText(
  key: Buffer,
  prevMac: string,
  { seq, text }: { readonly seq: number; readonly text: string },
): string {
  const body = Buffer.allocUnsafe(76);
  body.write('AUD1', 0, 'latin1');
  body.writeBigUInt64BE(BigInt(seq), 4);
  body.write(prevMac, 12, 'hex');
  body.write(hash('sha256', text, 'hex'), 44, 'hex');
  return createHmac('sha256', key).update(body).digest('hex');
}
