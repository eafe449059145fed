import type { Tables } from '../../entities/index.ts';
import type { ErasureFate, ErasureObstacle, KeepingGround, RecordClass } from '../kernel/erasure.ts';
import type { Locale } from '../kernel/locale.ts';
import type { UserRole } from '../kernel/roles.ts';
import type { Db, Tx } from './context.ts';

/** The person whose data is exported or erased. */
export interface DataSubject {
  /** For somebody without an account: an id that no row has, so that only their address matches. */
  readonly userId: string;
  readonly role: UserRole;
  readonly email: string;
  readonly locale: Locale;
}

/** Somebody about to be erased, and what the domains reported as theirs. */
export interface ErasureSubject extends DataSubject {
  /** Files to destroy. */
  readonly fileIds: readonly string[];
  /** Ids of their things, by which other people's notifications and mails refer to them. */
  readonly traces: readonly string[];
}

/** One line of a receipt: how many records of a class, and what became of them. */
export interface ErasureLine {
  readonly record: RecordClass;
  readonly fate: ErasureFate;
  readonly count: number;
  /** Why it stays; null for what went. */
  readonly ground: KeepingGround | null;
  /** RFC 3339; null for what was erased, and for what has no fixed end. */
  readonly keptUntil: string | null;
}

export const lost = (
  record: RecordClass,
  count: number,
  fate: 'DESTROYED' | 'PSEUDONYMISED' = 'DESTROYED',
): ErasureLine => ({ record, fate, count, ground: null, keptUntil: null });

export const kept = (
  record: RecordClass,
  count: number,
  why: { readonly ground: KeepingGround; readonly until: Date | null },
): ErasureLine => ({ record, fate: 'KEPT', count, ground: why.ground, keptUntil: why.until?.toISOString() ?? null });

/**
 * Does it still identify the person after the erasure? The audit log does not: it holds ids, whether or not somebody
 * has them.
 */
export const namesThem = ({ record, fate, count }: ErasureLine): boolean =>
  count > 0 && fate !== 'DESTROYED' && record !== 'JOURNAL';

export interface Obstacle {
  readonly code: ErasureObstacle;
  /** The orders, payments … concerned. */
  readonly ids: readonly string[];
}

/** Rows of one table that are about the person, as the database returns them. */
export interface PersonalRows {
  readonly table: keyof Tables & string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Replaces another person's words in an export. */
export const redacted = '[redacted: third party]';

export type ErasureScope = Tx<'em' | 'actor' | 'now' | 'enqueue' | 'record' | 'publish' | 'emit'>;

/** What one domain does with the personal data it holds. */
export interface PersonalData {
  readonly domain: string;
  /** Everything about the person, for their export. */
  readonly collect: (db: Db, subject: DataSubject) => Promise<PersonalRows[]>;
  /** What is not finished. */
  readonly obstacles?: (db: Db, subject: DataSubject & { readonly now: Date }) => Promise<Obstacle[]>;
  /** Files erased with the person, and files of theirs that belong to somebody else by now. */
  readonly files?: (
    db: Db,
    subject: DataSubject,
  ) => Promise<{ readonly theirs: readonly string[]; readonly othersToo: readonly string[] }>;
  readonly traces?: (db: Db, subject: DataSubject) => Promise<string[]>;
  /**
   * Erases, and reports what was erased and what is kept. Runs in the single transaction of the erasure, domain after
   * domain; receives what the earlier domains reported.
   */
  readonly erase: (
    tx: ErasureScope,
    subject: ErasureSubject,
    payload: readonly ErasureLine[],
  ) => Promise<ErasureLine[]>;
}

const chunkSize = 50;

/** Chunks small enough for one statement, however much a person left behind. */
export const inChunks = <T>(values: readonly T[], size = chunkSize): T[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size));
