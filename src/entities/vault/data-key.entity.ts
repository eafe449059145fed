import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt, identifier, instant } from '../base.ts';

/**
 * The wrapped key of one file version (see docs: sealed file). Owned by nobody, seen by nobody; deleting the row
 * destroys the file, whatever copies of its ciphertext remain. The key of a secret (a seed, credentials, personal values of the
 * audit log) is made and opened within transactions: it is never given to a key service.
 */
export const DataKey = defineEntity({
  name: 'DataKey',
  tableName: 'data_key',
  properties: {
    id: identifier().primary(),
    fileId: identifier(),
    versionId: identifier().unique(),
    kekId: identifier().index(),
    wrapped: p.blob(),
    isSecret: p.boolean().default(false),
    createdAt: createdAt(),
    rotatedAt: instant().strictNullable().default(null),
  },
});
export type DataKey = InferEntity<typeof DataKey>;
