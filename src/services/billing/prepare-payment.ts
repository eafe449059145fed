import { Invoice } from '../../entities/billing/invoice.entity.ts';
import { Payment, type PaymentFlow } from '../../entities/billing/payment.entity.ts';
import type { User } from '../../entities/identity/user.entity.ts';
import type { Locale } from '../kernel/locale.ts';
import { money, type Money } from '../kernel/money.ts';
import { DomainError } from '../kernel/errors.ts';
import type { SubjectType } from '../kernel/subject.ts';
import { onceByKey, type Keyed } from '../platform/request-keys.ts';
import type { Tx } from '../platform/context.ts';
import type { ListedProduct, PaymentProvider } from '../adapters/payments/port.ts';
import type { Bill, BillableRules, ConfirmationContext } from './billable.ts';
import { confirmPayment } from './confirm-payment.ts';
import { closeOthers, isReusable, requireNoOther, unfinishedOf } from './open-payments.ts';
import { contactOf } from './payer-contact.ts';
import { personColumnsOf } from './payer.ts';

export interface PaymentSubject {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly provider: string;
}

/** How the subject is to be paid. */
export interface PaymentWish extends PaymentSubject {
  readonly flow: Exclude<PaymentFlow, 'NOTHING'>;
  readonly isHold?: boolean;
  readonly savesMethod?: boolean;
  /** The saved card, by our id. */
  readonly paymentMethodId?: string | null;
  /** The least amount that the provider takes. */
  readonly smallest: PaymentProvider['smallest'];
}

/** A payment's row, written, and what its page or form shows. */
export interface PreparedPayment extends PaymentSubject {
  readonly paymentId: string;
  /** Null for a person without an account. */
  readonly payerId: string | null;
  readonly amount: Money;
  readonly description: string;
  readonly listed?: ListedProduct | undefined;
  readonly email: string;
  readonly locale: Locale;
  readonly expiresAt: Date;
  readonly returnPath: string;
  /** Only methods whose money is there at once. */
  readonly isInstant: boolean;
  /** The provider's id, once it was begun there. */
  readonly providerPaymentId: string | null;
  readonly session?: OpenSession;
}

interface OpenSession {
  readonly sessionId: string;
  readonly url: string;
  readonly expiresAt: Date;
}

/** What a repeated request is answered: its page was opened. */
interface OpenedBefore {
  readonly paymentId: string;
  readonly session: OpenSession;
}

/** There was nothing to pay: the payment is made. */
export interface FreePayment {
  readonly paymentId: string;
  readonly returnPath: string;
  readonly paidAt: Date;
  readonly isFree: true;
}

export const isOpened = (prepared: PreparedPayment | OpenedBefore): prepared is OpenedBefore =>
  prepared.session !== undefined;
export const isFree = <P extends object>(prepared: P | FreePayment): prepared is FreePayment => 'isFree' in prepared;

const minutes = (count: number): number => count * 60_000;
/** How long a page stays open. The provider allows 24 hours at most, by its own clock. */
const lifetime = minutes(23 * 60);
type PrepareContext = ConfirmationContext & Tx<'config'>;

/**
 * Finds or writes the one open payment of a subject. The subject's row is locked by its rules, so two requests at once get
 * the same payment. Payments that can no longer be handed out are closed. Where there is nothing to pay, it is paid at
 * once. Refuses with `AMOUNT_TOO_SMALL { smallest }`, and with `PAYMENT_IN_DOUBT` while another one may have been made.
 */
export const preparePayment =
  (rules: BillableRules) =>
  async (tx: PrepareContext, wish: PaymentWish): Promise<PreparedPayment | FreePayment> => {
    const bill = await rules.describe(tx, wish.subjectId);
    await requireUninvoiced(tx, wish);
    const { user, email, locale } = await contactOf(tx, bill.payer);
    const unfinished = await unfinishedOf(tx, wish);
    requireNoOther(unfinished);
    const open = unfinished.filter(({ status }) => status === 'PENDING');
    if (bill.total.amount === 0) return payNothing(tx, rules, { wish, bill, user, open });
    requireAmount(bill.total, wish.smallest);
    const reusable = open.find((payment) => isReusable(payment, { wish, bill, now: tx.now }));
    closeOthers(tx, open, reusable);
    const payment = reusable ?? addPayment(tx, { wish, bill, user });
    return {
      subjectType: wish.subjectType,
      subjectId: wish.subjectId,
      provider: wish.provider,
      paymentId: payment.id,
      payerId: user?.id ?? null,
      amount: bill.total,
      description: payment.description,
      listed: bill.listed,
      email,
      locale,
      expiresAt: payment.expiresAt as Date,
      returnPath: bill.returnPath,
      isInstant: bill.isInstant ?? false,
      providerPaymentId: payment.providerPaymentId ?? null,
      ...sessionOf(payment),
    };
  };

