import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MailFailure } from '../../../../src/services/adapters/mail/port.ts';
import { sendgridMail } from '../../../../src/services/adapters/mail/sendgrid.ts';
import { sampleMail } from './sample-mail.ts';
import { contractCheck, sendgridServer, type Answer } from './sendgrid-server.ts';

const contract = contractCheck();
if (contract === undefined)
  process.stdout.write('SendGrid: its API description is not here; requests are not checked against it.\n');

const now = new Date('2026-11-20T10:00:00.000Z');
let server: Awaited<ReturnType<typeof sendgridServer>>;
const port = (timeoutMs = 2_000, baseUrl = server.url) =>
  sendgridMail({ apiKey: 'SG.test', clock: { now: () => now }, baseUrl, timeoutMs });

beforeAll(async () => {
  server = await sendgridServer(contract ?? (() => []));
});
afterAll(() => server.close());

/** What a sending ends as, when the server answers `answer`. */
async function failureAfter(answer: Answer, timeoutMs?: number): Promise<MailFailure> {
  server.next(answer);
  const failure: unknown = await port(timeoutMs)
    .send(sampleMail())
    .catch((error: unknown) => error);
  if (!(failure instanceof MailFailure)) throw new Error('The mail was sent');
  return failure;
}

if (contract !== undefined) {
  test('SendGrid’s description refuses what is not a mail', () => {
    expect(contract({ subject: '' })).toEqual(
      expect.arrayContaining([expect.stringContaining('personalizations'), expect.stringContaining('from')]),
    );
  });
}

describe('a mail that SendGrid accepts', () => {
  test('carries its invitation as the last alternative, and as a file', async () => {
    await port().send(sampleMail({ invitation: { method: 'REQUEST', content: 'BEGIN:VCALENDAR' } }));
    const sent = server.received.at(-1);
    expect(sent?.body.content.at(-1)).toEqual({ type: 'text/calendar; method=REQUEST', value: 'BEGIN:VCALENDAR' });
    expect(sent?.body.attachments).toMatchObject([{ filename: 'invitation.ics', type: 'application/ics' }]);
  });

  test('carries both parts, our delivery id and no tracking', async () => {
    const { providerId } = await port().send(
      sampleMail({
        replyTo: { email: 'aide@example.org' },
        attachments: [{ filename: 'facture.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF') }],
      }),
    );
    const sent = server.received.at(-1);
    expect(providerId).toBe(`sg-${server.received.length}`);
    expect(sent?.authorization).toBe('Bearer SG.test');
    expect(sent?.body.personalizations).toEqual([
      {
        to: [{ email: 'camille@example.com', name: 'Camille Lefèvre' }],
        custom_args: { delivery_id: '0199c0de-0000-7000-8000-000000000001' },
      },
    ]);
    expect(sent?.body.content.map(({ type }) => type)).toEqual(['text/plain', 'text/html']);
    expect(sent?.body.headers['Message-ID']).toBe('<0199c0de-0000-7000-8000-000000000001@example.org>');
    expect(sent?.body.reply_to).toMatchObject({ email: 'aide@example.org' });
    expect(sent?.body.attachments).toMatchObject([{ filename: 'facture.pdf', content: 'JVBERg==' }]);
    expect(sent?.body.tracking_settings).toMatchObject({
      click_tracking: { enable: false, enable_text: false },
      open_tracking: { enable: false },
      subscription_tracking: { enable: false },
      ganalytics: { enable: false },
    });
  });

  test('has no line break in any header, whatever a name contains', async () => {
    await port().send(
      sampleMail({
        to: { email: 'camille@example.com', name: 'Camille\r\nBcc: everyone@example.com' },
        subject: 'Bonjour\nX-Evil: 1',
        headers: { 'X-Note': 'a\r\nb' },
      }),
    );
    const body = server.received.at(-1)?.body;
    expect(body?.personalizations[0]?.to[0]?.name).toBe('Camille Bcc: everyone@example.com');
    expect(body?.subject).toBe('Bonjour X-Evil: 1');
    expect(body?.headers['X-Note']).toBe('a b');
  });

  test('is refused before any request when the address holds a line break', async () => {
    const before = server.received.length;
    const sending = port().send(sampleMail({ to: { email: 'a@example.com\r\nBcc: b@example.com' } }));
    await expect(sending).rejects.toMatchObject({ name: 'MailFailure', kind: 'permanent' });
    expect(server.received).toHaveLength(before);
  });
});

describe('a mail that SendGrid does not accept', () => {
  test.each([400, 401, 403, 413])('is a permanent failure on %i, with the reason', async (status) => {
    const failure = await failureAfter({ status, body: { errors: [{ message: 'Bad thing', field: 'from' }] } });
    expect(failure).toMatchObject({ kind: 'permanent', status, message: `SendGrid answered ${status}: Bad thing` });
  });

  test.each([500, 502, 503])('may be tried again on %i', async (status) => {
    expect(await failureAfter({ status })).toMatchObject({ kind: 'retryable', status });
  });

  test('may be tried again after the wait that a 429 asks for', async () => {
    const reset = String(now.getTime() / 1000 + 42);
    expect(await failureAfter({ status: 429, headers: { 'retry-after': '7' } })).toMatchObject({
      kind: 'retryable',
      retryAfterMs: 7_000,
    });
    expect(await failureAfter({ status: 429, headers: { 'x-ratelimit-reset': reset } })).toMatchObject({
      retryAfterMs: 42_000,
    });
    expect(
      await failureAfter({ status: 429, headers: { 'retry-after': 'Fri, 20 Nov 2026 10:00:30 GMT' } }),
    ).toMatchObject({ retryAfterMs: 30_000 });
    expect((await failureAfter({ status: 429 })).retryAfterMs).toBeUndefined();
  });

  test('is ambiguous when the answer never comes or the connection breaks after the request', async () => {
    expect(await failureAfter('hang', 100)).toMatchObject({ kind: 'ambiguous' });
    expect(await failureAfter('reset')).toMatchObject({ kind: 'ambiguous' });
  });

  test('may be tried again when nothing listens', async () => {
    const sending = port(500, 'http://127.0.0.1:1/').send(sampleMail());
    await expect(sending).rejects.toMatchObject({ name: 'MailFailure', kind: 'retryable' });
  });

  test('does not follow a redirection with its key', async () => {
    const failure = await failureAfter({ status: 307, headers: { location: server.url } });
    expect(failure).toMatchObject({ kind: 'permanent', status: 307 });
  });
});
