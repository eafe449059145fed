import type { Tables } from '../../entities/index.ts';
import type { ErasureFate, ErasureObstacle, KeepingGround, RecordClass } from '../kernel/erasure.ts';
import type { Locale, LocalizedText } from '../kernel/locale.ts';
import type { UserRole } from '../kernel/roles.ts';
import type { Db, Tx } from './context.ts';
import type { PersonalDataTexts } from './personal-data-texts.ts';

/** The person whose data is exported or erased. */
export interface DataSubject {
  /** For somebody without an account: an id that no row has, so that only their address matches. */
  readonly userId: string;
  readonly role: UserRole;
  readonly email: string;
  readonly locale: Locale;
  /** Nobody has shown that they read its mail: what others did under this address is not theirs. */
  readonly isAddressUnproven?: boolean;
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

/** A reason why a person cannot be erased now, and what to do about it. */
export interface ObstacleKind {
  readonly code: ErasureObstacle;
  /** For the person concerned. */
  readonly ownToDo: LocalizedText;
  /** For an admin who erases somebody else. */
  readonly adminToDo: LocalizedText;
}

export interface Obstacle extends ObstacleKind {
  /** The things concerned. */
  readonly ids: readonly string[];
}

/** An obstacle when there are things of its kind; none otherwise. */
export const obstacle = (kind: ObstacleKind, ids: readonly string[]): Obstacle[] =>
  ids.length === 0 ? [] : [{ ...kind, ids }];

/** A column that names a person. */
export interface PersonColumn {
  readonly table: keyof Tables & string;
  readonly column: string;
}

/** Rows of one table that are about the person, as the database gives them. */
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
  readonly texts: PersonalDataTexts;
  /** Everything about the person, for their export. */
  readonly collect: (db: Db, subject: DataSubject) => Promise<PersonalRows[]>;
  /** Columns whose rows keep an account that was never activated: retention deletes it only when no row names it. */
  readonly keepUnused?: readonly PersonColumn[];
  /** What keeps the person from being erased now. */
  readonly obstacles?: (db: Db, subject: DataSubject & { readonly now: Date }) => Promise<Obstacle[]>;
  /** Files erased with the person, and files of theirs that belong to somebody else by now. */
  readonly files?: (
    db: Db,
    subject: DataSubject,
  ) => Promise<{ readonly theirs: readonly string[]; readonly othersToo: readonly string[] }>;
  /** Files kept for other reasons that a copy of the person's data contains all the same. */
  readonly documents?: (db: Db, subject: DataSubject) => Promise<string[]>;
  readonly traces?: (db: Db, subject: DataSubject) => Promise<string[]>;
  /** Erases, and says what went and what stays. Runs in the one transaction of the erasure, domain after domain; given the lines of the earlier ones. */
  readonly erase: (
    tx: ErasureScope,
    subject: ErasureSubject,
    earlier: readonly ErasureLine[],
  ) => Promise<ErasureLine[]>;
}

const chunkSize = 50;

/** Chunks small enough for one statement, however much a person left behind. */
export const inChunks = <T>(values: readonly T[], size = chunkSize): T[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size));
