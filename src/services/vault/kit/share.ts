import { createHash } from 'node:crypto';
import { DomainError } from '../../kernel/errors.ts';
import { bytesFrom, wordsFrom } from '../../kernel/proquint.ts';

/** One share of a kit, as its holder keeps it. */
export interface Share {
  /** 8 hexadecimal digits: shares of two kits are not mixed up. */
  readonly kitId: string;
  /** From 1. */
  readonly number: number;
  readonly needed: number;
  /** Of the secret, as Shamir's sharing gives it. */
  readonly part: Uint8Array;
}

const kitIdBytes = 4;
const partBytes = 33;
/** A version, the kit, number and threshold, the share; a byte more makes whole words. */
const bodyBytes = 1 + kitIdBytes + 2 + partBytes;
const checkBytes = 4;
const version = 1;

/** The words of a share; the last two are its check: no word may be mistyped unseen. */
export function shareText({ kitId, number, needed, part }: Share): string {
  const body = Buffer.concat([Buffer.of(version), Buffer.from(kitId, 'hex'), Buffer.of(number, needed), part]);
  return wordsFrom(Buffer.concat([body, checkOf(body)])).join(' ');
}

export const checkWordsOf = (text: string): string => text.split(' ').slice(-2).join(' ');

const checkOf = (body: Uint8Array): Buffer =>
  createHash('sha256').update('atelier kit share').update(body).digest().subarray(0, checkBytes);

/** A share from its words, in any spacing and case. `place` names it in a refusal: the how-manieth that was given. */
export function parseShare(text: string, place: number): Share {
  const words = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  const bytes = bytesFrom(words);
  if (typeof bytes === 'number') throw invalid(place, { reason: 'MISTYPED', word: bytes + 1 });
  const body = bytes.subarray(0, bodyBytes);
  const isWhole = bytes.length === bodyBytes + checkBytes && checkOf(body).equals(bytes.subarray(bodyBytes));
  if (!isWhole || body[0] !== version) throw invalid(place, { reason: 'MISTYPED' });
  const [number = 0, needed = 0] = body.subarray(1 + kitIdBytes);
  return { kitId: body.subarray(1, 1 + kitIdBytes).toString('hex'), number, needed, part: body.subarray(-partBytes) };
}

const invalid = (share: number, more: Record<string, unknown>): DomainError =>
  new DomainError('KIT_INVALID', { share, ...more });

/**
 * Shares of this kit, enough of them and each once. `KIT_INVALID` names the share that was mistyped (`MISTYPED`, with the
 * word when it is no such word), of another kit (`FOREIGN`), given twice (`REPEATED`), or how many are `MISSING`.
 */
export function sharesOf(kitId: string, texts: readonly string[]): readonly Share[] {
  const shares = texts.map((text, i) => parseShare(text, i + 1));
  for (const [i, share] of shares.entries()) {
    if (share.kitId !== kitId) throw invalid(i + 1, { reason: 'FOREIGN', kitId: share.kitId });
    if (shares.findIndex(({ number }) => number === share.number) < i)
      throw invalid(i + 1, { reason: 'REPEATED', number: share.number });
  }
  const needed = shares[0]?.needed ?? 0;
  if (shares.length < Math.max(1, needed))
    throw new DomainError('KIT_INVALID', { reason: 'MISSING', missing: Math.max(1, needed - shares.length) });
  return shares;
}
