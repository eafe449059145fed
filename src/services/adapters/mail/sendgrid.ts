/**
 * Mail through SendGrid's v3 API. It answers 202 with `X-Message-Id` and has no idempotency key. The client never
 * retries by itself: the queue does, by the kind of `MailFailure`.
 */
import { Client } from '@sendgrid/client';
import { MailService, type MailDataRequired } from '@sendgrid/mail';
import type { Clock } from '../../kernel/clock.ts';
import { messageIdOf, wellFormed, type MailPort, type OutgoingMail } from './port.ts';
import { failureOf } from './sendgrid-failures.ts';

export interface SendgridSettings {
  readonly apiKey: string;
  readonly clock: Clock;
  /** Where the API is, when it is not SendGrid's global host (`https://api.eu.sendgrid.com/`, a test server). */
  readonly baseUrl?: string | undefined;
  /** Milliseconds without a response before the attempt is abandoned as ambiguous. */
  readonly timeoutMs?: number | undefined;
}

export function sendgridMail({ apiKey, clock, baseUrl, timeoutMs = 10_000 }: SendgridSettings): MailPort {
  const client = new Client();
  client.setApiKey(apiKey);
  if (baseUrl !== undefined) client.setDefaultRequest('baseUrl', baseUrl);
  // Not in the client's types, but passed on to axios: a redirected POST would leak the key, and so would a proxy.
  Object.assign(Reflect.get(client, 'defaultRequest'), { maxRedirects: 0, proxy: false });
  const service = new MailService();
  service.setClient(client);
  service.setTimeout(timeoutMs);

  return {
    async send(mail) {
      const request = requestOf(wellFormed(mail));
      try {
        const [response] = await service.send(request);
        const providerId: unknown = Reflect.get(response.headers, 'x-message-id');
        return { providerId: typeof providerId === 'string' ? providerId : mail.deliveryId };
      } catch (error) {
        throw failureOf(error, clock.now());
      }
    },
  };
}

/** `custom_args` sit on the personalization: SendGrid's description types the top-level ones as a string. */
function requestOf(mail: OutgoingMail): MailDataRequired {
  return {
    from: addressOf(mail.from),
    ...(mail.replyTo && { replyTo: addressOf(mail.replyTo) }),
    personalizations: [{ to: [addressOf(mail.to)], customArgs: { delivery_id: mail.deliveryId } }],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { ...mail.headers, 'Message-ID': messageIdOf(mail) },
    categories: [mail.category],
    ...(mail.attachments?.length && {
      attachments: mail.attachments.map(({ filename, contentType, content }) => ({
        filename,
        type: contentType,
        content: Buffer.from(content).toString('base64'),
        disposition: 'attachment',
      })),
    }),
    trackingSettings: {
      clickTracking: { enable: false, enableText: false },
      openTracking: { enable: false },
      subscriptionTracking: { enable: false },
      ganalytics: { enable: false },
    },
  };
}

const addressOf = ({ email, name }: OutgoingMail['to']): { email: string; name?: string } =>
  name === undefined ? { email } : { email, name };
