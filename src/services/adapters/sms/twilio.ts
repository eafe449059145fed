/**
 * Text messages through Twilio's Messages resource (API 2010-04-01): one form, one response. Written by hand: its
 * package is larger than all our other dependencies together, for this one call. Twilio has no idempotency key;
 * retrying is the queue's task.
 */
import { requirePhoneNumber, SmsFailure, type OutgoingSms, type SmsPort } from './port.ts';

export interface TwilioSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** The number that sends, E.164. */
  readonly from: string;
  /** Where the API is, when it is not Twilio's own host (a test server). */
  readonly baseUrl?: string | undefined;
  /** Milliseconds without a response before the attempt is abandoned as ambiguous. */
  readonly timeoutMs?: number | undefined;
}

export function twilioSms({
  accountSid,
  authToken,
  from,
  baseUrl = 'https://api.twilio.com',
  timeoutMs = 10_000,
}: TwilioSettings): SmsPort {
  const url = `${baseUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return {
    async send(sms) {
      requirePhoneNumber(sms.to);
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization },
        body: formOf(sms, from),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      }).catch((error: unknown) => {
        throw unanswered(error);
      });
      const answer = (await response.json().catch(() => ({}))) as { sid?: unknown; code?: unknown };
      if (response.status !== 201) throw refused(response.status, answer.code);
      return { providerId: typeof answer.sid === 'string' ? answer.sid : sms.id };
    },
  };
}

function formOf({ to, text, validSeconds }: OutgoingSms, from: string): URLSearchParams {
  const form = new URLSearchParams({ To: to, From: from, Body: text });
  if (validSeconds !== undefined) form.set('ValidityPeriod', String(validSeconds));
  return form;
}

/** Twilio's codes name the error (21211: not a number); its message may repeat the number, so it is not kept. */
const refused = (status: number, code: unknown): SmsFailure =>
  new SmsFailure(
    status === 429 || status >= 500 ? 'retryable' : 'permanent',
    `Twilio answered ${status}${typeof code === 'number' ? ` (${code})` : ''}`,
    { status },
  );

const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

function unanswered(error: unknown): SmsFailure {
  const code = String(Reflect.get(Object((error as { cause?: unknown }).cause), 'code') ?? (error as Error).name);
  return new SmsFailure(neverLeft.has(code) ? 'retryable' : 'ambiguous', `Twilio did not answer (${code})`, {
    cause: error,
  });
}
