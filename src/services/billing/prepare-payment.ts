import { Invoice } from '../../entities/billing/invoice.entity.ts';
import { Payment } from '../../entities/billing/payment.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { normalEmail } from '../identity/index.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/locale.ts';
import type { Money } from '../kernel/money.ts';
import { isUser, type Payer } from '../kernel/payer.ts';
import { transition } from '../kernel/states.ts';
import type { SubjectType } from '../kernel/subject.ts';
import { onceByKey, type Keyed } from '../platform/request-keys.ts';
import type { Tx } from '../platform/context.ts';
import type { Bill, BillableRules } from './billable.ts';
import { requireBillingProfile } from './buyer.ts';
import { isSamePayer, payerOf, personColumnsOf } from './payer.ts';
import { paymentStates } from './payment.states.ts';

export interface PaymentSubject {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly provider: string;
}

/** A payment's row, written, and what its page shows. `session` when the page is open already. */
export interface PreparedPayment extends PaymentSubject {
  readonly paymentId: string;
  readonly amount: Money;
  readonly description: string;
  readonly email: string;
  readonly locale: Locale;
  readonly expiresAt: Date;
  readonly returnPath: string;
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

export const isOpened = (prepared: PreparedPayment | OpenedBefore): prepared is OpenedBefore =>
  prepared.session !== undefined;

const minutes = (count: number): number => count * 60_000;
/** How long a page stays open. The provider allows 24 hours at most, by its own clock. */
const lifetime = minutes(23 * 60);
/** A page is handed out again while its payer still has time to pay. */
const timeToPay = minutes(5);
/** The provider opens no page for less than 30 minutes. */
const timeToOpen = minutes(35);

/**
 * Finds or writes the one open payment of a subject. The subject's row is locked by its rules, so two requests at once get
 * the same payment. Payments that can no longer be handed out and were never opened are closed.
 */
export const preparePayment =
  (rules: BillableRules) =>
  async (tx: Tx<'em' | 'actor' | 'now'>, subject: PaymentSubject): Promise<PreparedPayment> => {
    const { em, now } = tx;
    const { subjectType, subjectId, provider } = subject;
    const bill = await rules.describe(tx, subjectId);
    await requireUninvoiced(tx, subject);
    const { user, email, locale } = await contactOf(tx, bill.payer);
    const open = await em.find(Payment, { subjectType, subjectId, status: 'PENDING' }, { orderBy: { id: 'desc' } });
    const reusable = open.find((payment) => payment.provider === provider && isReusable(payment, bill, now));
    for (const payment of open) {
      if (payment !== reusable && payment.providerSessionId === null) transition(paymentStates, payment, 'expire');
    }
    const payment =
      reusable ??
      em.create(Payment, {
        payer: user,
        ...personColumnsOf(bill.payer),
        subjectType,
        subjectId,
        provider,
        description: bill.description.slice(0, 255),
        amountCents: bill.total.amount,
        currency: bill.total.currency,
        expiresAt: wholeSecond(now.getTime() + lifetime),
      });
    return {
      ...subject,
      paymentId: payment.id,
      amount: bill.total,
      description: payment.description,
      email,
      locale,
      expiresAt: payment.expiresAt as Date,
      returnPath: bill.returnPath,
      ...sessionOf(payment),
    };
  };

interface Contact {
  /** Null for a person without an account. */
  readonly user: User | null;
  readonly email: string;
  readonly locale: Locale;
}

/** Where the payment page writes to and in which language. Refuses a business that could not be invoiced. */
async function contactOf(tx: Tx<'em'>, payer: Payer): Promise<Contact> {
  if (!isUser(payer)) return { user: null, email: normalEmail(payer.email), locale: payer.locale };
  const user = await tx.em.findOneOrFail(User, { id: payer.userId });
  await requireBillingProfile(tx, user.id);
  return { user, email: user.email, locale: user.locale };
}

/**
 * The payment that a key stands for, or a new one. A payment whose page was opened is answered as it is, paid or expired
 * too; one that was given up before its page was opened was seen by nobody, and another takes its place.
 */
export const preparePaymentOnce =
  (rules: BillableRules) =>
  (
    tx: Tx<'em' | 'actor' | 'now'>,
    { key, ...subject }: PaymentSubject & Keyed,
  ): Promise<PreparedPayment | OpenedBefore> =>
    onceByKey<PreparedPayment | OpenedBefore>(
      tx,
      { operation: `checkout ${subject.subjectType}`, key, content: subject.subjectId },
      {
        first: async () => {
          const prepared = await preparePayment(rules)(tx, subject);
          return { ...prepared, id: prepared.paymentId };
        },
        again: async (paymentId) => {
          const { session } = sessionOf(await tx.em.findOneOrFail(Payment, { id: paymentId }));
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

function isReusable(payment: Payment, { total, payer }: Bill, now: Date): boolean {
  const left = (payment.expiresAt?.getTime() ?? 0) - now.getTime();
  const isSamePrice = payment.amountCents === total.amount && payment.currency === total.currency;
  return (
    isSamePrice &&
    isSamePayer(payerOf(payment), payer) &&
    left >= (payment.checkoutUrl === null ? timeToOpen : timeToPay)
  );
}

/** Columns of a row that was made just now are not set at all until they are read back: absent and null alike are nothing. */
const sessionOf = ({
  providerSessionId: sessionId,
  checkoutUrl: url,
  expiresAt,
}: Payment): Pick<PreparedPayment, 'session'> =>
  sessionId && url && expiresAt ? { session: { sessionId, url, expiresAt } } : {};
