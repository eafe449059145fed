import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt, identifier } from '../base.ts';

/**
 * The record of a request that was carried out: when the same person repeats it with the same key, the first result is
 * returned. Holds neither the key nor the content, only fingerprints of them. Owned by the server, seen by nobody;
 * deleted with its person, and 30 days after the request.
 */
export const RequestKey = defineEntity({
  name: 'RequestKey',
  tableName: 'request_key',
  properties: {
    /** SHA-256 of the person, the operation and the key: unique, whatever a database makes of case and accents. */
    keyHash: p.string().length(64).primary(),
    /** HMAC of the content under the key, which is not stored: nobody can guess contents from it. */
    contentHash: p.string().length(64),
    /** The person or the service account that made the request. */
    actorId: identifier().index(),
    operation: p.string().length(60),
    /** What was made. Null only inside the transaction that makes it. */
    resultId: identifier().strictNullable().default(null),
    createdAt: createdAt().index(),
  },
});
export type RequestKey = InferEntity<typeof RequestKey>;
