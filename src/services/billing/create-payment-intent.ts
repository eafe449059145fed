import { Payment } from '../../entities/billing/payment.entity.ts';
import type { PaymentProvider } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Subject } from '../kernel/subject.ts';
import { crashPoint } from '../platform/crash-points.ts';
import { onceByKey, type Keyed } from '../platform/request-keys.ts';
import type { AppContext, Tx } from '../platform/context.ts';
import { passFailedBeginning } from './abandon-payment.ts';
import { beginIntent } from './begin-intent.ts';
import type { BillableRules, ConfirmationContext } from './billable.ts';
import { customerOf } from './payment-customer.ts';
import { preparePayment } from './prepare-payment.ts';
import { processReading } from './process-reading.ts';

export interface CreatePaymentIntent extends Keyed {
  readonly subject: Subject;
  /** The card is saved for the next time. */
  readonly savePaymentMethod: boolean;
  /** LATER: the amount is held, and taken or released by an admin. */
  readonly capture: 'NOW' | 'LATER';
}

/** A payment that a form of the front-end finishes. */
export interface FormPayment {
  readonly paymentId: string;
  /** With it the payer's browser finishes the payment; null where there was nothing to pay: it is made. */
  readonly clientSecret: string | null;
  readonly publishableKey: string;
}

type FormNeeds = Pick<AppContext, 'run' | 'payments' | 'billables' | 'log'>;
type Able = PaymentProvider & Required<Pick<PaymentProvider, 'intents' | 'cards'>>;

/**
 * Begins the payment of a subject in a form of the front-end, or answers the one that was begun. Refuses with what the
 * subject's rules refuse with, `AMOUNT_TOO_SMALL`, `PAYMENT_IN_DOUBT`, and `PAYMENT_UNAVAILABLE` when the provider does not
 * answer. The same key answers the same payment.
 */
export async function createPaymentIntent(ctx: FormNeeds, input: CreatePaymentIntent): Promise<FormPayment> {
  const provider = formProvider(ctx);
  for (let attempt = 1; ; attempt++) {
    const {
      id: paymentId,
      isFree,
      payerId,
    } = await ctx.run(prepareForm(ctx.billables[input.subject.type], provider), input);
    const { publishableKey } = provider.intents;
    if (isFree) return { paymentId, clientSecret: null, publishableKey };
    crashPoint('after-payment-row');
    try {
      if (input.savePaymentMethod && payerId !== null)
        await customerOf(ctx, provider.cards, { personId: payerId, provider: provider.provider });
      const begun = await beginIntent(ctx, paymentId);
      await ctx.run(processReading(ctx.billables), { provider: begun.provider, state: begun.reading, event: null });
      return { paymentId, clientSecret: begun.reading.clientSecret, publishableKey };
    } catch (error) {
      await passFailedBeginning(ctx, { paymentId, error, isLast: attempt === 2 });
    }
  }
}

/** Today's provider, when it takes payments in a form. */
export function formProvider({ payments: { current } }: Pick<AppContext, 'payments'>): Able {
  const { intents, cards } = current;
  if (intents === undefined || cards === undefined)
    throw new DomainError('PAYMENT_UNAVAILABLE', { provider: current.provider });
  return { ...current, intents, cards };
}

interface PreparedForm {
  readonly id: string;
  /** Null for a person without an account, whose card is not saved. */
  readonly payerId: string | null;
  readonly isFree: boolean;
}

type PrepareContext = ConfirmationContext & Tx<'config'>;

const prepareForm =
  (rules: BillableRules, { provider, smallest }: Able) =>
  (tx: PrepareContext, { key, ...content }: CreatePaymentIntent): Promise<PreparedForm> =>
    onceByKey<PreparedForm>(
      tx,
      { operation: 'createPaymentIntent', key, content },
      {
        first: async () => {
          const { subject, savePaymentMethod, capture } = content;
          const prepared = await preparePayment(rules)(tx, {
            subjectType: subject.type,
            subjectId: subject.id,
            provider,
            smallest,
            flow: 'FORM',
            isHold: capture === 'LATER',
            savesMethod: savePaymentMethod,
          });
          return formOf(await tx.em.findOneOrFail(Payment, { id: prepared.paymentId }));
        },
        again: async (id) => {
          const payment = await tx.em.findOneOrFail(Payment, { id });
          // One that was given up before it was begun was seen by nobody.
          return payment.providerPaymentId === null && payment.status !== 'PENDING' && payment.flow !== 'NOTHING'
            ? undefined
            : formOf(payment);
        },
      },
    );

const formOf = (payment: Payment): PreparedForm => ({
  id: payment.id,
  payerId: payment.payer?.id ?? null,
  isFree: payment.flow === 'NOTHING',
});
