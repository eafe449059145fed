import { formatDate, formatMoney } from '../../../kernel/format.ts';
import { addDays } from '../../../kernel/plan-calendar.ts';
import { notify, queueMail, recipientsOf, type NotificationWords } from '../../../notifications/index.ts';
import type { AppContext, Tx } from '../../../platform/context.ts';
import type { PayloadOf } from '../../../platform/task.ts';
import { planBegun } from '../../emails/plan-begun.ts';
import { planCardRenewal } from '../../emails/plan-card-renewal.ts';
import { planEndedMail } from '../../emails/plan-ended.ts';
import { planPaymentFailed } from '../../emails/plan-payment-failed.ts';
import { planRenewal } from '../../emails/plan-renewal.ts';
import { planSuspendedMail } from '../../emails/plan-suspended.ts';
import { planName, planPath } from '../plan-bill.ts';
import { graceDays, isFailure, unpaidDays } from '../plan-deadlines.ts';
import { brandName } from '../../card-brand.ts';
import { notifyOfPrice, comingPricesOf } from './notify-plan-price.ts';
import { findPeriodToReport, findPlanToReport, type PeriodToReport } from './plan-to-report.ts';
import type { notifyPlanBegunTask, notifyPlanEndedTask, notifyPlanSuspendedTask, remindTask } from './plan-jobs.ts';

type Needed = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>;
type Running = Pick<AppContext, 'run'>;

const urlOf = ({ config }: Needed): string => `${config.frontUrl}${planPath}`;
const recipientOf = async (tx: Needed, personId: string) => (await recipientsOf(tx, [personId])).get(personId);

/** One in-app notification, however often it is tried. */
const notifyPerson = (
  tx: Needed,
  what: { readonly userId: string; readonly title: string; readonly message: string; readonly dedupeKey: string },
): Promise<unknown> => notify(tx, { ...what, type: 'PAYMENT', actionUrl: planPath });

const begunWords: NotificationWords<{ plan: string }> = {
  fr: ({ plan }) => ({ title: 'Votre abonnement commence', message: `Vous disposez de la formule ${plan}.` }),
  en: ({ plan }) => ({ title: 'Your plan begins', message: `You have the ${plan} plan.` }),
};

export const notifyPlanBegun = ({ run }: Running, begun: PayloadOf<typeof notifyPlanBegunTask>): Promise<void> =>
  run(reportBegun, begun);

async function reportBegun(tx: Needed, { subscriptionId }: { readonly subscriptionId: string }): Promise<void> {
  const plan = await findPlanToReport(tx, subscriptionId);
  const recipient = plan && (await recipientOf(tx, plan.personId));
  if (plan === undefined || recipient === undefined) return;
  const { userId, locale, firstName } = recipient;
  const name = planName(plan.planNames, locale);
  const dedupeKey = `${planBegun.name}:${subscriptionId}:${plan.paidUntil ?? ''}:${name}`;
  await queueMail(tx, {
    template: planBegun,
    recipient,
    locale,
    dedupeKey,
    data: { firstName, plan: name, planUrl: urlOf(tx) },
  });
  await notifyPerson(tx, { userId, ...begunWords[locale]({ plan: name }), dedupeKey });
  for (const priceId of await comingPricesOf(tx, subscriptionId)) await notifyOfPrice(tx, { subscriptionId, priceId });
}

const askedWords: NotificationWords<{ plan: string; amount: string; on: string }> = {
  fr: ({ plan, amount, on }) => ({
    title: 'Votre abonnement est à régler',
    message: `La formule ${plan} se renouvelle le ${on}\u00a0: ${amount} sont à régler.`,
  }),
  en: ({ plan, amount, on }) => ({
    title: 'Your plan is to be paid',
    message: `The ${plan} plan renews on ${on}: ${amount} are to be paid.`,
  }),
};
const comingWords: NotificationWords<{ plan: string; amount: string; on: string }> = {
  fr: ({ plan, amount, on }) => ({
    title: 'Votre abonnement se renouvelle',
    message: `La formule ${plan} se renouvelle le ${on}\u00a0: ${amount} seront débités de votre carte.`,
  }),
  en: ({ plan, amount, on }) => ({
    title: 'Your plan renews',
    message: `The ${plan} plan renews on ${on}: ${amount} will be charged to your card.`,
  }),
};
const failedWords: NotificationWords<{ plan: string; amount: string; on: string }> = {
  fr: ({ plan, amount, on }) => ({
    title: 'Votre abonnement n’est pas réglé',
    message: `La formule ${plan} s’est renouvelée le ${on}\u00a0: ${amount} restent à régler.`,
  }),
  en: ({ plan, amount, on }) => ({
    title: 'Your plan is not paid',
    message: `The ${plan} plan renewed on ${on}: ${amount} are still to be paid.`,
  }),
};

const dueWords = { COMING: comingWords, DUE: askedWords, UNPAID: failedWords } as const;

export const remindOfPlan = ({ run }: Running, reminder: PayloadOf<typeof remindTask>): Promise<void> =>
  run(reportDue, reminder);

