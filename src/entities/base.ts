import { p } from '@mikro-orm/core';
import { isDemo, momentOf } from '../services/kernel/clock.ts';
import { foldText } from '../services/kernel/fold.ts';
import { newId } from '../services/kernel/ids.ts';
import { wordsText } from '../services/kernel/search-query.ts';
import type { SubjectType } from '../services/kernel/subject.ts';

/** An instant in UTC, to the millisecond: datetime(3) on MySQL, whole milliseconds on SQLite. */
export const instant = () =>
  p
    .type('Date' as const)
    .length(3)
    .$type<Date>();

/** More than 16,383 characters of any kind: a plain text column of MySQL holds 65,535 bytes. */
export const longText = () => p.text().columnType('mediumtext');

/** Identifiers and references: UUID version 7, written out. */
export const identifier = () => p.string().columnType('char(36)');

/** The type of a `Subject`; its id is a column of its own. Text, so that a new type needs no migration. */
export const subjectType = () => p.string().length(40).$type<SubjectType>();

/** Minor units of money, or a count of bytes: exact to 2^53. */
export const wholeNumber = () => p.bigint('number');

export const createdAt = () => instant().onCreate((_entity, em) => momentOf(em));

/** It was made while the installation demonstrated (`DEMO_MODE`): it counts for no revenue, and goes with the demo's data. */
export const demoMark = () =>
  p
    .boolean()
    .default(false)
    .onCreate((_entity, em) => isDemo(em));

/**
 * A text derived from others of its row by `foldText`, written whenever the row is: what is sorted and searched by, with an index
 * that both databases use. `length`: a letter may become two, `œ` is `oe`.
 */
export const folded = <R>(length: number, of: (row: R) => string) => {
  const written = (row: unknown): string => foldText(of(row as R)).slice(0, length);
  return p.string().length(length).default('').onCreate(written).onUpdate(written);
};

/**
 * The words of texts of its row, as `wordsText` makes them, written whenever the row is: what is searched, the same on both databases.
 * Null: nothing of it is searched, or it is from before it was.
 */
export const searched = <R>(of: (row: R) => string | null) => {
  const written = (row: unknown): string | null => {
    const text = of(row as R);
    return text === null ? null : wordsText(text);
  };
  return p.text().$type<string | null>().columnType('mediumtext').onCreate(written).onUpdate(written).strictNullable();
};

/** What nearly every entity has. A function, so that each entity owns its columns. */
export const base = () => ({
  id: identifier()
    .primary()
    .onCreate(() => newId()),
  createdAt: createdAt(),
  version: p.integer().version(),
});
