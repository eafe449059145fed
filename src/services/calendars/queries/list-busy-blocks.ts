import type { SortOf } from '../../kernel/list-orders.ts';
import type { ReadContext } from '../../platform/context.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import { getManagedArtisan } from '../../scheduling/index.ts';

type Sort = SortOf<'BusyBlockSort'>;

/** A time at which an artisan is busy elsewhere. */
export interface BusyBlockRow {
  readonly id: string;
  readonly calendarName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isAllDay: boolean;
  readonly title: string | null;
}

export interface ListBusyBlocks extends ListRequest<Sort> {
  readonly artisanId?: string | null | undefined;
  /** That end after then. */
  readonly from?: Date | null | undefined;
  /** That begin before then. */
  readonly to?: Date | null | undefined;
}

const startsAt = sortKey<BusyBlockRow>('busy_block.starts_at', 'instant', (row) => row.startsAt);
const id = sortKey<BusyBlockRow>('busy_block.id', 'id', (row) => row.id);
const orders: Orders<BusyBlockRow, Sort> = {
  STARTS_AT_ASC: [startsAt.asc, id.asc],
  STARTS_AT_DESC: [startsAt.desc, id.desc],
};

/** The busy time of the connected calendars of an agenda, the earliest first unless said. Error: NOT_FOUND. */
export async function listBusyBlocks(
  ctx: ReadContext,
  { artisanId, from, to, orderBy, ...page }: ListBusyBlocks,
): Promise<PageOf<BusyBlockRow>> {
  const artisan = await getManagedArtisan(ctx, artisanId ?? null);
  let query = blocksOf(ctx, artisan.id);
  if (from) query = query.where('busy_block.ends_at', '>', from);
  if (to) query = query.where('busy_block.starts_at', '<', to);
  return listPage({
    ...{ db: ctx.db, query, orders, orderBy: orderBy ?? 'STARTS_AT_ASC', page },
    shape: (rows) =>
      rows.map((row) => ({
        ...{ id: row.id, calendarName: row.calendarName, title: row.title, isAllDay: Boolean(row.isAllDay) },
        ...{ startsAt: instantFrom(row.startsAt), endsAt: instantFrom(row.endsAt) },
      })),
  });
}

const blocksOf = ({ db }: ReadContext, artisanId: string) =>
  db
    .selectFrom('busy_block')
    .innerJoin('connected_calendar as calendar', 'calendar.id', 'busy_block.calendar_id')
    .select(['busy_block.id', 'busy_block.starts_at as startsAt', 'busy_block.ends_at as endsAt'])
    .select(['busy_block.is_all_day as isAllDay', 'busy_block.title', 'calendar.name as calendarName'])
    .where('busy_block.artisan_id', '=', artisanId);