async function reportDue(tx: Needed, { periodId, day, isRefused }: PayloadOf<typeof remindTask>): Promise<void> {
  const period = await findPeriodToReport(tx, periodId);
  // It may have been paid, or cancelled, since.
  if (period?.status !== 'DUE') return;
  const recipient = await recipientOf(tx, period.personId);
  if (recipient === undefined) return;
  const { userId, locale } = recipient;
  const kind = reminderOf(period, { day, isRefused });
  const dedupeKey = `plan-reminder:${periodId}:${day}`;
  await mailDue(tx, { recipient, period, kind, dedupeKey });
  const plan = planName(period.planNames, locale);
  const amount = formatMoney(period.toPay, locale);
  const said = dueWords[kind][locale]({ plan, amount, on: formatDate(period.startsOn, locale) });
  await notifyPerson(tx, { userId, ...said, dedupeKey });
}

/** COMING: its card will be charged. DUE: its payer is asked to pay. UNPAID: it was not paid in time, or the card was refused. */
type ReminderKind = keyof typeof dueWords;

function reminderOf(
  { card }: PeriodToReport,
  { day, isRefused = false }: Pick<PayloadOf<typeof remindTask>, 'day' | 'isRefused'>,
): ReminderKind {
  if (isRefused || isFailure(day)) return 'UNPAID';
  return card !== null && day < 0 ? 'COMING' : 'DUE';
}

interface DueMail {
  readonly recipient: NonNullable<Awaited<ReturnType<typeof recipientOf>>>;
  readonly period: PeriodToReport;
  readonly kind: ReminderKind;
  readonly dedupeKey: string;
}

async function mailDue(tx: Needed, { recipient, period, kind, dedupeKey }: DueMail): Promise<void> {
  const { locale, firstName } = recipient;
  const { startsOn, endsOn, toPay: amount, card } = period;
  const common = { recipient, locale, dedupeKey };
  const data = { firstName, plan: planName(period.planNames, locale), amount, startsOn, planUrl: urlOf(tx) };
  const lastDay = addDays(endsOn, -1);
  if (kind === 'UNPAID') {
    const suspendedOn = addDays(startsOn, graceDays);
    await queueMail(tx, { ...common, template: planPaymentFailed, data: { ...data, suspendedOn } });
  } else if (kind === 'COMING' && card !== null)
    await queueMail(tx, {
      ...common,
      template: planCardRenewal,
      data: { ...data, cardBrand: brandName(card.brand), last4: card.last4, lastDay },
    });
  else await queueMail(tx, { ...common, template: planRenewal, data: { ...data, lastDay } });
}

const suspendedWords: NotificationWords<{ plan: string }> = {
  fr: ({ plan }) => ({
    title: 'Votre abonnement est suspendu',
    message: `La formule ${plan} n’est pas réglée\u00a0: tout reste lisible, rien ne peut plus être ajouté.`,
  }),
  en: ({ plan }) => ({
    title: 'Your plan is suspended',
    message: `The ${plan} plan is not paid: everything can still be read, nothing can be added.`,
  }),
};

export const notifyPlanSuspended = (
  { run }: Running,
  suspended: PayloadOf<typeof notifyPlanSuspendedTask>,
): Promise<void> => run(reportSuspended, suspended);

async function reportSuspended(tx: Needed, { periodId }: { readonly periodId: string }): Promise<void> {
  const period = await findPeriodToReport(tx, periodId);
  if (period?.status !== 'DUE') return;
  const recipient = await recipientOf(tx, period.personId);
  if (recipient === undefined) return;
  const { userId, locale, firstName } = recipient;
  const plan = planName(period.planNames, locale);
  const dedupeKey = `${planSuspendedMail.name}:${periodId}`;
  await queueMail(tx, {
    template: planSuspendedMail,
    recipient,
    locale,
    dedupeKey,
    data: {
      ...{ firstName, plan, amount: period.toPay, planUrl: urlOf(tx) },
      endsOn: addDays(period.startsOn, unpaidDays),
    },
  });
  await notifyPerson(tx, { userId, ...suspendedWords[locale]({ plan }), dedupeKey });
}

const endedWords: NotificationWords<{ plan: string }> = {
  fr: ({ plan }) => ({ title: 'Votre abonnement est terminé', message: `La formule ${plan} a pris fin.` }),
  en: ({ plan }) => ({ title: 'Your plan has ended', message: `The ${plan} plan has ended.` }),
};

/** Nobody is notified of a choice that was never paid or that another one replaced. */
const silent = ['NEVER_PAID', 'REPLACED', 'ERASED'];

export const notifyPlanEnded = ({ run }: Running, ended: PayloadOf<typeof notifyPlanEndedTask>): Promise<void> =>
  silent.includes(ended.reason) ? Promise.resolve() : run(reportEnded, ended);

async function reportEnded(tx: Needed, { subscriptionId }: { readonly subscriptionId: string }): Promise<void> {
  const plan = await findPlanToReport(tx, subscriptionId);
  const recipient = plan && (await recipientOf(tx, plan.personId));
  if (plan === undefined || recipient === undefined) return;
  const { userId, locale, firstName } = recipient;
  const name = planName(plan.planNames, locale);
  const dedupeKey = `${planEndedMail.name}:${subscriptionId}`;
  await queueMail(tx, {
    template: planEndedMail,
    recipient,
    locale,
    dedupeKey,
    data: { firstName, plan: name, planUrl: urlOf(tx) },
  });
  await notifyPerson(tx, { userId, ...endedWords[locale]({ plan: name }), dedupeKey });
}
