import type { SmsStatus } from '../../../../entities/notifications/sms-delivery.entity.ts';
import { requirePermission } from '../../../access/actor.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import type { SubjectType } from '../../../kernel/subject.ts';
import type { AppContext, Db } from '../../../platform/context.ts';
import { matching, within } from '../../../platform/filters.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import type { ListRequest, PageOf } from '../../../platform/page.ts';
import { textNumber } from '../text-number.ts';

/** A text message; instants as the database gives them. */
export interface SmsDeliveryRow {
  readonly id: string;
  readonly kind: string;
  readonly status: SmsStatus;
  readonly numberEnd: string;
  readonly subjectType: SubjectType | null;
  readonly subjectId: string | null;
  readonly attempts: number;
  readonly segments: number;
  readonly priceTenThousandths: number | null;
  readonly priceCurrency: string | null;
  readonly errorCode: number | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

export interface SmsDeliveryFilter {
  readonly status?: SmsStatus | null | undefined;
  readonly kind?: string | null | undefined;
  readonly subjectId?: string | null | undefined;
  /** E.164: the texts of one number, which no row holds. */
  readonly to?: string | null | undefined;
  /** Asked for at this instant or later. */
  readonly from?: Date | null | undefined;
  /** Asked for before this instant. */
  readonly until?: Date | null | undefined;
}

export interface ListSmsDeliveries extends ListRequest<SortOf<'SmsDeliverySort'>> {
  readonly filter?: SmsDeliveryFilter | null | undefined;
}

const id = sortKey<SmsDeliveryRow>('sms_delivery.id', 'id', (row) => row.id);
/** Identifiers grow with time. */
const orders: Orders<SmsDeliveryRow, SortOf<'SmsDeliverySort'>> = {
  CREATED_AT_DESC: [id.desc],
  CREATED_AT_ASC: [id.asc],
};

const rows = (db: Db) =>
  db
    .selectFrom('sms_delivery')
    .select(['id', 'kind', 'status', 'attempts', 'segments'])
    .select(['number_end as numberEnd', 'subject_type as subjectType', 'subject_id as subjectId'])
    .select(['price_ten_thousandths as priceTenThousandths', 'price_currency as priceCurrency'])
    .select(['error_code as errorCode', 'created_at as createdAt', 'sent_at as sentAt']);

const columns = { status: 'status', kind: 'kind', subjectId: 'subject_id', numberHash: 'number_hash' } as const;

/** The text messages that were sent, or were to be, newest first unless said. */
export async function listSmsDeliveries(
  { db, actor, derived }: Pick<AppContext, 'db' | 'actor' | 'derived'>,
  { filter, orderBy, ...page }: ListSmsDeliveries,
): Promise<PageOf<SmsDeliveryRow>> {
  requirePermission(actor, 'sms:read');
  const { to, from, until, ...rest } = filter ?? {};
  const numberHash = to ? textNumber(derived, to).numberHash : null;
  return listPage({
    db,
    query: within(matching(rows(db), columns, { ...rest, numberHash }), 'created_at', { from, to: until }),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (found) => found as SmsDeliveryRow[],
  });
}
