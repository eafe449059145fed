import { columnPart, foreignKeyPart, grouped, indexPart, ListingBuilder, sqlText, type Listing } from './listing.ts';

/** Runs one statement and returns its rows. */
export type Ask = (sql: string) => Promise<unknown>;

interface SqliteObject {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}
interface SqliteColumn {
  readonly table_name: string;
  readonly name: string;
  readonly type: string;
  readonly is_required: number;
  readonly preset: string | null;
  readonly pk: number;
}
interface SqliteIndexColumn {
  readonly table_name: string;
  readonly index_name: string;
  readonly is_unique: number;
  readonly name: string | null;
}
interface SqliteKeyColumn {
  readonly table_name: string;
  readonly id: number;
  readonly target: string;
  readonly source_column: string;
  readonly target_column: string;
  readonly on_delete: string;
}

const tables = "sqlite_master m where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\'";
const of = (table: string): string => tables.replace('sqlite_master m', `sqlite_master m join ${table}`);

/** The schema of an embedded database, from its own tables: four statements. */
export async function listSqlite(ask: Ask): Promise<Listing> {
  const listing = new ListingBuilder();
  await addColumns(ask, listing);
  const indexes = (await ask(`select m.name as table_name, l.name as index_name, l."unique" as is_unique, i.name as name
    from ${of('pragma_index_list(m.name) l join pragma_index_info(l.name) i')} and l.origin <> 'pk' order by 1, 2, i.seqno`)) as SqliteIndexColumn[];
  for (const columns of grouped(indexes, ({ table_name, index_name }) => `${table_name} ${index_name}`)) {
    const [{ table_name, is_unique }] = columns as [SqliteIndexColumn];
    listing.add(
      table_name,
      indexPart(
        columns.map(({ name }) => name ?? '(expression)'),
        is_unique === 1 ? 'unique index' : 'index',
      ),
    );
  }
  const keys =
    (await ask(`select m.name as table_name, f.id as id, f."table" as target, f."from" as source_column, f."to" as target_column, f.on_delete as on_delete
    from ${of('pragma_foreign_key_list(m.name) f')} order by 1, 2, f.seq`)) as SqliteKeyColumn[];
  for (const columns of grouped(keys, ({ table_name, id }) => `${table_name} ${id}`)) {
    const [{ table_name, target, on_delete }] = columns as [SqliteKeyColumn];
    listing.add(
      table_name,
      foreignKeyPart({
        columns: columns.map(({ source_column }) => source_column),
        table: target,
        foreignColumns: columns.map(({ target_column }) => target_column),
        onDelete: on_delete,
      }),
    );
  }
  addTexts(
    (await ask(
      "select type, name, tbl_name, sql from sqlite_master where type in ('table', 'trigger') and name not like 'sqlite\\_%' escape '\\'",
    )) as SqliteObject[],
    listing,
  );
  return listing.build();
}

async function addColumns(ask: Ask, listing: ListingBuilder): Promise<void> {
  const columns =
    (await ask(`select m.name as table_name, p.name as name, p.type as type, p."notnull" as is_required, p.dflt_value as preset, p.pk as pk
    from ${of('pragma_table_xinfo(m.name) p')} order by 1, p.pk, p.cid`)) as SqliteColumn[];
  for (const { table_name, name, type, is_required, preset } of columns)
    listing.add(table_name, columnPart({ name, type, isRequired: is_required === 1, preset }));
  for (const keys of grouped(
    columns.filter(({ pk }) => pk > 0),
    ({ table_name }) => table_name,
  )) {
    listing.add(
      (keys[0] as SqliteColumn).table_name,
      indexPart(
        keys.map(({ name }) => name),
        'primary key',
      ),
    );
  }
}

/** What SQLite stores as SQL text only: triggers, and the checks that replace enumerations. */
function addTexts(objects: readonly SqliteObject[], listing: ListingBuilder): void {
  for (const { type, name, tbl_name, sql } of objects) {
    if (type === 'trigger')
      listing.add(tbl_name, [`trigger ${name}`, sqlText((sql ?? '').replace(/^create trigger\s+\S+\s+/i, ''))]);
    else for (const check of checksIn(sql ?? '')) listing.add(tbl_name, [`check ${sqlText(check)}`, '']);
  }
}

/** The conditions of `check (…)`, as far as the parenthesis that closes each. */
function checksIn(sql: string): string[] {
  return [...sql.matchAll(/\bcheck\s*\(/gi)].map(({ index, 0: { length } }) => {
    let depth = 1;
    let end = index + length;
    for (; depth > 0 && end < sql.length; end += 1) depth += sql[end] === '(' ? 1 : sql[end] === ')' ? -1 : 0;
    return sql.slice(index + length, end - 1);
  });
}
