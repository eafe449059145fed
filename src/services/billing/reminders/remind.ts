import { Reminder } from '../../../entities/billing/reminder.entity.ts';
import { ReminderStep } from '../../../entities/billing/reminder-step.entity.ts';
import type { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { localDateOf } from '../../kernel/format.ts';
import { jsonFrom, writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { isOwed } from '../invoice.states.ts';
import type { InvoiceBuyer } from '../invoice-document.ts';
import { invoiceReminder } from '../emails/invoice-reminder.ts';
import { addresseeOf, lockKnownInvoice } from '../sending/send-invoice.ts';
import { mailOwed, owedFacts, type InvoiceAddressee, type MailNeeds } from '../sending/mail-owed.ts';
import { nextStep, stepDue, type Lateness } from './reminder.policy.ts';

export interface ToRemind {
  readonly invoiceId: string;
  readonly derived: DerivedSecrets;
  /** Somebody wants it now: neither the days nor a pause count. */
  readonly isByHand: boolean;
}

/** Why no reminder was sent. */
export type NotReminded = 'NOT_OVERDUE' | 'PAUSED' | 'DISPUTED' | 'PAYMENT_UNDER_WAY' | 'NO_STEP' | 'NOBODY';

export type RemindNeeds = MailNeeds & Tx<'record'>;

/**
 * Sends the next reminder of an overdue invoice, or answers why not. All of it is decided under the lock of the invoice: a payment, a
 * credit note or another reminder comes before or after, never in between.
 */
export async function remind(tx: RemindNeeds, input: ToRemind): Promise<Reminder | NotReminded> {
  const invoice = await lockKnownInvoice(tx, input.invoiceId);
  const obstacle = await obstacleOf(tx, invoice, input);
  if (obstacle !== undefined) return obstacle;
  const late = await latenessOf(tx, invoice);
  const step = input.isByHand ? nextStep(late) : stepDue(late);
  if (step === undefined) return 'NO_STEP';
  const recipient = await addresseeOf(tx, invoice);
  if (recipient === undefined) return 'NOBODY';
  const reminder = tx.em.create(Reminder, { invoice, step, sentAt: tx.now, isByHand: input.isByHand });
  await mailStep(tx, { invoice, step, recipient, derived: input.derived });
  tx.record({
    action: 'INVOICE_REMINDED',
    targetType: 'invoice',
    targetId: invoice.id,
    payload: { number: invoice.number, step: step.position, isByHand: input.isByHand },
  });
  return reminder;
}

async function obstacleOf(tx: RemindNeeds, invoice: Invoice, { isByHand }: ToRemind): Promise<NotReminded | undefined> {
  if (invoice.status !== 'OVERDUE' || !isOwed(invoice)) return 'NOT_OVERDUE';
  const { remindersPausedUntil: until } = invoice;
  if (!isByHand && until !== null && localDateOf(tx.now, tx.config.TIME_ZONE) < until) return 'PAUSED';
  if (await isDisputed(tx, invoice)) return 'DISPUTED';
  return (await isBeingPaid(tx, invoice)) ? 'PAYMENT_UNDER_WAY' : undefined;
}

const isDisputed = async ({ em }: Tx<'em'>, { id }: Invoice): Promise<boolean> =>
  (await writing(em)
    .db.selectFrom('dispute')
    .innerJoin('payment', 'payment.id', 'dispute.payment_id')
    .select('dispute.id')
    .where('payment.invoice_id', '=', id)
    .where('dispute.status', '=', 'OPEN')
    .executeTakeFirst()) !== undefined;

/** Money may be on its way: neither paid nor ended, and where it is a payment page, one that is still open. */
const isBeingPaid = async ({ em, now }: Tx<'em' | 'now'>, { id }: Invoice): Promise<boolean> =>
  (await writing(em)
    .db.selectFrom('payment')
    .select('id')
    .where('subject_type', '=', 'INVOICE')
    .where('subject_id', '=', id)
    .where('paid_at', 'is', null)
    .where('status', 'not in', ['FAILED', 'EXPIRED'])
    .where(({ eb, or }) =>
      or([eb('status', '<>', 'PENDING'), eb('expires_at', 'is', null), eb('expires_at', '>', now)]),
    )
    .executeTakeFirst()) !== undefined;

async function latenessOf(
  { em, now, config }: Tx<'em' | 'now' | 'config'>,
  invoice: Invoice,
): Promise<Lateness & { readonly steps: readonly ReminderStep[] }> {
  const steps = await em.find(ReminderStep, {}, { orderBy: { position: 'asc' } });
  const reminders = await em.find(Reminder, { invoice: invoice.id });
  const sent = reminders.map(({ step, sentAt }) => ({
    stepId: step.id,
    sentOn: localDateOf(sentAt, config.TIME_ZONE),
  }));
  return { steps, sent, dueOn: invoice.dueOn, today: localDateOf(now, config.TIME_ZONE) };
}

interface StepMail {
  readonly invoice: Invoice;
  readonly step: ReminderStep;
  readonly recipient: InvoiceAddressee;
  readonly derived: DerivedSecrets;
}

async function mailStep(tx: RemindNeeds, { invoice, step, recipient, derived }: StepMail): Promise<void> {
  const isFrench = invoice.locale === 'fr';
  const { buyer } = jsonFrom<{ readonly buyer?: InvoiceBuyer }>(invoice.document);
  await mailOwed(tx, {
    invoice,
    recipient,
    derived,
    template: invoiceReminder,
    data: {
      ...owedFacts(tx, invoice, recipient),
      title: isFrench ? step.titleFr : step.titleEn,
      text: isFrench ? step.textFr : step.textEn,
      isBusiness: buyer !== undefined && buyer.kind !== 'PERSON',
    },
    dedupeKey: `${invoiceReminder.name}:${invoice.id}:${step.position}`,
  });
}
