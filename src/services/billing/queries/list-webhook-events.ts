import type { WebhookStatus } from '../../../entities/billing/webhook-event.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { matching, within } from '../../platform/filters.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { eventKeyOf, eventNameOf } from '../event-name.ts';

/** An event of the inbox; instants as the database gives them. */
export interface WebhookEventRow {
  /** Of the provider and its own id. */
  readonly id: string;
  readonly provider: string;
  readonly providerEventId: string;
  readonly type: string;
  readonly status: WebhookStatus;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly paymentId: string | null;
  readonly occurredAt: Date;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
}

const eventRows = (db: Db) =>
  db
    .selectFrom('webhook_event')
    .select([
      'id as providerEventId',
      'provider',
      'type',
      'status',
      'attempts',
      'last_error as lastError',
      'payment_id as paymentId',
      'occurred_at as occurredAt',
      'created_at as createdAt',
      'applied_at as appliedAt',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof eventRows>['execute']>>[number];
const rowOf = (row: Row): WebhookEventRow => ({
  ...row,
  id: eventNameOf({ provider: row.provider, id: row.providerEventId }),
});

/** Which events; whatever is absent does not matter. */
export interface WebhookEventFilter {
  readonly status?: WebhookStatus | null | undefined;
  readonly provider?: string | null | undefined;
  readonly type?: string | null | undefined;
  readonly paymentId?: string | null | undefined;
  /** Received at this instant or later. */
  readonly from?: Date | null | undefined;
  /** Received before this instant. */
  readonly to?: Date | null | undefined;
}

export interface ListWebhookEvents extends ListRequest<SortOf<'WebhookEventSort'>> {
  readonly filter?: WebhookEventFilter | null | undefined;
}

const columns = { status: 'status', provider: 'provider', type: 'type', paymentId: 'payment_id' } as const;

const chosen = (db: Db, filter: WebhookEventFilter) =>
  within(matching(eventRows(db), columns, filter), 'created_at', filter);

const createdAt = sortKey<WebhookEventRow>('webhook_event.created_at', 'instant', (row) => row.createdAt);
const provider = sortKey<WebhookEventRow>('webhook_event.provider', 'id', (row) => row.provider);
const id = sortKey<WebhookEventRow>('webhook_event.id', 'id', (row) => row.providerEventId);
const orders: Orders<WebhookEventRow, SortOf<'WebhookEventSort'>> = {
  CREATED_AT_DESC: [createdAt.desc, provider.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, provider.asc, id.asc],
};

/** What the payment providers sent, newest first unless said. */
export async function listWebhookEvents(
  { db, actor }: ReadContext,
  { filter, orderBy, ...page }: ListWebhookEvents,
): Promise<PageOf<WebhookEventRow>> {
  requirePermission(actor, 'webhook:read');
  return listPage({
    db,
    query: chosen(db, filter ?? {}),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows.map(rowOf),
  });
}

/** One event of the inbox. */
export async function getWebhookEvent(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  name: string,
): Promise<WebhookEventRow> {
  requirePermission(actor, 'webhook:read');
  const key = eventKeyOf(name);
  const row = await eventRows(db).where('provider', '=', key.provider).where('id', '=', key.id).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return rowOf(row);
}
