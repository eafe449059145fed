/**
 * Mail through SendGrid's v3 API. It answers 202 with `X-Message-Id` and has no idempotency key. The client never
 * retries by itself: the queue does, by the kind of `MailFailure`.
 */
import sendgridClient from '@sendgrid/client';
import sendgrid from '@sendgrid/mail';
import type { Clock } from '../../kernel/clock.ts';
import { invitationFile, messageIdOf, wellFormed, type MailPort, type OutgoingMail } from './port.ts';
import { sendgridBlocklist } from './sendgrid-blocklist.ts';
import { sendgridEvents } from './sendgrid-events.ts';
import { failureOf } from './sendgrid-failures.ts';

// The packages' declarations hide their classes behind the one object of each that they export for everybody.
const Client = sendgridClient.constructor as new () => typeof sendgridClient;
const MailService = sendgrid.constructor as new () => typeof sendgrid;
type MailData = Exclude<Parameters<typeof sendgrid.send>[0], readonly unknown[]>;

export interface SendgridSettings {
  readonly apiKey: string;
  readonly clock: Clock;
  /** Where the API is, when it is not SendGrid's global host (`https://api.eu.sendgrid.com/`, a test server). */
  readonly baseUrl?: string | undefined;
  /** Milliseconds without a response before the attempt is abandoned as ambiguous. */
  readonly timeoutMs?: number | undefined;
  /** Base64 SubjectPublicKeyInfo, of the signed event webhook; without it there are no events. */
  readonly eventsKey?: string | undefined;
}

export function sendgridMail({ apiKey, clock, baseUrl, timeoutMs = 10_000, eventsKey }: SendgridSettings): MailPort {
  const client = new Client();
  client.setApiKey(apiKey);
  if (baseUrl !== undefined) client.setDefaultRequest('baseUrl', baseUrl);
  // Not in the client's types, but passed on to axios: a redirected POST would leak the key, and so would a proxy.
  Object.assign(Reflect.get(client, 'defaultRequest'), { maxRedirects: 0, proxy: false });
  const service = new MailService();
  service.setClient(client);
  service.setTimeout(timeoutMs);

  return {
    events: eventsKey === undefined ? undefined : sendgridEvents(eventsKey),
    blocklist: sendgridBlocklist(client),
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
function requestOf(mail: OutgoingMail): MailData {
  return {
    from: addressOf(mail.from),
    ...(mail.replyTo && { replyTo: addressOf(mail.replyTo) }),
    personalizations: [{ to: [addressOf(mail.to)], customArgs: { delivery_id: mail.deliveryId } }],
    subject: mail.subject,
    content: contentOf(mail),
    headers: { ...mail.headers, 'Message-ID': messageIdOf(mail) },
    categories: [mail.category],
    ...attachmentsOf(mail),
    trackingSettings: {
      clickTracking: { enable: false, enableText: false },
      openTracking: { enable: false },
      subscriptionTracking: { enable: false },
      ganalytics: { enable: false },
    },
  };
}

interface Part {
  readonly type: string;
  readonly value: string;
}

/** The last alternative is the one that mail programs prefer, so the invitation comes after the text that people read. */
const contentOf = ({ text, html, invitation }: OutgoingMail): [Part, ...Part[]] => [
  { type: 'text/plain', value: text },
  { type: 'text/html', value: html },
  ...(invitation ? [{ type: `text/calendar; method=${invitation.method}`, value: invitation.content }] : []),
];

function attachmentsOf({ attachments = [], invitation }: OutgoingMail): Pick<MailData, 'attachments'> {
  const files = [
    ...attachments,
    ...(invitation
      ? [{ filename: invitationFile, contentType: 'application/ics', content: Buffer.from(invitation.content) }]
      : []),
  ];
  if (files.length === 0) return {};
  return {
    attachments: files.map(({ filename, contentType, content }) => ({
      filename,
      type: contentType,
      content: Buffer.from(content).toString('base64'),
      disposition: 'attachment',
    })),
  };
}

const addressOf = ({ email, name }: OutgoingMail['to']): { email: string; name?: string } =>
  name === undefined ? { email } : { email, name };
