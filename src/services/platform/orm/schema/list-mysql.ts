import type { Ask } from './list-sqlite.ts';
import { columnPart, foreignKeyPart, grouped, indexPart, ListingBuilder, sqlText, type Listing } from './listing.ts';

interface Column {
  readonly table_name: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: string;
  readonly preset: string | null;
  readonly extra: string;
}
interface IndexColumn {
  readonly table_name: string;
  readonly index_name: string;
  readonly not_unique: number | string;
  readonly name: string | null;
}
interface KeyColumn {
  readonly table_name: string;
  readonly key_name: string;
  readonly name: string;
  readonly target: string;
  readonly target_column: string;
  readonly on_delete: string;
}
interface Trigger {
  readonly table_name: string;
  readonly name: string;
  readonly timing: string;
  readonly event: string;
  readonly body: string;
}

/**
 * The schema of a MySQL or MariaDB database, from its catalogue: four statements. One of them returns upper-case column
 * names: hence the aliases.
 */
export async function listMySql(ask: Ask): Promise<Listing> {
  const listing = new ListingBuilder();
  const columns =
    (await ask(`select c.table_name as table_name, c.column_name as name, c.column_type as type, c.is_nullable as nullable, c.column_default as preset, c.extra as extra
    from information_schema.columns c join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = database() and t.table_type = 'BASE TABLE'`)) as Column[];
  for (const { table_name, name, type, nullable, preset, extra } of columns) {
    listing.add(
      table_name,
      columnPart({
        name,
        type: text(type),
        isRequired: nullable === 'NO',
        preset: preset === null ? null : text(preset),
        isGenerated: extra.includes('auto_increment'),
      }),
    );
  }
  await addIndexes(ask, listing);
  const triggers =
    (await ask(`select event_object_table as table_name, trigger_name as name, action_timing as timing, event_manipulation as event, action_statement as body
    from information_schema.triggers where trigger_schema = database()`)) as Trigger[];
  for (const { table_name, name, timing, event, body } of triggers) {
    listing.add(table_name, [`trigger ${name}`, triggerText({ timing, event, body: text(body) })]);
  }
  return listing.build();
}

export const triggerText = ({ timing, event, body }: Pick<Trigger, 'timing' | 'event' | 'body'>): string =>
  sqlText(`${timing} ${event} ${body}`);

async function addIndexes(ask: Ask, listing: ListingBuilder): Promise<void> {
  const indexes =
    (await ask(`select table_name as table_name, index_name as index_name, non_unique as not_unique, column_name as name
    from information_schema.statistics where table_schema = database() order by table_name, index_name, seq_in_index`)) as IndexColumn[];
  for (const columns of grouped(indexes, ({ table_name, index_name }) => `${table_name} ${index_name}`)) {
    const [{ table_name, index_name, not_unique }] = columns as [IndexColumn];
    const kind = index_name === 'PRIMARY' ? 'primary key' : Number(not_unique) === 0 ? 'unique index' : 'index';
    listing.add(
      table_name,
      indexPart(
        columns.map(({ name }) => name ?? '(expression)'),
        kind,
      ),
    );
  }
  const keys =
    (await ask(`select k.table_name as table_name, k.constraint_name as key_name, k.column_name as name, k.referenced_table_name as target,
    k.referenced_column_name as target_column, r.delete_rule as on_delete
    from information_schema.key_column_usage k join information_schema.referential_constraints r
      on r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name and r.table_name = k.table_name
    where k.table_schema = database() order by k.table_name, k.constraint_name, k.ordinal_position`)) as KeyColumn[];
  for (const columns of grouped(keys, ({ table_name, key_name }) => `${table_name} ${key_name}`)) {
    const [{ table_name, target, on_delete }] = columns as [KeyColumn];
    listing.add(
      table_name,
      foreignKeyPart({
        columns: columns.map(({ name }) => name),
        table: target,
        foreignColumns: columns.map(({ target_column }) => target_column),
        onDelete: on_delete,
      }),
    );
  }
}

/** Long values of the catalogue may be returned as bytes. */
const text = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('utf8') : String(value));
