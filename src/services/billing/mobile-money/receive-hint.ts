import { Payment } from '../../../entities/billing/payment.entity.ts';
import type { Able, PushHint } from '../../adapters/payments/port.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { lookAtPush, type LookNeeds } from './look-at-push.ts';

export interface HintDelivery {
  readonly provider: Able<'push'>;
  /** What came, as JSON; undefined when it was none. */
  readonly body: unknown;
}

/** UNREAD: the provider could not say, and is to send it again. NOT_OURS: nothing to do. */
export type HintReceipt = 'HANDLED' | 'NOT_OURS' | 'UNREAD';

/** Somebody says that something happened to a push. Nothing they say is believed; a push of ours is read again. */
export async function receiveHint(ctx: LookNeeds, { provider: port, body }: HintDelivery): Promise<HintReceipt> {
  const hint = port.push.hints.parse(body);
  if (hint === undefined) return 'NOT_OURS';
  const paymentId = await ctx.run(findHinted, { provider: port.provider, ...hint });
  if (paymentId === undefined) return 'NOT_OURS';
  const result = await lookAtPush(ctx, { paymentId, reported: hint.providerPaymentId });
  return result === 'UNREAD' ? 'UNREAD' : 'HANDLED';
}

/** By the provider's id; else by our own, of a payment whose answer was lost. Ids differ by their capitals, on every database. */
async function findHinted(
  { em }: Tx<'em'>,
  { provider, providerPaymentId, reference }: PushHint & { readonly provider: string },
): Promise<string | undefined> {
  const known = await em.findOne(Payment, { provider, providerPaymentId, flow: 'PUSH' });
  if (known?.providerPaymentId === providerPaymentId) return known.id;
  if (reference === null || !isId(reference)) return undefined;
  const unnamed = await em.findOne(Payment, { id: reference, provider, flow: 'PUSH' });
  return unnamed?.providerPaymentId === null ? unnamed.id : undefined;
}
