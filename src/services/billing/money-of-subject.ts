import { Invoice } from '../../entities/billing/invoice.entity.ts';
import { Payment } from '../../entities/billing/payment.entity.ts';
import type { Subject } from '../kernel/subject.ts';
import type { Tx } from '../platform/context.ts';

/** What billing holds of a subject. */
export interface MoneyOfSubject {
  /** A payment was begun for it, whatever became of it, or an invoice was issued. */
  readonly hasAny: boolean;
  /** Money may be on its way, or is asked for by an invoice. */
  readonly isAwaited: boolean;
}

/** Whether there is money behind a subject. Called with the subject's row locked, so that none can be added meanwhile. */
export async function moneyOfSubject({ em }: Tx<'em'>, { type, id }: Subject): Promise<MoneyOfSubject> {
  const of = { subjectType: type, subjectId: id };
  const payments = await em.find(Payment, of);
  const invoices = await em.find(Invoice, of);
  const isLive = ({ kind, status }: Invoice): boolean => kind !== 'CREDIT_NOTE' && status !== 'CANCELLED';
  return {
    hasAny: payments.length + invoices.length > 0,
    isAwaited:
      payments.some(({ status }) => status === 'PROCESSING' || status === 'UNKNOWN' || status === 'AUTHORIZED') ||
      invoices.some(isLive),
  };
}
