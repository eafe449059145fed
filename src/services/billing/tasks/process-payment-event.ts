import { z } from 'zod';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import {
  chargeEvidences,
  disputeEvidences,
  evidences,
  refundEvidences,
  type EventSubject,
} from '../../adapters/payments/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { processReading, type ProcessingResult } from '../process-reading.ts';
import type { Billables } from '../billable.ts';
import { claimEvent, ignoreEvent, noteFailedAttempt, type EventKey } from '../claim-event.ts';
import { processDispute } from './process-dispute.ts';
import { processPlanEvent } from '../plans/collection/process-plan-event.ts';
import { processCardEvent } from '../process-card-event.ts';
import type { PaymentAtProvider } from '../read-payment.ts';
import { readReported, type PaymentEventSubject } from './read-reported.ts';

const evidence = z.enum(evidences);
const payment = { providerPaymentId: z.string(), reference: z.string().nullable() };
const subjectShape: z.ZodType<EventSubject> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('SESSION'), sessionId: z.string(), evidence }),
  z.object({ kind: z.literal('PAYMENT'), ...payment, evidence }),
  z.object({ kind: z.literal('REFUND'), ...payment, refundId: z.string(), evidence: z.enum(refundEvidences) }),
  z.object({
    kind: z.literal('DISPUTE'),
    providerPaymentId: z.string(),
    disputeId: z.string().nullable().default(null),
    evidence: z.enum(disputeEvidences).default('ANY'),
  }),
  z.object({ kind: z.literal('CARD_SETUP'), setupId: z.string() }),
  z.object({ kind: z.literal('CARD'), methodId: z.string(), isDetached: z.boolean() }),
  z.object({ kind: z.literal('PLAN'), subscriptionId: z.string(), isEnded: z.boolean() }),
  z.object({ kind: z.literal('PLAN_CHARGE'), chargeId: z.string(), evidence: z.enum(chargeEvidences) }),
  z.object({ kind: z.literal('IGNORED') }),
]);

/** What an event is about. */
export const eventSubjectOf = (payload: unknown): EventSubject => subjectShape.parse(jsonFrom(payload));

export interface StoredEvent {
  readonly provider: string;
  readonly eventId: string;
}

export type ProcessEventContext = Pick<AppContext, 'db' | 'run' | 'payments'>;

/**
 * Processes a stored event: reads its object again from its provider, then synchronises the payment. Run twice or by two
 * workers at once, it takes effect once. Throws when the provider cannot be asked, or does not show yet what the event
 * reports: the job is tried again.
 */
export const processPaymentEvent =
  (billables: Billables) =>
  async (ctx: ProcessEventContext, { provider, eventId }: StoredEvent): Promise<ProcessingResult> => {
    const key = { provider, id: eventId };
    try {
      return await processStored(ctx, billables, key);
    } catch (error) {
      // What went wrong is shown in the inbox; when it cannot be written down, the job still has it.
      await ctx.run(noteFailedAttempt, { ...key, error }).catch(() => undefined);
      throw error;
    }
  };

async function processStored(ctx: ProcessEventContext, billables: Billables, key: EventKey): Promise<ProcessingResult> {
  const { db, run } = ctx;
  const event = await db
    .selectFrom('webhook_event')
    .select(['status', 'payload'])
    .where('provider', '=', key.provider)
    .where('id', '=', key.id)
    .executeTakeFirst();
  // A read replica may not have it yet.
  if (event === undefined) throw new DomainError('NOT_FOUND', { eventId: key.id });
  if (event.status !== 'RECEIVED') return 'ALREADY';
  const subject = eventSubjectOf(event.payload);
  if (subject.kind === 'IGNORED') return run(dismiss, key);
  return isAboutPayment(subject)
    ? processReported(ctx, billables, { event: key, subject })
    : processOther(ctx, { event: key, subject });
}

const paymentKinds: readonly EventSubject['kind'][] = ['SESSION', 'PAYMENT', 'REFUND'];
const isAboutPayment = (subject: EventSubject): subject is PaymentEventSubject => paymentKinds.includes(subject.kind);

async function processReported(
  ctx: ProcessEventContext,
  billables: Billables,
  { event, subject }: { readonly event: EventKey; readonly subject: PaymentEventSubject },
): Promise<ProcessingResult> {
  const at = await atProvider(ctx, event.provider, subject);
  const reported = await readReported(ctx, { at, subject });
  crashPoint('after-requery');
  return ctx.run(processReading(billables), { provider: event.provider, ...reported, event });
}

type OtherSubject = Exclude<EventSubject, PaymentEventSubject | { readonly kind: 'IGNORED' }>;

/** Disputes, cards, and plans that the provider collects. */
function processOther(
  ctx: ProcessEventContext,
  { event, subject }: { readonly event: EventKey; readonly subject: OtherSubject },
): Promise<ProcessingResult> {
  if (subject.kind === 'DISPUTE') return processDispute(ctx, event, subject);
  if (subject.kind === 'CARD' || subject.kind === 'CARD_SETUP') return processCardEvent(ctx, { event, subject });
  return processPlanEvent(ctx, { event, subject });
}

/** Where the payment that an event is about is to be read. */
async function atProvider(
  { run }: ProcessEventContext,
  provider: string,
  subject: PaymentEventSubject,
): Promise<PaymentAtProvider> {
  if (subject.kind === 'SESSION') return { provider, sessionId: subject.sessionId, providerPaymentId: null };
  const { providerPaymentId } = subject;
  const known = await run(findPayment, { provider, ...subject });
  // The payment's own event may still be on its way. One that never comes ends as a dead letter, which somebody sees.
  if (known === null) throw new DomainError('NOT_FOUND', { providerPaymentId });
  return known;
}

interface PaymentReference {
  readonly provider: string;
  readonly providerPaymentId: string;
  readonly reference: string | null;
}

/** In a transaction of its own, so that a lagging read replica never makes us dismiss an event. */
async function findPayment(
  { em }: Tx<'em'>,
  { provider, providerPaymentId, reference }: PaymentReference,
): Promise<PaymentAtProvider | null> {
  const known = await em.findOne(Payment, { provider, providerPaymentId });
  const found =
    known ?? (reference !== null && isId(reference) ? await em.findOne(Payment, { id: reference, provider }) : null);
  return found && { provider, sessionId: found.providerSessionId, providerPaymentId };
}

async function dismiss(tx: Tx<'em' | 'now'>, event: EventKey): Promise<ProcessingResult> {
  if (!(await claimEvent(tx, event))) return 'ALREADY';
  await ignoreEvent(tx, event);
  return 'IGNORED';
}
