import { z } from 'zod';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import type { EventSubject, SessionState } from '../../adapters/payments/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { applySession, type Applied } from '../apply-session.ts';
import type { Billables } from '../billable.ts';
import { claimEvent, ignoreEvent } from '../claim-event.ts';
import { recordDispute } from '../record-dispute.ts';

const amount = z.object({ amount: z.int(), currency: z.string() });
const subjectShape: z.ZodType<EventSubject> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('SESSION'), sessionId: z.string() }),
  z.object({ kind: z.literal('PAYMENT'), providerPaymentId: z.string(), reference: z.string().nullable() }),
  z.object({ kind: z.literal('DISPUTE'), providerPaymentId: z.string(), amount, reason: z.string() }),
  z.object({ kind: z.literal('IGNORED') }),
]);

type ApplySurroundings = Pick<AppContext, 'db' | 'run' | 'payments'>;

/**
 * Acts upon a stored event: reads the session again from the provider, then applies what it is now. Done twice or by two
 * workers at once, it is done once. Throws when the provider cannot be asked, or does not yet show what its event says:
 * the job is tried again.
 */
export const applyPaymentEventNow =
  (billables: Billables) =>
  async (ctx: ApplySurroundings, { eventId }: { eventId: string }): Promise<Applied> => {
    const { db, run } = ctx;
    const event = await db
      .selectFrom('webhook_event')
      .select(['type', 'status', 'payload'])
      .where('id', '=', eventId)
      .executeTakeFirst();
    // A read replica may not have it yet.
    if (event === undefined) throw new DomainError('NOT_FOUND', { eventId });
    if (event.status !== 'RECEIVED') return 'ALREADY';
    const subject = subjectShape.parse(jsonFrom(event.payload));
    if (subject.kind === 'DISPUTE') return run(recordDispute, { eventId, ...subject });
    const sessionId = await sessionOf(ctx, subject);
    if (sessionId === undefined) return run(dismiss, { eventId });
    const state = await readAgain(ctx, sessionId, event.type);
    crashPoint('after-requery');
    return run(applySession(billables), { state, eventId });
  };

/** The session as it is now; refuses, to be tried again, one that does not show yet what its event told. */
async function readAgain({ payments }: ApplySurroundings, sessionId: string, type: string): Promise<SessionState> {
  const state = await payments.readSession(sessionId);
  if (state === undefined || !shows(type, state))
    throw new DomainError('PAYMENT_UNAVAILABLE', { type, standing: state?.standing ?? null });
  return state;
}

/** The session that an event is about; undefined when it is not one of ours. */
async function sessionOf({ run }: ApplySurroundings, subject: EventSubject): Promise<string | undefined> {
  if (subject.kind === 'SESSION') return subject.sessionId;
  return subject.kind === 'PAYMENT' ? run(findSession, subject) : undefined;
}

/** In a transaction of its own, so that a lagging read replica never makes us dismiss an event. */
async function findSession(
  { em }: Tx<'em'>,
  { providerPaymentId, reference }: { providerPaymentId: string; reference: string | null },
): Promise<string | undefined> {
  const known = await em.findOne(Payment, { providerPaymentId });
  const payment =
    known ?? (reference !== null && isId(reference) ? await em.findOne(Payment, { id: reference }) : null);
  return payment?.providerSessionId ?? undefined;
}

async function dismiss(tx: Tx<'em' | 'now'>, { eventId }: { eventId: string }): Promise<Applied> {
  if (!(await claimEvent(tx, eventId))) return 'ALREADY';
  await ignoreEvent(tx, eventId);
  return 'IGNORED';
}

/** Does the session show what the event told? When not, one of the two is older than the other. */
function shows(type: string, { standing, refunded }: SessionState): boolean {
  if (type === 'checkout.session.async_payment_succeeded') return standing === 'PAID';
  if (type === 'charge.refunded') return refunded > 0;
  return type === 'payment_intent.payment_failed' || standing !== 'OPEN';
}
