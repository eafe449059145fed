import { numberFrom } from '../../../platform/orm/values.ts';
import type { ReadContext } from '../../../platform/context.ts';
import type { SmsStatus } from '../../../../entities/notifications/sms-delivery.entity.ts';

/** Those that left, or may have: what the vendor charges. */
const counted: readonly SmsStatus[] = ['SENDING', 'UNKNOWN', 'ACCEPTED', 'SENT', 'DELIVERED', 'UNDELIVERED'];

interface Month {
  readonly payerId: string;
  /** Whose months are meant. */
  readonly timeZone: string;
}

/** How many texts of this calendar month count for a person's plan: a text of two parts counts as two. */
export async function monthlySmsUsage(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  { payerId, timeZone }: Month,
): Promise<number> {
  const { segments } = await db
    .selectFrom('sms_delivery')
    .select(({ fn }) => fn.sum('segments').as('segments'))
    .where('payer_id', '=', payerId)
    .where('created_at', '>=', monthOf(now, timeZone))
    .where('status', 'in', counted)
    .executeTakeFirstOrThrow();
  return numberFrom(segments ?? 0);
}

function monthOf(now: Date, timeZone: string): Date {
  const first = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).with({ day: 1 });
  return new Date(first.startOfDay().epochMilliseconds);
}
