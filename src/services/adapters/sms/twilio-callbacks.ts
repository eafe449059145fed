import { createHmac } from 'node:crypto';
import { safeEqual } from '../../kernel/safe-equal.ts';
import type { SmsCallback, SmsCallbacks, SmsProgress } from './port.ts';

/** Message statuses of the API: those on the way to Twilio's network count as accepted. */
const progresses: Readonly<Record<string, SmsProgress>> = {
  accepted: 'ACCEPTED',
  scheduled: 'ACCEPTED',
  queued: 'ACCEPTED',
  sending: 'ACCEPTED',
  sent: 'SENT',
  delivered: 'DELIVERED',
  read: 'DELIVERED',
  undelivered: 'UNDELIVERED',
  failed: 'FAILED',
  canceled: 'FAILED',
};

/**
 * What Twilio posts. `X-Twilio-Signature` is the base64 HMAC-SHA-1, under the account's token, of the whole address followed by each
 * field of the form with its value, in the order of their names.
 */
export const twilioCallbacks = (authToken: string): SmsCallbacks => ({
  readReport(callback) {
    const form = verified(authToken, callback);
    const providerId = form?.get('MessageSid');
    if (!providerId) return null;
    const code = Number(form?.get('ErrorCode'));
    return {
      providerId,
      progress: progressOf(form?.get('MessageStatus') ?? ''),
      errorCode: Number.isSafeInteger(code) && code > 0 ? code : null,
    };
  },
  readReply(callback) {
    const form = verified(authToken, callback);
    const [providerId, from] = [form?.get('MessageSid'), form?.get('From')];
    return providerId && from ? { providerId, from, text: form?.get('Body') ?? '' } : null;
  },
});

const progressOf = (status: string): SmsProgress | null =>
  Object.hasOwn(progresses, status) ? (progresses[status] ?? null) : null;

function verified(authToken: string, { url, body, signature }: SmsCallback): URLSearchParams | null {
  const form = new URLSearchParams(body);
  return signature !== undefined && safeEqual(signatureOf(authToken, url, form), signature) ? form : null;
}

export function signatureOf(authToken: string, url: string, form: URLSearchParams): string {
  const fields = [...form].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const signed = url + fields.map(([name, value]) => name + value).join('');
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}
