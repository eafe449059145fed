import type { CabinetColour } from '../../../entities/archive/cabinet.entity.ts';
import type { CustomFieldKind, KeepingEnd, KeepingStart } from '../../../entities/archive/document-words.entity.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { ReadContext } from '../../platform/context.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { PageOf, SearchRequest } from '../../platform/page.ts';
import { cabinetAccess, mayInCabinet } from '../access/cabinet-access.ts';
import { requireSeen } from './cabinet-rows.ts';

export interface DocumentTypeRow {
  readonly id: string;
  readonly name: string;
  readonly keepMonths: number | null;
  readonly since: KeepingStart;
  readonly then: KeepingEnd;
  readonly ground: string | null;
}

export interface TagRow {
  readonly id: string;
  readonly name: string;
  readonly colour: CabinetColour;
}

export interface CorrespondentRow {
  readonly id: string;
  readonly name: string;
}

export interface CustomFieldRow {
  readonly id: string;
  readonly name: string;
  readonly kind: CustomFieldKind;
  readonly choices: readonly string[];
}

/** Whether the caller reads documents of the cabinet: an admin who is no member is shown no words. Error: NOT_FOUND. */
async function readsWords(ctx: ReadContext, cabinetId: string): Promise<boolean> {
  await requireSeen(ctx, cabinetId);
  return mayInCabinet(ctx.actor, await cabinetAccess(ctx.db, ctx, cabinetId), 'document:read');
}

const typeRows = ({ db }: ReadContext) =>
  db
    .selectFrom('document_type')
    .select(['id', 'name', 'keep_months as keepMonths', 'since', 'then_do as then', 'ground']);

type TypeRow = Awaited<ReturnType<ReturnType<typeof typeRows>['execute']>>[number];
const typeFrom = (row: TypeRow): DocumentTypeRow => row as DocumentTypeRow;

/** The types of a cabinet, by their names. Error: NOT_FOUND. */
export async function listDocumentTypes(ctx: ReadContext, cabinetId: string): Promise<DocumentTypeRow[]> {
  if (!(await readsWords(ctx, cabinetId))) return [];
  const rows = await typeRows(ctx).where('cabinet_id', '=', cabinetId).orderBy('name_folded').orderBy('id').execute();
  return rows.map(typeFrom);
}

export async function documentTypesById(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DocumentTypeRow>> {
  return new Map((await typeRows(ctx).where('id', 'in', ids).execute()).map((row) => [row.id, typeFrom(row)]));
}

/** The tags of a cabinet, by their names. Error: NOT_FOUND. */
export async function listTags(ctx: ReadContext, cabinetId: string): Promise<TagRow[]> {
  if (!(await readsWords(ctx, cabinetId))) return [];
  const query = ctx.db.selectFrom('tag').select(['id', 'name', 'colour']).where('cabinet_id', '=', cabinetId);
  return (await query.orderBy('name_folded').orderBy('id').execute()) as TagRow[];
}

export async function tagsById({ db }: ReadContext, ids: readonly string[]): Promise<ReadonlyMap<string, TagRow>> {
  const rows = (await db
    .selectFrom('tag')
    .select(['id', 'name', 'colour'])
    .where('id', 'in', ids)
    .execute()) as TagRow[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** The tags of each document, by their names. */
export async function tagsByDocument(
  { db }: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TagRow[]>> {
  const rows = await db
    .selectFrom('document_tag')
    .innerJoin('tag', 'tag.id', 'document_tag.tag_id')
    .select(['document_tag.document_id as documentId', 'tag.id', 'tag.name', 'tag.colour'])
    .where('document_tag.document_id', 'in', ids)
    .orderBy('tag.name_folded')
    .orderBy('tag.id')
    .execute();
  const grouped = Map.groupBy(rows, ({ documentId }) => documentId);
  return new Map([...grouped].map(([documentId, tags]) => [documentId, tags as unknown as TagRow[]]));
}

const name = sortKey<CorrespondentRow>('correspondent.name_folded', 'folded', (row) => row.name);
const id = sortKey<CorrespondentRow>('correspondent.id', 'id', (row) => row.id);
const orders: Orders<CorrespondentRow, SortOf<'CorrespondentSort'>> = {
  NAME_ASC: [name.asc, id.asc],
  NAME_DESC: [name.desc, id.desc],
};

/** The correspondents of a cabinet, by their names. Error: NOT_FOUND. */
export async function listCorrespondents(
  ctx: ReadContext,
  { cabinetId, orderBy, search, ...page }: SearchRequest<SortOf<'CorrespondentSort'>> & { readonly cabinetId: string },
): Promise<PageOf<CorrespondentRow>> {
  const cabinet = (await readsWords(ctx, cabinetId)) ? cabinetId : '';
  const query = ctx.db.selectFrom('correspondent').select(['correspondent.id', 'correspondent.name']);
  return listPage({
    ...{ db: ctx.db, query: query.where('correspondent.cabinet_id', '=', cabinet), orders, page, of: cabinetId },
    ...{ orderBy: orderBy ?? 'NAME_ASC', search: { text: search, within: [], folded: ['correspondent.name_folded'] } },
    shape: (rows) => rows,
  });
}

export async function correspondentsById(
  { db }: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CorrespondentRow>> {
  const rows = await db.selectFrom('correspondent').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The fields of a cabinet's documents, in order. Error: NOT_FOUND. */
export async function listCustomFields(ctx: ReadContext, cabinetId: string): Promise<CustomFieldRow[]> {
  if (!(await readsWords(ctx, cabinetId))) return [];
  const rows = await ctx.db
    .selectFrom('custom_field')
    .select(['id', 'name', 'kind', 'choices'])
    .where('cabinet_id', '=', cabinetId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as CustomFieldKind, choices: jsonFrom<string[]>(row.choices) }));
}
