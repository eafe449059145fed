import { LockMode } from '@mikro-orm/core';
import { PaymentCustomer } from '../../entities/billing/payment-customer.entity.ts';
import { PaymentMethod } from '../../entities/billing/payment-method.entity.ts';
import { Payment } from '../../entities/billing/payment.entity.ts';
import { capabilityOf, type IntentReading, type IntentRequest } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import { allows, transition } from '../kernel/states.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { AppContext, Tx } from '../platform/context.ts';
import { idsOf } from './payment-ids.ts';
import { paymentDoubtful } from './events.ts';
import { publishPayment } from './live.ts';
import { paymentStates } from './payment.states.ts';

/**
 * Begins a payment at its provider, or reads the one that was begun. Everything that is asked for comes from the row, whose
 * id is the idempotency key: whoever asks again, and when, there is one payment. Throws the provider's `PaymentFailure`.
 */
export async function beginIntent(ctx: Pick<AppContext, 'run' | 'payments'>, paymentId: string): Promise<BegunIntent> {
  const { provider, providerPaymentId, request } = await ctx.run(intentToBegin, { paymentId });
  const intents = capabilityOf(ctx.payments, provider, 'intents');
  if (intents === undefined) throw new DomainError('PAYMENT_UNAVAILABLE', { provider });
  const reading =
    providerPaymentId === null ? await intents.createIntent(request) : await intents.readIntent(providerPaymentId);
  crashPoint('after-intent-begun');
  if (reading === undefined) throw new DomainError('PAYMENT_UNAVAILABLE', { provider });
  return { provider, reading };
}

export interface BegunIntent {
  readonly provider: string;
  readonly reading: IntentReading;
}

interface IntentToBegin {
  readonly provider: string;
  readonly providerPaymentId: string | null;
  readonly request: IntentRequest;
}

async function intentToBegin({ em }: Tx<'em'>, { paymentId }: { paymentId: string }): Promise<IntentToBegin> {
  const payment = await em.findOneOrFail(Payment, { id: paymentId });
  return {
    provider: payment.provider,
    providerPaymentId: payment.providerPaymentId,
    request: {
      paymentId,
      amount: { amount: payment.amountCents, currency: payment.currency },
      description: payment.description,
      metadata: { subjectType: payment.subjectType, subjectId: payment.subjectId },
      capture: payment.isHold ? 'LATER' : 'NOW',
      savesMethod: payment.savesMethod,
      ...(await cardOf({ em }, payment)),
    },
  };
}

/** Whose card is to be charged or saved, as the provider knows them. */
async function cardOf(
  { em }: Tx<'em'>,
  { provider, payer, savesMethod, paymentMethodId }: Payment,
): Promise<Pick<IntentRequest, 'customerId' | 'methodId'>> {
  if (!savesMethod && paymentMethodId === null) return { customerId: null, methodId: null };
  const { providerCustomerId } = await em.findOneOrFail(PaymentCustomer, { person: payer, provider });
  const method = paymentMethodId === null ? null : await em.findOneOrFail(PaymentMethod, { id: paymentMethodId });
  return { customerId: providerCustomerId, methodId: method?.providerMethodId ?? null };
}

/** A card was to be charged and the provider did not answer: until it is read again, nobody knows whether it was. */
export async function losePayment(
  tx: Tx<'em' | 'now' | 'emit' | 'publish'>,
  { paymentId }: { readonly paymentId: string },
): Promise<void> {
  const payment = await tx.em.findOneOrFail(Payment, { id: paymentId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!allows(paymentStates, payment.status, 'lose')) return;
  transition(paymentStates, payment, 'lose');
  payment.unknownSince = tx.now;
  tx.emit(paymentDoubtful, idsOf(payment));
  publishPayment(tx, payment.id);
}
