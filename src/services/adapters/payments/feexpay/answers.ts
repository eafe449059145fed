/** FeexPay's answers (V2), checked: what does not have this shape counts as unknown, never as a failure. */
import { z } from 'zod';
import type { ProviderAmount, PushHint, PushState, PushStatus, RequestedPush } from '../port.ts';
import type { CallOutcome } from '../../http/bounded-call.ts';

const reference = z.string().regex(/^[A-Za-z0-9_.:-]{6,120}$/);
/** A code such as LOW_BALANCE; anything else may hold a name or a number, and is not kept. */
const code = /^[A-Z][A-Z0-9_]{2,119}$/;

const states = new Map<string, PushStatus>([
  ['PENDING', 'PROCESSING'],
  ['IN PENDING STATE', 'PROCESSING'],
  ['SUCCESSFUL', 'PAID'],
  ['FAILED', 'FAILED'],
]);

const state = z.looseObject({
  reference: reference.nullish(),
  status: z.string(),
  amount: z.number().nullish(),
  callback_info: z.string().max(255).nullish(),
  reason: z.string().nullish(),
  payment_url: z.string().max(2_000).nullish(),
});
const named = z.looseObject({ reference });

/** FeexPay counts in francs CFA and writes no currency. */
const inFrancs = (amount: number | null | undefined): ProviderAmount | null =>
  amount === null || amount === undefined ? null : { amount, currency: 'XOF' };

export const unknownPush = (reason: string, providerPaymentId: string | null = null): PushState => ({
  status: 'UNKNOWN',
  providerPaymentId,
  reference: null,
  amount: null,
  failureReason: reason,
});

/** What an answer of status 200 says of a push. */
export function pushIn(body: unknown): RequestedPush {
  const providerPaymentId = named.safeParse(body).data?.reference ?? null;
  const found = state.safeParse(body).data;
  if (found === undefined) return { ...unknownPush('shape', providerPaymentId), paymentUrl: null };
  const status = states.get(found.status);
  if (status === undefined) return { ...unknownPush('unknown_status', providerPaymentId), paymentUrl: null };
  return {
    status,
    providerPaymentId,
    reference: found.callback_info ?? null,
    amount: inFrancs(found.amount),
    failureReason: status === 'FAILED' ? codeOf(found.reason) : null,
    paymentUrl: secureAddress(found.payment_url),
  };
}

const codeOf = (reason: unknown): string =>
  typeof reason === 'string' && code.test(reason) ? reason : 'refused_by_network';

function secureAddress(text: string | null | undefined): string | null {
  const address = URL.parse(text ?? '');
  return address?.protocol === 'https:' ? address.href : null;
}

/** Why a request was refused: the code in the body, else the number of the answer. */
export function refusalIn({ status, body }: Extract<CallOutcome, { kind: 'answer' }>): string {
  const reason = z.looseObject({ reason: z.string().regex(code) }).safeParse(body).data?.reason;
  return reason ?? `http_${status}`;
}

const hint = z.looseObject({ reference, callback_info: z.string().max(255).nullish() });

/** Which push a notification is about; the rest of it is not read. */
export function hintIn(body: unknown): PushHint | undefined {
  const found = hint.safeParse(body).data;
  return found && { providerPaymentId: found.reference, reference: found.callback_info ?? null };
}
