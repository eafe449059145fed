import { PaymentFailure, providersAble, type Able, type RequestedPush } from '../../adapters/payments/port.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { phoneForNetwork, type MobileNetwork } from '../../kernel/mobile-money.ts';
import type { Subject } from '../../kernel/subject.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext } from '../../platform/context.ts';
import { lookAtPush } from './look-at-push.ts';
import { preparePush, type PreparedPush } from './prepare-push.ts';
import { failPush, storePush } from './store-push.ts';

export interface PayByMobileMoney {
  readonly subject: Subject;
  readonly network: MobileNetwork;
  /** E.164: `+2290166000000`. */
  readonly phoneNumber: string;
}

export interface MobileMoneyPayment {
  readonly paymentId: string;
  /** Where the payer confirms, for networks that have a page. */
  readonly paymentUrl: string | null;
}

type Needs = Pick<AppContext, 'run' | 'payments' | 'billables' | 'limits' | 'derived' | 'config' | 'log'>;

/**
 * Asks the payer's phone for the money of a subject. The row is committed first and the push leaves once: an answer that was
 * lost, or a crash in between, leaves it UNKNOWN and never makes a second one. Only this call knows the whole phone; it is
 * stored nowhere. Refuses with what the subject's rules refuse with, with `PAYMENT_IN_DOUBT` while another push is under way,
 * and with `PAYMENT_UNAVAILABLE` when the provider refuses it or cannot be reached: nothing was asked of the payer then.
 */
export async function payByMobileMoney(ctx: Needs, input: PayByMobileMoney): Promise<MobileMoneyPayment> {
  const { network, phoneNumber, subject } = input;
  const provider = providerOfNetwork(ctx, network);
  const phoneDigits = phoneForNetwork(phoneNumber, network);
  if (phoneDigits === undefined) throw fieldError('input.phoneNumber', 'phoneOfNetwork');
  await takePhone(ctx, phoneDigits);
  const prepared = await ctx.run(preparePush(ctx.billables), {
    subject,
    provider: provider.provider,
    network,
    phoneLast4: phoneDigits.slice(-4),
  });
  crashPoint('after-push-row');
  const pushed = await send(ctx, provider, { prepared, network, phoneDigits });
  crashPoint('after-push-sent');
  const { paymentId } = prepared;
  await ctx.run(storePush, { paymentId, pushed });
  // Some networks answer the end at once; what counts is what is read.
  const isEnded = pushed.status === 'PAID' || pushed.status === 'FAILED';
  if (isEnded && pushed.providerPaymentId !== null) await lookAtPush(ctx, { paymentId });
  return { paymentId, paymentUrl: pushed.paymentUrl };
}

/** Who asks phones of this network. */
export function providerOfNetwork({ payments }: Pick<Needs, 'payments'>, network: MobileNetwork): Able<'push'> {
  const providers = providersAble(payments, 'push');
  if (providers.length === 0) throw new DomainError('PAYMENT_UNAVAILABLE');
  const found = providers.find(({ push }) => push.networks.includes(network));
  if (found === undefined) throw fieldError('input.network', 'offered');
  return found;
}

/** The phone may be somebody else's: nobody makes it ring again and again. It is counted by a name that reveals nothing. */
async function takePhone({ limits, derived }: Needs, phoneDigits: string): Promise<void> {
  const name = derived.of('mobile-money-phone', phoneDigits);
  await limits.take('mobile-money-minute/phone', name);
  await limits.take('mobile-money/phone', name);
}

interface Sending {
  readonly prepared: PreparedPush;
  readonly network: MobileNetwork;
  readonly phoneDigits: string;
}

async function send(ctx: Needs, provider: Able<'push'>, { prepared, ...to }: Sending): Promise<RequestedPush> {
  const { paymentId, amount, description, locale, returnPath } = prepared;
  try {
    const returnUrl = `${ctx.config.frontUrl}${returnPath}`;
    return await provider.push.requestPush({ ...to, paymentId, amount, description, locale, returnUrl });
  } catch (error) {
    if (!(error instanceof PaymentFailure)) throw error;
    const { kind, reason } = error;
    ctx.log.warn({ paymentId, kind, reason }, 'push not made');
    await ctx.run(failPush, { paymentId, reason });
    throw new DomainError('PAYMENT_UNAVAILABLE', { reason }, { cause: error });
  }
}
