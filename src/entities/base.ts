import { p } from '@mikro-orm/core';
import { momentOf } from '../services/kernel/clock.ts';
import { newId } from '../services/kernel/ids.ts';

/** An instant in UTC, to the millisecond: datetime(3) on MySQL, whole milliseconds on SQLite. */
export const instant = () =>
  p
    .type('Date' as const)
    .length(3)
    .$type<Date>();

/** Identifiers and references: UUID version 7, written out. */
export const identifier = () => p.string().columnType('char(36)');

/** Minor units of money, or a count of bytes: exact to 2^53. */
export const wholeNumber = () => p.bigint('number');

export const createdAt = () => instant().onCreate((_entity, em) => momentOf(em));

/** What nearly every entity has. A function, so that each entity owns its columns. */
export const base = () => ({
  id: identifier()
    .primary()
    .onCreate(() => newId()),
  createdAt: createdAt(),
  version: p.integer().version(),
});
