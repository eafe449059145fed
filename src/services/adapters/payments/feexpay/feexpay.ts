/**
 * Mobile money through FeexPay's API V2. It has no idempotency key, no signature, no refund and no sandbox: a push leaves
 * once, every notification is only a hint, and whatever was not clearly answered is unknown.
 */
import type { MobileNetwork } from '../../../kernel/mobile-money.ts';
import { mobileNetworkFacts, wordsForNetwork } from '../../../kernel/mobile-money.ts';
import { PaymentFailure, type Able, type PushRequest, type PushState, type RequestedPush } from '../port.ts';
import { hintIn, pushIn, refusalIn, unknownPush } from './answers.ts';
import { boundedCall, type CallOutcome } from '../../http/bounded-call.ts';

export interface FeexpaySettings {
  /** `fp_…`. */
  readonly token: string;
  readonly shop: string;
  /** The last part of the address that notifications are sent to. */
  readonly webhookSecret: string;
  readonly networks: readonly MobileNetwork[];
  /** Where the API is, when it is not FeexPay's (a test server). */
  readonly baseUrl?: string | undefined;
  /** Milliseconds that one call may take, its body included. */
  readonly timeoutMs?: number | undefined;
}

export function feexpayPayments({
  token,
  shop,
  webhookSecret,
  networks,
  baseUrl = 'https://api-v2.feexpay.me',
  timeoutMs = 20_000,
}: FeexpaySettings): Able<'push'> {
  const root = `${baseUrl}/api/transactions/public`;
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  return {
    provider: 'FEEXPAY',
    push: {
      networks,
      hints: { name: 'feexpay', secret: webhookSecret, parse: hintIn },
      async requestPush(request) {
        requireFrancs(request);
        const outcome = await boundedCall(
          `${root}/requesttopay/${request.network.toLowerCase()}`,
          {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(bodyOf(request, shop)),
          },
          timeoutMs,
        );
        return requested(outcome);
      },
      async readPush(providerPaymentId) {
        const url = `${root}/single/status/${encodeURIComponent(providerPaymentId)}`;
        return read(await boundedCall(url, { headers }, timeoutMs), providerPaymentId);
      },
    },
  };
}

function requireFrancs({ amount }: PushRequest): void {
  if (amount.currency !== 'XOF') throw new PaymentFailure('refused', 'currency');
}

/** Names of persons are not sent: nothing needs them. */
const bodyOf = ({ amount, phoneDigits, paymentId, description, network, returnUrl }: PushRequest, shop: string) => ({
  shop,
  amount: amount.amount,
  phoneNumber: phoneDigits,
  description: wordsForNetwork(description),
  callback_info: paymentId,
  ...(mobileNetworkFacts[network].confirmation === 'REDIRECT' ? { return_url: returnUrl } : {}),
});

/** Answers below 500 that do not say whether the push left. */
const undecided = new Set([408, 409, 425]);
const isRefusal = (status: number): boolean => status >= 400 && status < 500 && !undecided.has(status);

function requested(outcome: CallOutcome): RequestedPush {
  if (outcome.kind === 'silence') {
    if (outcome.neverLeft) throw new PaymentFailure('unavailable', outcome.reason);
    return { ...unknownPush(outcome.reason), paymentUrl: null };
  }
  const { status } = outcome;
  if (status === 429) throw new PaymentFailure('unavailable', 'http_429');
  if (isRefusal(status)) throw new PaymentFailure('refused', refusalIn(outcome));
  return status === 200 || status === 201
    ? pushIn(outcome.body)
    : { ...unknownPush(`http_${status}`), paymentUrl: null };
}

function read(outcome: CallOutcome, asked: string): PushState {
  if (outcome.kind === 'silence') return unknownPush(outcome.reason, asked);
  if (outcome.status !== 200) return unknownPush(`http_${outcome.status}`, asked);
  const { paymentUrl: _, ...found } = pushIn(outcome.body);
  // The answer to another question, or one that names nothing, says nothing of this push.
  return found.providerPaymentId === asked ? found : unknownPush('other_reference', asked);
}