function requireAmount({ amount, currency }: Money, smallest: PaymentWish['smallest']): void {
  const least = smallest?.[currency];
  if (least !== undefined && amount < least)
    throw new DomainError('AMOUNT_TOO_SMALL', { smallest: money(least, currency) });
}

interface NewPayment {
  readonly wish: PaymentWish;
  readonly bill: Bill;
  /** Null for a person without an account. */
  readonly user: User | null;
}

const addPayment = ({ em, now }: Tx<'em' | 'now'>, { wish, bill, user }: NewPayment): Payment =>
  em.create(Payment, {
    payer: user,
    ...personColumnsOf(bill.payer),
    subjectType: wish.subjectType,
    subjectId: wish.subjectId,
    provider: wish.provider,
    flow: wish.flow,
    isHold: wish.isHold ?? false,
    savesMethod: wish.savesMethod ?? false,
    paymentMethodId: wish.paymentMethodId ?? null,
    description: bill.description.slice(0, 255),
    amountCents: bill.total.amount,
    currency: bill.total.currency,
    expiresAt: wholeSecond(now.getTime() + lifetime),
  });

/** No provider and no invoice: a payment of nothing, made in the transaction that asked for it. */
async function payNothing(
  tx: PrepareContext,
  rules: BillableRules,
  { wish, bill, user, open }: NewPayment & { readonly open: readonly Payment[] },
): Promise<FreePayment> {
  closeOthers(tx, open, undefined);
  const payment = addPayment(tx, { wish, bill, user });
  Object.assign(payment, { flow: 'NOTHING', provider: 'NONE', expiresAt: null, isHold: false, savesMethod: false });
  await tx.em.flush();
  await confirmPayment(tx, rules, payment);
  return { paymentId: payment.id, returnPath: bill.returnPath, paidAt: tx.now, isFree: true };
}

/**
 * The payment that a key stands for, or a new one. A payment whose page was opened is answered as it is, paid or expired
 * too; one that was given up before its page was opened was seen by nobody, and another takes its place.
 */
export const preparePaymentOnce =
  (rules: BillableRules) =>
  (tx: PrepareContext, { key, ...wish }: PaymentWish & Keyed): Promise<PreparedPayment | OpenedBefore | FreePayment> =>
    onceByKey<PreparedPayment | OpenedBefore | FreePayment>(
      tx,
      { operation: `checkout ${wish.subjectType}`, key, content: wish.subjectId },
      {
        first: async () => {
          const prepared = await preparePayment(rules)(tx, wish);
          return { ...prepared, id: prepared.paymentId };
        },
        again: async (paymentId) => {
          const payment = await tx.em.findOneOrFail(Payment, { id: paymentId });
          if (payment.paidAt !== null && payment.flow === 'NOTHING')
            return { paymentId, returnPath: '', paidAt: payment.paidAt, isFree: true };
          const { session } = sessionOf(payment);
          return session && { paymentId, session };
        },
      },
    );

/** What was invoiced before it is paid is paid by its invoices: a second invoice would be issued by this payment. */
async function requireUninvoiced({ em }: Tx<'em'>, { subjectType, subjectId }: PaymentSubject): Promise<void> {
  if (subjectType === 'INVOICE') return;
  const known = await em.findOne(Invoice, {
    subjectType,
    subjectId,
    kind: { $ne: 'CREDIT_NOTE' },
    status: { $ne: 'CANCELLED' },
  });
  if (known !== null)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'pay', status: known.status, invoiceId: known.id });
}

const wholeSecond = (milliseconds: number): Date => new Date(Math.floor(milliseconds / 1_000) * 1_000);

/** Columns of a row that was made just now are not set at all until they are read back: absent and null alike are nothing. */
const sessionOf = ({
  providerSessionId: sessionId,
  checkoutUrl: url,
  expiresAt,
}: Payment): Pick<PreparedPayment, 'session'> =>
  sessionId && url && expiresAt ? { session: { sessionId, url, expiresAt } } : {};
