import { createHash, createHmac } from 'node:crypto';
import { idOf, type Actor } from '../access/actor.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { DomainError } from '../kernel/errors.ts';
import { lockedForUpdate, writing } from './orm/values.ts';
import type { ReadContext, TransactionContext, UseCase } from './context.ts';

/** Input of a mutation that may carry an idempotency key. The rest of it is the content that the key identifies. */
export interface Keyed {
  readonly key?: string | null | undefined;
}

/** A request with its key: repeating both returns the result of the first request. */
export interface KeyedRequest extends Keyed {
  /** The mutation's name: keys of different mutations do not meet. */
  readonly operation: string;
  readonly content: unknown;
}

export interface KeyedWork<O> {
  /** Makes it. Its id is remembered with the key, in the same transaction. */
  readonly first: () => Promise<O & { readonly id: string }>;
  /** What was made, in its current state. Undefined: it was abandoned before anybody saw it, and is made again. */
  readonly again: (id: string) => Promise<O | undefined>;
}

type Needed = Pick<TransactionContext, 'em' | 'actor' | 'now'>;

/**
 * Makes something once for each key of a person. The same key with the same content returns what was made; with other
 * content it is `CONFLICT`. The key is written in the transaction of the effect: a refused or interrupted request
 * leaves none, and of two at the same instant the second waits for the first. Without a key the work is simply done.
 */
export async function onceByKey<O>(tx: Needed, request: KeyedRequest, work: KeyedWork<O>): Promise<O> {
  const claim = claimOf(tx.actor, request);
  if (claim === undefined) return work.first();
  const known = await take(tx, claim);
  if (known !== undefined && known.contentHash !== claim.content_hash)
    throw new DomainError('CONFLICT', { fields: [{ path: 'input.key', rules: ['used-for-other-content'] }] });
  const before = known?.resultId ? await work.again(known.resultId) : undefined;
  if (before !== undefined) return before;
  const made = await work.first();
  await writing(tx.em)
    .db.updateTable('request_key')
    .set({ result_id: made.id })
    .where('key_hash', '=', claim.key_hash)
    .execute();
  return made;
}

/** A use case that makes an entity, once for each `key` of its input. */
export function keyed<K extends keyof TransactionContext, I extends Keyed, O extends { readonly id: string }>(
  operation: string,
  useCase: UseCase<K, Omit<I, 'key'>, O>,
  find: (tx: Pick<TransactionContext, 'em'>, id: string) => Promise<O>,
): UseCase<K | 'em' | 'actor' | 'now', I, O> {
  return (tx, { key, ...content }) =>
    onceByKey<O>(tx, { operation, key, content }, { first: () => useCase(tx, content), again: (id) => find(tx, id) });
}

/**
 * Was this very request carried out before? Called outside a transaction, so that a repetition is not counted against a
 * limit.
 */
export async function isRepeated(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  request: KeyedRequest,
): Promise<boolean> {
  const claim = claimOf(actor, request);
  if (claim === undefined) return false;
  const known = await db
    .selectFrom('request_key')
    .select('content_hash')
    .where('key_hash', '=', claim.key_hash)
    .executeTakeFirst();
  return known?.content_hash === claim.content_hash;
}

interface Claim {
  readonly key_hash: string;
  readonly content_hash: string;
  readonly actor_id: string;
  readonly operation: string;
}

/** Only people and service accounts have keys: the server itself repeats nothing. */
function claimOf(actor: Actor, { key, operation, content }: KeyedRequest): Claim | undefined {
  const actorId = idOf(actor);
  if (!key || actorId === null) return undefined;
  const { keyHash, contentHash } = keyFingerprints(actorId, { key, operation, content });
  return { key_hash: keyHash, content_hash: contentHash, actor_id: actorId, operation };
}

/** What is stored of a key and of what was asked with it: the same key of another owner, or of another mutation, is another one. */
export const keyFingerprints = (
  owner: string,
  { key, operation, content }: KeyedRequest & { readonly key: string },
): { readonly keyHash: string; readonly contentHash: string } => ({
  keyHash: createHash('sha256')
    .update(canonicalJson([owner, operation, key]))
    .digest('hex'),
  contentHash: createHmac('sha256', key)
    .update(canonicalJson(said(content)))
    .digest('hex'),
});

/** Null is the same content as an absent field. */
function said(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(said);
  if (content === null || typeof content !== 'object' || content instanceof Date) return content;
  return Object.fromEntries(
    Object.entries(content)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, said(value)]),
  );
}

/** Inserts the key, or reads the existing one. On MySQL the insert waits for a concurrent transaction. */
async function take(
  { em, now }: Needed,
  claim: Claim,
): Promise<{ contentHash: string; resultId: string | null } | undefined> {
  const { db, dialect } = writing(em);
  const insert = db.insertInto('request_key').values({ ...claim, result_id: null, created_at: now });
  const { numInsertedOrUpdatedRows = 0n } = await (
    dialect === 'mysql' ? insert.ignore() : insert.onConflict((conflict) => conflict.doNothing())
  ).executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows > 0n) return undefined;
  const query = db
    .selectFrom('request_key')
    .select(['content_hash as contentHash', 'result_id as resultId'])
    .where('key_hash', '=', claim.key_hash);
  return lockedForUpdate(query, dialect).executeTakeFirstOrThrow();
}
