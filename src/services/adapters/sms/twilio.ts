/**
 * Text messages through Twilio's Messages resource (API 2010-04-01): one form, one response. Written by hand: its
 * package is larger than all our other dependencies together, for these calls. Twilio has no idempotency key;
 * retrying is the queue's task.
 */
import { requirePhoneNumber, SmsFailure, type OutgoingSms, type SmsPort, type SmsPrice } from './port.ts';
import { twilioCallbacks } from './twilio-callbacks.ts';

export interface TwilioSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** The number that sends, E.164. */
  readonly from?: string | undefined;
  /** The messaging service that chooses the number, instead of one. */
  readonly messagingServiceSid?: string | undefined;
  /** Where the API is, when it is not Twilio's own host (a test server). */
  readonly baseUrl?: string | undefined;
  /** Milliseconds without a response before the attempt is abandoned as ambiguous. */
  readonly timeoutMs?: number | undefined;
}

export function twilioSms(settings: TwilioSettings): SmsPort {
  const { accountSid, authToken, baseUrl = 'https://api.twilio.com', timeoutMs = 10_000 } = settings;
  const messages = `${baseUrl}/2010-04-01/Accounts/${accountSid}/Messages`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const ask = async (url: string, form?: URLSearchParams): Promise<Answer> => {
    const response = await fetch(url, {
      ...(form === undefined ? {} : { method: 'POST', body: form }),
      headers: { authorization },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw unanswered(error);
    });
    const answer = (await response.json().catch(() => ({}))) as Answer;
    if (response.status !== (form === undefined ? 200 : 201)) throw refused(response.status, answer.code);
    return answer;
  };
  return {
    callbacks: twilioCallbacks(authToken),
    async send(sms) {
      requirePhoneNumber(sms.to);
      const { sid } = await ask(`${messages}.json`, formOf(sms, settings));
      return { providerId: typeof sid === 'string' ? sid : sms.id };
    },
    priceOf: async (sid) => priceFrom(await ask(`${messages}/${sid}.json`)),
  };
}

interface Answer {
  readonly sid?: unknown;
  readonly code?: unknown;
  readonly price?: unknown;
  readonly price_unit?: unknown;
}

function formOf(sms: OutgoingSms, { from, messagingServiceSid }: TwilioSettings): URLSearchParams {
  const form = new URLSearchParams({ To: sms.to, Body: sms.text });
  if (messagingServiceSid === undefined) form.set('From', from ?? '');
  else form.set('MessagingServiceSid', messagingServiceSid);
  if (sms.validSeconds !== undefined) form.set('ValidityPeriod', String(sms.validSeconds));
  if (sms.statusUrl !== undefined) form.set('StatusCallback', sms.statusUrl);
  return form;
}

/** `-0.07600`, `USD`: what a message costs is a negative amount. */
function priceFrom({ price, price_unit: currency }: Answer): SmsPrice | null {
  const amount = typeof price === 'string' ? Number(price) : Number.NaN;
  if (!Number.isFinite(amount) || typeof currency !== 'string' || !/^[A-Za-z]{3}$/.test(currency)) return null;
  return { tenThousandths: Math.round(Math.abs(amount) * 10_000), currency: currency.toUpperCase() };
}

/** Twilio's codes name the error (21211: not a number); its message may repeat the number, so it is not kept. */
function refused(status: number, code: unknown): SmsFailure {
  const known = typeof code === 'number' ? code : undefined;
  return new SmsFailure(
    status === 429 || status >= 500 ? 'retryable' : 'permanent',
    `Twilio answered ${status}${known === undefined ? '' : ` (${known})`}`,
    { status, code: known },
  );
}

const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

function unanswered(error: unknown): SmsFailure {
  const code = String(Reflect.get(Object((error as { cause?: unknown }).cause), 'code') ?? (error as Error).name);
  return new SmsFailure(neverLeft.has(code) ? 'retryable' : 'ambiguous', `Twilio did not answer (${code})`, {
    cause: error,
  });
}
