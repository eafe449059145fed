import { Payment } from '../../entities/billing/payment.entity.ts';
import { PaymentMethod } from '../../entities/billing/payment-method.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Subject } from '../kernel/subject.ts';
import { crashPoint } from '../platform/crash-points.ts';
import { onceByKey, type Keyed } from '../platform/request-keys.ts';
import type { AppContext, Tx } from '../platform/context.ts';
import type { Billables, BillableRules, ConfirmationContext } from './billable.ts';
import { chargeCard } from './charge-card.ts';
import { preparePayment } from './prepare-payment.ts';
import { providerNamed, type PaymentProviders } from '../adapters/payments/port.ts';
import { chargeCardTask } from './tasks/intent-jobs.ts';

export interface PayWithSavedMethod extends Keyed {
  readonly subject: Subject;
  readonly paymentMethodId: string;
}

/** A payment by a saved card. */
export interface ChargedPayment {
  readonly paymentId: string;
  /** When the card wants its owner: with it their browser finishes the payment. Null otherwise. */
  readonly clientSecret: string | null;
}

type ChargeNeeds = Pick<AppContext, 'run' | 'payments' | 'billables' | 'log'>;

/**
 * Pays for a subject by a card that was saved. A card whose bank wants its owner is answered with a client secret; a refused
 * one ends the payment, and the subject can be paid otherwise. When the provider does not answer, nobody knows: the payment
 * is UNKNOWN until it is. Refuses like `createPaymentIntent`, and with `NOT_FOUND` for a card that is not the caller's.
 */
export async function payWithSavedMethod(ctx: ChargeNeeds, input: PayWithSavedMethod): Promise<ChargedPayment> {
  const { id: paymentId, isOver } = await ctx.run(prepareCharge(ctx.billables, ctx.payments), input);
  if (isOver) return { paymentId, clientSecret: null };
  crashPoint('after-payment-row');
  return { paymentId, clientSecret: await chargeCard(ctx, paymentId) };
}

export interface PreparedCharge {
  readonly id: string;
  /** There was nothing to pay, or it came to its end before. */
  readonly isOver: boolean;
}

export type PrepareContext = ConfirmationContext & Tx<'config'>;

const prepareCharge =
  (billables: Billables, providers: PaymentProviders) =>
  (tx: PrepareContext, { key, ...content }: PayWithSavedMethod): Promise<PreparedCharge> =>
    onceByKey<PreparedCharge>(
      tx,
      { operation: 'payWithSavedMethod', key, content },
      {
        first: () => prepareCardPayment(tx, { ...content, rules: billables[content.subject.type], providers }),
        again: (id) => preparedBefore(tx, id),
      },
    );

/** What was prepared for the same key, as it is now. */
export async function preparedBefore({ em }: Tx<'em'>, id: string): Promise<PreparedCharge> {
  const payment = await em.findOneOrFail(Payment, { id });
  return { id, isOver: payment.status !== 'PENDING' };
}

interface Charge {
  readonly subject: Subject;
  readonly paymentMethodId: string;
  readonly rules: BillableRules;
  readonly providers: PaymentProviders;
}

/**
 * Writes the payment of the actor’s subject by a card of theirs. The job looks after one whose request was interrupted before the
 * provider had answered.
 */
export async function prepareCardPayment(
  tx: PrepareContext,
  { subject, paymentMethodId, rules, providers }: Charge,
): Promise<PreparedCharge> {
  const method = isId(paymentMethodId)
    ? await tx.em.findOne(PaymentMethod, { id: paymentMethodId, person: personOf(tx.actor), isActive: true })
    : null;
  if (method === null) throw new DomainError('NOT_FOUND');
  const { provider } = method;
  const prepared = await preparePayment(rules)(tx, {
    subjectType: subject.type,
    subjectId: subject.id,
    provider,
    smallest: providerNamed(providers, provider)?.smallest,
    flow: 'SAVED_METHOD',
    paymentMethodId,
  });
  const { paymentId: id } = prepared;
  const isOver = 'isFree' in prepared;
  if (!isOver)
    tx.enqueue(
      chargeCardTask,
      { paymentId: id },
      { dedupeKey: `${chargeCardTask.kind}:${id}`, runAt: new Date(tx.now.getTime() + lookAfterMs) },
    );
  return { id, isOver };
}

/** Longer than the provider is waited for. */
const lookAfterMs = 60_000;
