import { z } from 'zod';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import {
  evidences,
  capabilityOf,
  type EventSubject,
  type CheckoutPort,
  type Evidence,
  type SessionState,
} from '../../adapters/payments/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { processSession, type ProcessingResult } from '../process-session.ts';
import type { Billables } from '../billable.ts';
import { claimEvent, ignoreEvent, type EventKey } from '../claim-event.ts';
import { recordDispute } from '../record-dispute.ts';

const evidence = z.enum(evidences);
const amount = z.object({ amount: z.int(), currency: z.string() });
const subjectShape: z.ZodType<EventSubject> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('SESSION'), sessionId: z.string(), evidence }),
  z.object({ kind: z.literal('PAYMENT'), providerPaymentId: z.string(), reference: z.string().nullable(), evidence }),
  z.object({ kind: z.literal('DISPUTE'), providerPaymentId: z.string(), amount, reason: z.string() }),
  z.object({ kind: z.literal('IGNORED') }),
]);

interface StoredEvent {
  readonly provider: string;
  readonly eventId: string;
}

type ProcessEventContext = Pick<AppContext, 'db' | 'run' | 'payments'>;

/**
 * Processes a stored event: reads the session again from its provider, then synchronises the payment. Run twice or by two
 * workers at once, it takes effect once. Throws when the provider cannot be asked, or does not show yet what the event
 * reports: the job is tried again.
 */
export const processPaymentEvent =
  (billables: Billables) =>
  async (ctx: ProcessEventContext, { provider, eventId }: StoredEvent): Promise<ProcessingResult> => {
    const { db, run } = ctx;
    const key = { provider, id: eventId };
    const event = await db
      .selectFrom('webhook_event')
      .select(['status', 'payload'])
      .where('provider', '=', provider)
      .where('id', '=', eventId)
      .executeTakeFirst();
    // A read replica may not have it yet.
    if (event === undefined) throw new DomainError('NOT_FOUND', { eventId });
    if (event.status !== 'RECEIVED') return 'ALREADY';
    const subject = subjectShape.parse(jsonFrom(event.payload));
    if (subject.kind === 'DISPUTE') return run(recordDispute, { event: key, ...subject });
    const sessionId = await sessionOf(ctx, provider, subject);
    if (subject.kind === 'IGNORED' || sessionId === undefined) return run(dismiss, key);
    const state = await readAgain(portOf(ctx, provider), sessionId, subject.evidence);
    crashPoint('after-requery');
    return run(processSession(billables), { provider, state, event: key });
  };

/** An event of a provider that was removed waits, as a job that fails, until somebody decides. */
function portOf({ payments }: ProcessEventContext, provider: string): CheckoutPort {
  const port = capabilityOf(payments, provider, 'checkout');
  if (port === undefined) throw new DomainError('PAYMENT_UNAVAILABLE', { provider });
  return port;
}

/** The session as it is now; refuses, to be tried again, one that does not show yet what its event reported. */
async function readAgain(port: CheckoutPort, sessionId: string, evidence: Evidence): Promise<SessionState> {
  const state = await port.readSession(sessionId);
  if (state === undefined || !shows[evidence](state))
    throw new DomainError('PAYMENT_UNAVAILABLE', { evidence, status: state?.status ?? null });
  return state;
}

/** The session that an event is about; undefined when it is not one of ours. */
async function sessionOf(
  { run }: ProcessEventContext,
  provider: string,
  subject: EventSubject,
): Promise<string | undefined> {
  if (subject.kind === 'SESSION') return subject.sessionId;
  return subject.kind === 'PAYMENT' ? run(findSession, { provider, ...subject }) : undefined;
}

interface PaymentReference {
  readonly provider: string;
  readonly providerPaymentId: string;
  readonly reference: string | null;
}

/** In a transaction of its own, so that a lagging read replica never makes us dismiss an event. */
async function findSession(
  { em }: Tx<'em'>,
  { provider, providerPaymentId, reference }: PaymentReference,
): Promise<string | undefined> {
  const known = await em.findOne(Payment, { provider, providerPaymentId });
  const payment =
    known ?? (reference !== null && isId(reference) ? await em.findOne(Payment, { id: reference, provider }) : null);
  return payment?.providerSessionId ?? undefined;
}

async function dismiss(tx: Tx<'em' | 'now'>, event: EventKey): Promise<ProcessingResult> {
  if (!(await claimEvent(tx, event))) return 'ALREADY';
  await ignoreEvent(tx, event);
  return 'IGNORED';
}

/** Does the session show what its event reported? When not, one of the two is older than the other. */
const shows: Readonly<Record<Evidence, (state: SessionState) => boolean>> = {
  ANY: () => true,
  ENDED: ({ status }) => status !== 'OPEN',
  PAID: ({ status }) => status === 'PAID',
  REFUNDED: ({ refunded }) => refunded > 0,
};
