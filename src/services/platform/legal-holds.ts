import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Tables } from '../../entities/index.ts';
import { holdableTables, subjectTables, ties } from '../../entities/tables.ts';
import type { Tie } from '../../entities/tie.ts';
import type { HoldTarget } from '../kernel/legal-holds.ts';
import type { TopicType } from '../kernel/subject.ts';
import { inChunks, type ObstacleKind } from './personal-data.ts';
import type { Db } from './context.ts';

type Table = keyof Tables & string;

/** Where a search along the relations begins: ids of the things of a kind, or null for none. */
type Roots = (kind: HoldTarget) => RawBuilder<unknown> | null;

const heldThings: Roots = (kind) =>
  sql`select target_id from legal_hold where released_at is null and target_type = ${kind}`;
const thingsOf =
  (userId: string): Roots =>
  (kind) =>
    kind === 'USER' ? sql`select id from ${sql.table('user')} where id = ${userId}` : null;

const kindOf = (table: Table): HoldTarget | undefined =>
  holdables().find(([, { table: known }]) => known === table)?.[0];

const holdables = () =>
  Object.entries(holdableTables()) as [HoldTarget, ReturnType<typeof holdableTables>[HoldTarget]][];

interface Search {
  readonly roots: Roots;
  /** Tables on the way here: a subject that is a row of one of them is not followed again. */
  readonly passed: readonly Table[];
}

/** Does the subject of a row lead to one of the roots, whatever its type? */
function subjectLeads(type: RawBuilder<unknown>, id: RawBuilder<unknown>, search: Search): RawBuilder<unknown> {
  const clauses = (Object.keys(subjectTables) as TopicType[])
    .filter((known) => !search.passed.includes(subjectTables[known].table))
    .map((known) => sql`(${type} = ${known} and ${id} in (${reached(subjectTables[known].table, search)}))`);
  return clauses.length === 0 ? sql`(1 = 0)` : sql`(${sql.join(clauses, sql` or `)})`;
}

/** Does a row of this table lead to one of the roots, by itself or by what it belongs to? */
function leads(table: Table, alias: string, { roots, passed }: Search): RawBuilder<SqlBool> {
  const search = { roots, passed: [...passed, table] };
  const kind = kindOf(table);
  const own = kind === undefined ? null : roots(kind);
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const clauses = ties[table].map((tie: Tie) => {
    if ('type' in tie) return subjectLeads(column(tie.type), column(tie.column), search);
    return 'through' in tie
      ? sql`${column('id')} in (select ${sql.ref(tie.by)} from ${sql.table(tie.through)} where ${sql.ref(tie.by)} is not null and ${sql.ref(tie.column)} in (${reached(tie.to, search)}))`
      : sql`${column(tie.column)} in (${reached(tie.to, search)})`;
  });
  if (own !== null) clauses.push(sql`${column('id')} in (${own})`);
  return clauses.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`(${sql.join(clauses, sql` or `)})`;
}

const reached = (table: Table, search: Search): RawBuilder<unknown> =>
  sql`select id from ${sql.table(table)} where ${leads(table, table, search)}`;

const from = (roots: Roots): Search => ({ roots, passed: [] });

/** Nearly always there is no hold at all: then no relation is followed. */
const held = (table: Table, alias: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(exists (select 1 from legal_hold where released_at is null) and ${leads(table, alias, from(heldThings))})`;

/**
 * The condition for legal holds: rows of this table that may be destroyed. Every query that selects rows to destroy or
 * to pseudonymise must include it.
 */
export const unheld = (table: Table, alias: string = table): Expression<SqlBool> =>
  // A column without a value leads to nothing: it must not make the result unknown.
  sql<SqlBool>`(case when ${held(table, alias)} then 1 else 0 end) = 0`;

/** The same for known rows: which of these must be kept? */
export async function heldAmong(db: Db, table: Table, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const some of inChunks(ids)) {
    const { rows } = await sql<{ id: string }>`select ${sql.ref(`${table}.id`)} as id from ${sql.table(table)}
      where ${sql.ref(`${table}.id`)} in (${sql.join(some)}) and ${held(table, table)}`.execute(db);
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/** What is on hold for a person: the person, or their things, by id. */
export async function heldOf(db: Db, userId: string): Promise<string[]> {
  const found: string[] = [];
  for (const [kind, { table }] of holdables()) {
    const { rows } = await sql<{ id: string }>`select ${sql.ref(`${table}.id`)} as id from ${sql.table(table)}
      where ${sql.ref(`${table}.id`)} in (${heldThings(kind)}) and ${leads(table, table, from(thingsOf(userId)))}`.execute(
      db,
    );
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/** Why somebody whose things are on hold cannot be erased. */
export const legalHold: ObstacleKind = {
  code: 'LEGAL_HOLD',
  ownToDo: {
    fr: 'Des données de ce compte doivent être conservées pour constater, exercer ou défendre un droit (RGPD, article 17, paragraphe 3, point e). Rien n’est à faire\u00a0: redemandez plus tard, ou saisissez la CNIL.',
    en: 'Data of this account must be kept to establish, exercise or defend a right (GDPR, article 17, paragraph 3, point e). There is nothing to do: ask again later, or turn to the supervisory authority.',
  },
  adminToDo: {
    fr: 'Une conservation légale l’interdit\u00a0: voyez `legalHolds`.',
    en: 'A legal hold forbids it: see `legalHolds`.',
  },
};
