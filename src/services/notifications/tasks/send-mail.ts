import type { EmailDelivery } from '../../../entities/notifications/email-delivery.entity.ts';
import type { SuppressionReason } from '../../../entities/notifications/email-suppression.entity.ts';
import { MailFailure, type OutgoingMail } from '../../adapters/mail/port.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Operation, AppContext } from '../../platform/context.ts';
import { beginAttempt, examineDelivery, type Attempt } from '../delivery-attempts.ts';
import { MailTemplateError } from '../mail/render.ts';
import { isDecoy } from '../decoy.ts';
import type { DeliveryToPrepare } from '../mailer.ts';
import { recordOutcome, type DoubtRules, type Outcome } from '../record-outcome.ts';
import { addressHashOf } from '../suppressions/address-hash.ts';
import { endSuppressed } from '../suppressions/end-suppressed.ts';
import { suppressionOf } from '../suppressions/suppress.ts';
import { unsubscribeLink } from '../suppressions/unsubscribe-link.ts';
import type { sendMailTask } from './send-mail.task.ts';
import type { PayloadOf } from '../../platform/task.ts';

type SendNeeds = 'run' | 'now' | 'config' | 'log' | 'mail' | 'mailer' | 'derived' | 'processId' | 'db' | 'vault';

/**
 * One attempt at one mail. The mail is rendered first, then the attempt is claimed (SENDING), the provider called
 * outside any transaction, and the outcome recorded: only a crash between the last two leaves it unknown.
 */
export const sendMail: Operation<SendNeeds, PayloadOf<typeof sendMailTask>, void> = async (ctx, input) => {
  const situation = await ctx.run(examineDelivery, input);
  if (situation.kind === 'nothing-to-do') return;
  if (situation.kind === 'in-doubt') {
    await recordAttempt(ctx, input, await outcomeOf(ctx, input));
    return;
  }
  const reason = await suppressionFor(ctx, situation.delivery);
  if (reason !== undefined) {
    await ctx.run(endSuppressed, { ...input, reason, mail: ctx.mailer.mails[situation.delivery.template] });
    return;
  }
  const written = await write(ctx, situation.delivery);
  if (!(await ctx.run(beginAttempt, { ...input, processId: ctx.processId }))) return;
  crashPoint('mail-attempt-begun');
  const outcome = written instanceof MailFailure ? { failure: written } : await hand(ctx, written);
  crashPoint('mail-handed-over');
  await recordAttempt(ctx, input, outcome);
};

const suppressionFor = (
  { db, derived, mailer }: Pick<AppContext, SendNeeds>,
  { toEmail, template }: EmailDelivery,
): Promise<SuppressionReason | undefined> =>
  suppressionOf(db, addressHashOf(derived, toEmail), mailer.mails[template]?.wish);

async function recordAttempt(ctx: Pick<AppContext, SendNeeds>, input: Attempt, outcome: Outcome): Promise<void> {
  await ctx.run(recordOutcome, { ...input, outcome, rules: rulesOf(ctx) });
}

export const rulesOf = ({ mailer, derived }: Pick<AppContext, 'mailer' | 'derived'>): DoubtRules => ({
  mailer,
  derived,
});

/** Finds the outcome of an attempt that nobody recorded: a folder can be searched, a provider cannot. */
async function outcomeOf({ mail }: Pick<AppContext, 'mail'>, { deliveryId }: Attempt): Promise<Outcome> {
  return (await mail.holds?.(deliveryId)) === true
    ? { providerId: deliveryId }
    : { failure: new MailFailure('ambiguous', 'The attempt never ended') };
}

/** The mail as it will leave, or why it cannot. */
async function write(ctx: Pick<AppContext, SendNeeds>, delivery: EmailDelivery): Promise<OutgoingMail | MailFailure> {
  const { mailer } = ctx;
  const { id, template, toEmail, toName, locale, data } = delivery;
  try {
    const toPrepare = { deliveryId: id, recipientId: delivery.recipient?.id ?? null, toEmail, data };
    const late = await mailer.preparations[template]?.(ctx, toPrepare);
    const carried = await carriedBy(ctx, delivery, toPrepare);
    const unsubscribing = unsubscribingOf(ctx, delivery);
    return {
      ...mailer.write(template, locale, { ...data, ...late, ...unsubscribing.data }),
      ...carried,
      deliveryId: id,
      to: { email: toEmail, name: toName },
      from: mailer.from,
      category: template,
      // RFC 3834: no automatic reply to this mail.
      headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing.headers },
    };
  } catch (cause) {
    const kind = cause instanceof MailTemplateError ? 'permanent' : 'retryable';
    return new MailFailure(
      kind,
      cause instanceof MailTemplateError ? cause.message : 'The mail could not be prepared',
      { cause },
    );
  }
}

interface UnsubscribingParts {
  readonly data?: { readonly unsubscribeUrl: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** The link that ends mails of its kind, in the mail and in its headers (RFC 8058: one click, by the mail program itself). */
function unsubscribingOf(
  { derived, mailer, config }: Pick<AppContext, SendNeeds>,
  { id: deliveryId, template, toEmail }: EmailDelivery,
): UnsubscribingParts {
  const wish = mailer.mails[template]?.wish;
  if (wish === undefined) return {};
  const addressHash = addressHashOf(derived, toEmail);
  const unsubscribeUrl = unsubscribeLink(derived, config.publicUrl, { deliveryId, wish, addressHash });
  return {
    data: { unsubscribeUrl },
    headers: { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}

/** The files that go with a mail, and its calendar entry. */
async function carriedBy(
  ctx: Pick<AppContext, SendNeeds>,
  { template, locale }: EmailDelivery,
  delivery: DeliveryToPrepare,
): Promise<Pick<OutgoingMail, 'attachments' | 'invitation'>> {
  const { mailer, config, now } = ctx;
  return {
    attachments: await mailer.attachings[template]?.(ctx, delivery),
    invitation: mailer.invitings[template]?.({ ...delivery, locale }, { config, from: mailer.from, now }),
  };
}

async function hand({ mail, log }: Pick<AppContext, SendNeeds>, outgoing: OutgoingMail): Promise<Outcome> {
  try {
    if (isDecoy(outgoing.to.email)) return (await mail.discard?.(outgoing)) ?? { providerId: 'discarded' };
    return await mail.send(outgoing);
  } catch (error) {
    const failure =
      error instanceof MailFailure
        ? error
        : new MailFailure('ambiguous', 'The mail port threw something else than a MailFailure', { cause: error });
    log.warn(
      { deliveryId: outgoing.deliveryId, kind: failure.kind, status: failure.status, error: failure },
      'mail not sent',
    );
    return { failure };
  }
}
