import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt, identifier } from '../base.ts';

/**
 * That a request was carried out: the same person's request with the same key is answered with what it made, instead of
 * making it twice. Holds neither the key nor the content, only fingerprints of them. Owned by the server, seen by nobody;
 * goes with its person, and dies two days after the request.
 */
export const RequestKey = defineEntity({
  name: 'RequestKey',
  tableName: 'request_key',
  properties: {
    /** SHA-256 of the person, the operation and the key: unique, whatever a database makes of case and accents. */
    keyHash: p.string().length(64).primary(),
    /** HMAC of the content under the key, which is not kept: nobody can try contents against it. */
    contentHash: p.string().length(64),
    /** The person or the program that asked. */
    actorId: identifier().index(),
    operation: p.string().length(60),
    /** What was made. Null only inside the transaction that makes it. */
    resultId: identifier().strictNullable().default(null),
    createdAt: createdAt().index(),
  },
});
export type RequestKey = InferEntity<typeof RequestKey>;
