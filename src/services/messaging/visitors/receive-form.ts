import { Visitor, type VisitorPurpose } from '../../../entities/messaging/visitor.entity.ts';
import { normalEmail } from '../../identity/index.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { fingerprint, newId } from '../../kernel/ids.ts';
import type { Locale } from '../../kernel/locale.ts';
import { networkOf, subscriberOf } from '../../kernel/network.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { requireFormTicket, useFormTicket, type TicketedForm } from '../../platform/form-tickets.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { visitorWrote } from './events.ts';
import { takeVisitorMessage } from './visitor-message.ts';
import { visitorSecret } from './visitor-token.ts';

/** A form that anybody may send. */
export interface VisitorForm extends TicketedForm {
  readonly name: string;
  readonly email: string;
  readonly subject: string;
  readonly content: string;
  /** The version of the privacy policy that was shown and agreed to. */
  readonly consent: string;
  readonly locale: Locale;
}

/** What every sender is answered, whoever has an account and whatever is held. */
export interface FormReceipt {
  readonly receivedAt: Date;
}

/** A form that may be received: its texts are put right. */
export interface AdmittedForm extends VisitorForm {
  readonly id: string;
  readonly tokenHash: string;
}

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** A free sample once in this time. */
const sampleMs = 90 * 24 * 3_600_000;

/**
 * Checks a form before anything of it is stored: the ticket, its work and the trap, the texts, five an hour for a network address and three a day
 * for an e-mail address. No account is looked up. Errors: FORM_TICKET_INVALID, PROOF_OF_WORK_REQUIRED, INPUT_INVALID, RATE_LIMITED.
 */
export async function admitForm(
  ctx: Pick<AppContext, 'derived' | 'now' | 'limits' | 'actor'>,
  form: VisitorForm,
): Promise<AdmittedForm> {
  requireFormTicket(ctx, form);
  const texts = { subject: visibleText('subject', form.subject), content: visibleText('content', form.content) };
  const email = normalEmail(form.email);
  await ctx.limits.take('contact/address', subscriberOf(ctx.actor.address));
  await ctx.limits.take('contact/email', fingerprint(email));
  const id = newId();
  return { ...form, ...texts, email, id, tokenHash: fingerprint(visitorSecret(ctx.derived, { id, tokenNumber: 1 })) };
}

export function visibleText(field: string, text: string): string {
  if (!visible.test(text)) throw fieldError(`input.${field}`, 'isNotBlank');
  return text.trim();
}

type Receiving = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record' | 'enqueue'>;

export interface ReceiveForm {
  readonly form: AdmittedForm;
  readonly purpose: VisitorPurpose;
  readonly genre?: string | null;
  readonly fileId?: string | null;
}

/** Stores who wrote, and takes their message. The ticket is used up. */
export async function receiveForm(tx: Receiving, received: ReceiveForm): Promise<void> {
  const { form, purpose, genre = null, fileId = null } = received;
  const { id, name, email, locale, subject, tokenHash } = form;
  await useFormTicket(tx, form.ticket);
  if (purpose === 'FREE_SAMPLE') await requireFirstSample(tx, email);
  const visitor = tx.em.create(Visitor, {
    ...{ id, purpose, name, email, locale, subject, genre, tokenHash, consentVersion: form.consent },
    network: networkOf(tx.actor.address),
    // Read before the database has given it its default.
    user: null,
  });
  await tx.em.flush();
  tx.record({
    action: 'VISITOR_WROTE',
    targetType: 'conversation',
    targetId: null,
    payload: { visitorId: id, purpose },
  });
  tx.emit(visitorWrote, { visitorId: id });
  await takeVisitorMessage(tx, visitor, { content: form.content, fileId });
}

/** One in ninety days for an address, whoever asks in its name. */
export async function requireFirstSample(tx: Tx<'em' | 'now'>, email: string): Promise<void> {
  await takeTurn(tx, 'requestFreeSample', email);
  const since = new Date(tx.now.getTime() - sampleMs);
  const last = await tx.em.findOne(
    Visitor,
    { email, purpose: 'FREE_SAMPLE', createdAt: { $gt: since } },
    { orderBy: { createdAt: 'desc' } },
  );
  if (last === null) return;
  const retryAfter = Math.ceil((last.createdAt.getTime() + sampleMs - tx.now.getTime()) / 1_000);
  throw new DomainError('RATE_LIMITED', { retryAfter });
}
