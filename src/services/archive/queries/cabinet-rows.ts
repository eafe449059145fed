import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { CabinetRole } from '../../../entities/archive/cabinet-member.entity.ts';
import type { CabinetColour, CabinetStatus } from '../../../entities/archive/cabinet.entity.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { availableActions } from '../../kernel/states.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom, numberFrom } from '../../platform/orm/values.ts';
import type { PageOf, SearchRequest } from '../../platform/page.ts';
import {
  cabinetAccess,
  mayInCabinet,
  memberColumn,
  type Asking,
  type CabinetAccess,
} from '../access/cabinet-access.ts';
import { cabinetStates, type CabinetVerb } from '../cabinets/cabinet.states.ts';

/** A cabinet as its members and admins see it. */
export interface CabinetRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly colour: CabinetColour;
  readonly state: CabinetStatus;
  readonly ownerId: string;
  readonly storageLimit: number | null;
  readonly trashDays: number;
  readonly defaultTypeId: string | null;
  readonly sharesByContributors: boolean;
  readonly storedCount: number;
  readonly usedBytes: number;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

const cabinetRows = (db: Db) =>
  db
    .selectFrom('cabinet')
    .select(['cabinet.id', 'cabinet.name', 'cabinet.description', 'cabinet.colour', 'cabinet.status as state'])
    .select(['cabinet.owner_id as ownerId', 'cabinet.storage_limit', 'cabinet.trash_days as trashDays'])
    .select(['cabinet.default_type_id as defaultTypeId', 'cabinet.shares_by_contributors', 'cabinet.document_count'])
    .select(['cabinet.used_bytes', 'cabinet.created_at', 'cabinet.deleted_at']);

type Row = Awaited<ReturnType<ReturnType<typeof cabinetRows>['execute']>>[number];

const shaped = ({
  storage_limit,
  shares_by_contributors,
  document_count,
  used_bytes,
  created_at,
  deleted_at,
  ...row
}: Row): CabinetRow => ({
  ...(row as Pick<
    CabinetRow,
    'id' | 'name' | 'description' | 'colour' | 'state' | 'ownerId' | 'trashDays' | 'defaultTypeId'
  >),
  ...{ storageLimit: storage_limit === null ? null : numberFrom(storage_limit), usedBytes: numberFrom(used_bytes) },
  ...{ sharesByContributors: Boolean(shares_by_contributors), storedCount: document_count },
  ...{ createdAt: instantFrom(created_at), deletedAt: deleted_at === null ? null : instantFrom(deleted_at) },
});

/** Which cabinets there are for an actor: their own places; all that are not being deleted for admins. */
export function seenCabinets({ actor, now }: Asking): RawBuilder<SqlBool> {
  const member = memberColumn(actor);
  const place = (role: CabinetRole | null): RawBuilder<SqlBool> =>
    member === undefined
      ? sql`1 = 0`
      : sql`exists (select 1 from cabinet_member where cabinet_member.cabinet_id = cabinet.id
          and ${sql.ref(`cabinet_member.${member.column}`)} = ${member.id}
          ${role === null ? sql`` : sql`and cabinet_member.role = ${role}`}
          and (cabinet_member.expires_at is null or cabinet_member.expires_at > ${now}))`;
  const seesAll = actor.kind === 'SYSTEM' || actor.role === 'ADMIN';
  return sql`((cabinet.status in ('ACTIVE', 'ARCHIVED') and ${seesAll ? sql`1 = 1` : place(null)})
    or (cabinet.status = 'DELETING' and ${actor.kind === 'SYSTEM' ? sql`1 = 1` : place('MANAGER')}))`;
}

type Sort = SortOf<'CabinetSort'>;

const name = sortKey<CabinetRow>('cabinet.name_folded', 'folded', (row) => row.name);
const createdAt = sortKey<CabinetRow>('cabinet.created_at', 'instant', (row) => row.createdAt);
const id = sortKey<CabinetRow>('cabinet.id', 'id', (row) => row.id);
const orders: Orders<CabinetRow, Sort> = {
  NAME_ASC: [name.asc, id.asc],
  NAME_DESC: [name.desc, id.desc],
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
};

/** The cabinets that the caller sees, by their names unless said. */
export const listCabinets = (
  ctx: ReadContext,
  { orderBy, search, ...page }: SearchRequest<Sort>,
): Promise<PageOf<CabinetRow>> =>
  listPage({
    ...{
      db: ctx.db,
      query: cabinetRows(ctx.db).where(seenCabinets(ctx)),
      orders,
      orderBy: orderBy ?? 'NAME_ASC',
      page,
    },
    search: { text: search, within: ['cabinet.description'], folded: ['cabinet.name_folded'] },
    shape: (rows) => rows.map(shaped),
  });

/** One cabinet. NOT_FOUND for whoever does not see it. */
export async function getCabinet(ctx: ReadContext, cabinetId: string): Promise<CabinetRow> {
  const row = isId(cabinetId)
    ? await cabinetRows(ctx.db).where('cabinet.id', '=', cabinetId).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (!mayInCabinet(ctx.actor, await cabinetAccess(ctx.db, ctx, cabinetId), 'cabinet:read'))
    throw hiding({ type: 'cabinet', id: cabinetId });
  return shaped(row);
}

/** What the caller is in a cabinet that they see. NOT_FOUND for whoever does not. */
export async function requireSeen(ctx: ReadContext, cabinetId: string): Promise<CabinetAccess> {
  if (!isId(cabinetId)) throw new DomainError('NOT_FOUND');
  const access = await cabinetAccess(ctx.db, ctx, cabinetId);
  if (access.status === undefined) throw new DomainError('NOT_FOUND');
  if (!mayInCabinet(ctx.actor, access, 'cabinet:read')) throw hiding({ type: 'cabinet', id: cabinetId });
  return access;
}

/** Cabinets by their ids, for what refers to them. */
export async function cabinetsById(
  { db }: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CabinetRow>> {
  const rows = await cabinetRows(db).where('cabinet.id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, shaped(row)]));
}

/** What the caller is in a cabinet, and may do with it now. */
export interface CabinetMembership {
  readonly myRole: CabinetRole | null;
  readonly availableActions: readonly CabinetVerb[];
}

export async function membershipIn(ctx: ReadContext, { id: cabinetId, state }: CabinetRow): Promise<CabinetMembership> {
  const access = await cabinetAccess(ctx.db, ctx, cabinetId);
  const verbs = availableActions<CabinetStatus, CabinetVerb>(cabinetStates, state).filter((verb) => verb !== 'destroy');
  const isManager = mayInCabinet(ctx.actor, access, 'cabinet:update');
  return { myRole: access.role, availableActions: isManager ? verbs : [] };
}
