import type { DeliveryStatus } from '../../../entities/notifications/email-delivery.entity.ts';
import type { EmailEventKind } from '../../../entities/notifications/email-event.entity.ts';
import type { SuppressionReason } from '../../../entities/notifications/email-suppression.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { matching, within } from '../../platform/filters.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';

/** A mail without its text; instants as the database gives them. */
export interface EmailDeliveryRow {
  readonly id: string;
  readonly template: string;
  readonly toEmail: string;
  readonly locale: Locale;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly suppression: SuppressionReason | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

export interface EmailDeliveryFilter {
  readonly status?: DeliveryStatus | null | undefined;
  readonly template?: string | null | undefined;
  readonly toEmail?: string | null | undefined;
  readonly recipientId?: string | null | undefined;
  /** Written at this instant or later. */
  readonly from?: Date | null | undefined;
  /** Written before this instant. */
  readonly until?: Date | null | undefined;
}

export interface ListEmailDeliveries extends ListRequest<SortOf<'EmailDeliverySort'>> {
  readonly filter?: EmailDeliveryFilter | null | undefined;
}

const id = sortKey<EmailDeliveryRow>('email_delivery.id', 'id', (row) => row.id);
const createdAt = sortKey<EmailDeliveryRow>('email_delivery.created_at', 'instant', (row) => row.createdAt);
const orders: Orders<EmailDeliveryRow, SortOf<'EmailDeliverySort'>> = {
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
};

const rows = (db: Db) =>
  db
    .selectFrom('email_delivery')
    .select(['id', 'template', 'locale', 'status', 'attempts', 'suppression'])
    .select(['to_email as toEmail', 'last_error as lastError', 'created_at as createdAt', 'sent_at as sentAt']);

const columns = { status: 'status', template: 'template', toEmail: 'to_email', recipientId: 'recipient_id' } as const;

/** The e-mails of the last 90 days, newest first unless said. */
export async function listEmailDeliveries(
  { db, actor }: ReadContext,
  { filter, orderBy, ...page }: ListEmailDeliveries,
): Promise<PageOf<EmailDeliveryRow>> {
  requirePermission(actor, 'mail:read');
  const { from, until, ...rest } = filter ?? {};
  return listPage({
    db,
    query: within(matching(rows(db), columns, rest), 'created_at', { from, to: until }),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (found) => found as EmailDeliveryRow[],
  });
}

export interface EmailEventRow {
  readonly kind: EmailEventKind;
  readonly at: Date;
  readonly reason: string | null;
}

const mostEvents = 100;

/** One mail, and what the provider said of it. NOT_FOUND. */
export async function showEmailDelivery(
  { db, actor }: ReadContext,
  { id: deliveryId }: { readonly id: string },
): Promise<{ readonly delivery: EmailDeliveryRow; readonly events: readonly EmailEventRow[] }> {
  requirePermission(actor, 'mail:read');
  const delivery = await rows(db).where('id', '=', deliveryId).executeTakeFirst();
  if (delivery === undefined) throw new DomainError('NOT_FOUND');
  const events = await db
    .selectFrom('email_event')
    .select(['kind', 'at', 'reason'])
    .where('delivery_id', '=', deliveryId)
    .orderBy('at')
    .orderBy('id')
    .limit(mostEvents)
    .execute();
  return {
    delivery: delivery as EmailDeliveryRow,
    events: events.map((event) => ({ ...event, at: instantFrom(event.at) })),
  };
}
