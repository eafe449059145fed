import { LockMode } from '@mikro-orm/core';
import { Invoice } from '../../entities/billing/invoice.entity.ts';
import { Payment } from '../../entities/billing/payment.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { offline } from '../adapters/payments/port.ts';
import { DomainError, fieldError } from '../kernel/errors.ts';
import { localDateOf } from '../kernel/format.ts';
import { isId, newId } from '../kernel/ids.ts';
import type { Locale } from '../kernel/locale.ts';
import type { Money } from '../kernel/money.ts';
import type { PaymentMethod } from '../kernel/payment-methods.ts';
import { transition } from '../kernel/states.ts';
import { keyed, type Keyed } from '../platform/request-keys.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx, UseCase } from '../platform/context.ts';
import { allocatePayment } from './allocate-payment.ts';
import { buyerOnRow, personColumnsOf } from './payer.ts';
import { paymentStates } from './payment.states.ts';
import type { BalanceNeeds } from './update-balance.ts';

export interface RecordOfflinePayment extends Keyed {
  readonly invoiceId: string;
  readonly amount: Money;
  readonly method: PaymentMethod;
  /** The local day on which the money came: today at the latest. */
  readonly receivedOn: string;
  /** How the payer or the bank calls it. */
  readonly reference: string;
}

type RecordNeeds = BalanceNeeds & Tx<'em'>;

const record = async (tx: RecordNeeds, input: Omit<RecordOfflinePayment, 'key'>): Promise<Payment> => {
  if (input.receivedOn > localDateOf(tx.now, tx.config.TIME_ZONE)) throw fieldError('input.receivedOn', 'past');
  const invoice = await lockPayable(tx, input.invoiceId);
  if (input.amount.currency !== invoice.currency) throw fieldError('input.amount.currency', 'currency');
  const payment = addPayment(tx, invoice, input);
  transition(paymentStates, payment, 'pay');
  tx.record({
    action: 'PAYMENT_RECORDED',
    targetType: 'payment',
    targetId: payment.id,
    payload: { invoice: invoice.number, method: input.method, receivedOn: input.receivedOn, ...input.amount },
  });
  allocatePayment(tx, { payment, invoice });
  crashPoint('after-offline-payment');
  return payment;
};

/**
 * Records money that came without a provider (a transfer, a cheque, cash) for an issued invoice, whole or in part. It is booked
 * today, whenever it came. What is more than the invoice still asks for is due for a refund (OVERPAID). A credit note is not
 * paid: `ACTION_NOT_ALLOWED`.
 */
export const recordOfflinePayment: UseCase<
  'em' | 'actor' | 'now' | 'config' | 'emit' | 'record',
  RecordOfflinePayment,
  Payment
> = keyed('recordOfflinePayment', record, ({ em }, id) => em.findOneOrFail(Payment, { id }));

async function lockPayable({ em }: Tx<'em'>, id: string): Promise<Invoice> {
  const invoice = isId(id) ? await em.findOne(Invoice, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (invoice === null) throw new DomainError('NOT_FOUND');
  if (invoice.kind === 'CREDIT_NOTE')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'pay', status: invoice.status });
  return invoice;
}

const descriptions: Readonly<Record<Locale, (number: string) => string>> = {
  fr: (number) => `Facture ${number}`,
  en: (number) => `Invoice ${number}`,
};

const addPayment = (
  { em, now }: Tx<'em' | 'now'>,
  invoice: Invoice,
  { amount, method, receivedOn, reference }: Omit<RecordOfflinePayment, 'key'>,
): Payment =>
  em.create(Payment, {
    id: newId(),
    payer: invoice.buyer === null ? null : em.getReference(User, invoice.buyer.id),
    ...personColumnsOf(buyerOnRow(invoice)),
    subjectType: invoice.subjectType,
    subjectId: invoice.subjectId,
    description: descriptions[invoice.locale as Locale](invoice.number),
    status: 'PENDING',
    provider: offline.provider,
    method,
    amountCents: amount.amount,
    currency: amount.currency,
    paidAt: now,
    receivedOn,
    reference,
    refundedCents: 0,
    allocatedCents: 0,
    disputedCents: 0,
    reversedAt: null,
    refundDueReason: null,
  });
