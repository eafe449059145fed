import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { identifier, instant, wholeNumber } from '../base.ts';

/** KEY: a data key that was destroyed, with what it sealed. PERSON: somebody who was erased. */
export const tombstoneKinds = ['KEY', 'PERSON'] as const;
export type TombstoneKind = (typeof tombstoneKinds)[number];

/**
 * Something that is gone for good: no restore may bring it back. Written by triggers, so that nothing is destroyed without one, and
 * copied into a file outside the database and to every target. Names ids only; owned by the application, seen by nobody,
 * kept for as long as a backup may know what it names.
 */
export const Tombstone = defineEntity({
  name: 'Tombstone',
  tableName: 'tombstone',
  properties: {
    seq: wholeNumber().primary().autoincrement(),
    kind: p.enum(tombstoneKinds),
    subjectId: identifier(),
    createdAt: instant(),
  },
  uniques: [{ properties: ['kind', 'subjectId'] }],
});
export type Tombstone = InferEntity<typeof Tombstone>;
