import type { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { UseCase } from '../../platform/context.ts';
import { lockKnownInvoice } from '../sending/send-invoice.ts';

export interface PauseReminders {
  readonly invoiceId: string;
  /** The local day on which they may begin again; null: at once. */
  readonly until?: string | null | undefined;
}

/** No reminder of this invoice leaves by itself before a day. */
export const pauseReminders: UseCase<'em' | 'now' | 'config' | 'record', PauseReminders, Invoice> = async (
  tx,
  { invoiceId, until = null },
) => {
  if (until !== null && until <= localDateOf(tx.now, tx.config.TIME_ZONE)) throw fieldError('input.until', 'future');
  const invoice = await lockKnownInvoice(tx, invoiceId);
  invoice.remindersPausedUntil = until;
  tx.record({
    action: 'INVOICE_REMINDERS_PAUSED',
    targetType: 'invoice',
    targetId: invoice.id,
    payload: { number: invoice.number, until },
  });
  return invoice;
};
