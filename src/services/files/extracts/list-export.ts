import { can, personOf, requirePermission } from '../../access/actor.ts';
import type { Permission } from '../../access/permissions.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { AppContext, ReadContext, Tx } from '../../platform/context.ts';
import { filterToKeep } from '../../platform/filters.ts';
import { instantFrom, jsonFrom, jsonText, writing } from '../../platform/orm/values.ts';
import type { PageOf } from '../../platform/page.ts';
import type { FileQuestion } from '../context.ts';
import { writeExtract, type ExtractForm } from './extract.ts';

/** When the file is written, and by which server. */
export interface Stamp {
  readonly now: Date;
  readonly publicUrl: string;
}

/** How the rows of a list are spelt. */
export interface ListForm<Row> extends ExtractForm {
  readonly mimeType: string;
  readonly extension: string;
  spell(row: Row, stamp: Stamp): string;
}

interface Progress {
  readonly exportId: string;
  readonly written: number;
}

/** A list that people may have as a sealed file: who may, how it is read, and how it is written. */
export interface ListExport<Filter extends { readonly text?: string | null | undefined }, Row> {
  readonly table: 'order_export' | 'booking_export';
  readonly permission: Permission;
  /** Of the file, before the id of the export. */
  readonly name: string;
  readonly forms: Readonly<Record<string, ListForm<Row>>>;
  /** A filter as it was kept, read back. */
  readonly keptFilter: (kept: unknown) => Filter;
  /** The rows of a filter that were there when the export was asked for, in the order of the file. */
  readonly page: (
    ctx: ReadContext,
    asked: { readonly filter: Filter; readonly askedAt: Date; readonly first: number; readonly after: string | null },
  ) => Promise<PageOf<Row>>;
  readonly noteProgress: (tx: Tx<'em' | 'publish'>, progress: Progress) => Promise<void>;
  readonly noteEnd?: (tx: Tx<'publish'>, exportId: string) => void;
}

/** More is not for a file: the filter has to be narrower. */
const mostRows = 200_000;

/** What an export keeps of its filter, and what the audit log may say of it: no text that was searched, since it may be a name. */
export function askedFilter(filter: object, total: number) {
  if (total > mostRows) throw fieldError('input.filter', 'tooMany');
  const kept = filterToKeep(filter);
  const { text: _text, ...facts } = kept;
  return { kept, facts };
}

type OwnExport = { readonly permission: Permission; readonly id: string };

/** The id of one's own export, for whoever may still export. Error: NOT_FOUND. */
export function ownExport({ actor }: Pick<ReadContext, 'actor'>, { permission, id }: OwnExport) {
  requirePermission(actor, permission);
  if (!isId(id)) throw new DomainError('NOT_FOUND');
  return { id, requestedById: personOf(actor) };
}

/** An export is read by who asked for it, while they may export. */
export const mayReadExport =
  (table: ListExport<object, unknown>['table'], permission: Permission): FileQuestion =>
  async ({ db, actor }, fileId) =>
    can(actor, permission) &&
    (await db
      .selectFrom(table)
      .select('id')
      .where('file_id', '=', fileId)
      .where('requested_by_id', '=', actor.userId ?? '')
      .executeTakeFirst()) !== undefined;

type Writing = Pick<AppContext, 'db' | 'run' | 'vault' | 'now' | 'actor' | 'config'>;

const batch = 500;

/** Writes the rows of an export, a page at a time: other requests are answered meanwhile. */
export async function writeListExport<Filter extends { readonly text?: string | null | undefined }, Row>(
  ctx: Writing,
  list: ListExport<Filter, Row>,
  exportId: string,
): Promise<void> {
  const row = await ctx.db.selectFrom(list.table).selectAll().where('id', '=', exportId).executeTakeFirst();
  // A read replica may not have it yet.
  if (row === undefined) throw new DomainError('NOT_FOUND', { exportId });
  const written = list.forms[row.format];
  if (row.file_id !== null || written === undefined) return;
  const { mimeType, extension, spell, ...form } = written;
  const filter = list.keptFilter(jsonFrom(row.filter));
  const stamp = { now: ctx.now, publicUrl: ctx.config.publicUrl };
  await writeExtract(ctx, {
    ...{ table: list.table, id: exportId, name: `${list.name}-${exportId}.${extension}`, mimeType, form },
    parts: partsOf(ctx, list, { filter, askedAt: instantFrom(row.created_at), spell: (of) => spell(of, stamp) }),
    noteProgress: (count) => ctx.run(list.noteProgress, { exportId, written: count }),
    finished: async (tx) => {
      await forgetText(tx, { table: list.table, exportId, filter });
      list.noteEnd?.(tx, exportId);
    },
  });
}

interface Reading<Filter, Row> {
  readonly filter: Filter;
  readonly askedAt: Date;
  readonly spell: (row: Row) => string;
}

async function* partsOf<Filter extends object, Row>(
  ctx: Writing,
  list: Pick<ListExport<Filter, Row>, 'page'>,
  { filter, askedAt, spell }: Reading<Filter, Row>,
): AsyncGenerator<readonly string[]> {
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await list.page(ctx, { filter, askedAt, first: batch, after });
    if (nodes.length > 0) yield nodes.map(spell);
    if (pageInfo.hasNextPage !== true) return;
    after = pageInfo.endCursor;
  }
}

interface Finished {
  readonly table: ListExport<object, unknown>['table'];
  readonly exportId: string;
  readonly filter: { readonly text?: string | null | undefined };
}

/** A text may be somebody's name: it is kept no longer than it is needed. */
async function forgetText({ em }: Tx<'em'>, { table, exportId, filter }: Finished): Promise<void> {
  const { text: _text, ...kept } = filter;
  await writing(em)
    .db.updateTable(table)
    .set({ filter: jsonText(filterToKeep(kept)) })
    .where('id', '=', exportId)
    .execute();
}
