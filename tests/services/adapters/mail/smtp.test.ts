import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { MailFailure, type MailPort } from '../../../../src/services/adapters/mail/port.ts';
import { smtpMail, type SmtpSettings } from '../../../../src/services/adapters/mail/smtp.ts';
import { describeError } from '../../../../src/services/platform/logger.ts';
import { testClock } from '../../../support/clock.ts';
import { sampleMail } from './sample-mail.ts';

/** A real mail server, and what it took. */
interface TestServer {
  readonly port: number;
  readonly mails: {
    readonly bytes: Buffer;
    readonly to: readonly string[];
    readonly isSecure: boolean;
    readonly user: unknown;
  }[];
}

const closing: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });

async function startServer(options: SMTPServerOptions = {}): Promise<TestServer> {
  const mails: TestServer['mails'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'atelier' && password === 'canary-secret'
        ? done(null, { user: username })
        : done(refusal(535, 'Authentication failed for canary-secret@example.org')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({
          bytes: Buffer.concat(chunks),
          to: session.envelope.rcptTo.map(({ address }) => address),
          isSecure: session.secure,
          user: session.user,
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listener.once('listening', resolve));
  closing.push(() => new Promise((resolve) => server.close(() => resolve(undefined))));
  return { port: (listener.address() as AddressInfo).port, mails };
}

const mailerAt = (port: number, settings: Partial<SmtpSettings> & { user?: string } = {}): MailPort =>
  smtpMail({
    url: `smtp://${settings.user ?? ''}127.0.0.1:${port}`,
    clock: testClock(),
    requireTls: false,
    timeoutMs: 20_000,
    ...settings,
  });

async function failureOf(work: Promise<unknown>): Promise<MailFailure> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(MailFailure);
  return error as MailFailure;
}

test('a mail arrives whole, over TLS where it is offered, under the Message-ID of its delivery', async () => {
  const { port, mails } = await startServer();
  const mail = sampleMail({
    attachments: [{ filename: 'facture.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7 …') }],
  });
  expect(await mailerAt(port, { user: 'atelier:canary-secret@' }).send(mail)).toEqual({ providerId: mail.deliveryId });
  expect(mails).toMatchObject([{ to: [mail.to.email], isSecure: true, user: 'atelier' }]);
  const read = await PostalMime.parse(mails[0]?.bytes as Buffer);
  expect(read).toMatchObject({
    subject: mail.subject,
    messageId: `<${mail.deliveryId}@example.org>`,
    from: { address: mail.from.email, name: mail.from.name },
  });
  expect(read.html?.trim()).toBe(mail.html);
  expect(read.text?.trim()).toBe(mail.text);
  expect(read.attachments.map(({ filename }) => filename)).toEqual(['facture.pdf']);
});

describe('what a mail server can answer', () => {
  test.each<[string, number, MailFailure['kind'], SMTPServerOptions]>([
    [
      'nobody of that name',
      550,
      'permanent',
      { onRcptTo: ({ address }, _s, done) => done(refusal(550, `No such user <${address}>`)) },
    ],
    [
      'come back later (greylisting)',
      451,
      'retryable',
      { onRcptTo: (_a, _s, done) => done(refusal(451, 'Greylisted, try again')) },
    ],
    [
      'a sender it does not like',
      553,
      'permanent',
      { onMailFrom: (_a, _s, done) => done(refusal(553, 'Sender refused')) },
    ],
    [
      'first say who you are',
      530,
      'retryable',
      { onMailFrom: (_a, _s, done) => done(refusal(530, 'Authentication required')) },
    ],
    [
      'content it does not like',
      554,
      'permanent',
      { onData: (stream, _s, done) => void stream.resume().on('end', () => done(refusal(554, 'Spam'))) },
    ],
    [
      'its disk is full',
      452,
      'retryable',
      {
        onData: (stream, _s, done) => void stream.resume().on('end', () => done(refusal(452, 'Insufficient storage'))),
      },
    ],
    ['it takes no connection now', 421, 'retryable', { onConnect: (_s, done) => done(refusal(421, 'Too busy')) }],
    ['it takes nothing from us, ever', 554, 'retryable', { onConnect: (_s, done) => done(refusal(554, 'Blocked')) }],
  ])('%s', async (_what, status, kind, options) => {
    const { port, mails } = await startServer(options);
    const failure = await failureOf(mailerAt(port).send(sampleMail()));
    expect(failure).toMatchObject({ kind, status });
    expect(failure.message).not.toContain('@');
    expect(mails).toEqual([]);
  });

  test('a wrong password: the mail waits until it is right, and the password appears nowhere', async () => {
    const { port } = await startServer();
    const failure = await failureOf(mailerAt(port, { user: 'atelier:canary-wrong@' }).send(sampleMail()));
    expect(failure).toMatchObject({ kind: 'retryable', status: 535 });
    expect(JSON.stringify(describeError(failure))).not.toMatch(/canary/);
  });
});

describe('a connection that is lost', () => {
  /** Speaks just enough, then does something else at the given point. */
  async function rude(at: 'greeting' | 'content' | 'end', act: (socket: Socket) => void): Promise<number> {
    const server = createServer((socket) => {
      if (at === 'greeting') return act(socket);
      let isContent = false;
      socket.on('error', () => undefined);
      socket.write('220 rude\r\n');
      socket.on('data', (bytes) => {
        const text = bytes.toString();
        if (isContent) return at === 'content' || text.endsWith('\r\n.\r\n') ? act(socket) : undefined;
        for (const line of text.split('\r\n').filter(Boolean)) {
          isContent = line === 'DATA';
          socket.write(isContent ? '354 go on\r\n' : '250 rude\r\n');
        }
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    closing.push(() => void server.close());
    return (server.address() as AddressInfo).port;
  }

  test('after the whole mail was sent: nobody knows', async () => {
    expect(await failureOf(mailerAt(await rude('end', (socket) => socket.destroy())).send(sampleMail()))).toMatchObject(
      { kind: 'ambiguous' },
    );
  });

  test('after the whole mail was sent, and nothing more is ever said: nobody knows', async () => {
    expect(
      await failureOf(mailerAt(await rude('end', () => undefined), { timeoutMs: 1_500 }).send(sampleMail())),
    ).toMatchObject({ kind: 'ambiguous' });
  });

  test('in the middle of a mail: it did not leave', async () => {
    const long = sampleMail({
      attachments: [
        { filename: 'long.bin', contentType: 'application/octet-stream', content: Buffer.alloc(30_000_000, 7) },
      ],
    });
    expect(await failureOf(mailerAt(await rude('content', (socket) => socket.destroy())).send(long))).toMatchObject({
      kind: 'retryable',
    });
  });

  test('before a word was said: it did not leave', async () => {
    expect(
      await failureOf(mailerAt(await rude('greeting', (socket) => socket.destroy())).send(sampleMail())),
    ).toMatchObject({ kind: 'retryable' });
    expect(
      await failureOf(mailerAt(await rude('greeting', () => undefined), { timeoutMs: 1_000 }).send(sampleMail())),
    ).toMatchObject({ kind: 'retryable' });
  });

  test('nobody there', async () => {
    expect(await failureOf(mailerAt(1).send(sampleMail()))).toMatchObject({ kind: 'retryable' });
    expect(
      await failureOf(
        smtpMail({ url: 'smtp://nowhere.invalid', clock: testClock(), requireTls: false }).send(sampleMail()),
      ),
    ).toMatchObject({ kind: 'retryable' });
  });
});

test('a server that takes its time is waited for', async () => {
  const { port, mails } = await startServer({ onRcptTo: (_a, _s, done) => void setTimeout(done, 700) });
  await mailerAt(port).send(sampleMail());
  expect(mails).toHaveLength(1);
});

describe('where TLS is required', () => {
  test('nothing is said to a server without it, not even the password', async () => {
    const heard: string[] = [];
    const { port, mails } = await startServer({
      hideSTARTTLS: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ password }, _s, done) => {
        heard.push(String(password));
        done(null, { user: 'x' });
      },
    });
    expect(
      await failureOf(mailerAt(port, { requireTls: true, user: 'atelier:canary-secret@' }).send(sampleMail())),
    ).toMatchObject({ kind: 'retryable' });
    expect([heard, mails]).toEqual([[], []]);
  });

  test('nor to one whose certificate nobody vouches for', async () => {
    const { port, mails } = await startServer();
    expect(await failureOf(mailerAt(port, { requireTls: true }).send(sampleMail()))).toMatchObject({
      kind: 'retryable',
    });
    expect(mails).toEqual([]);
  });
});

test('smtps speaks TLS from the first byte', async () => {
  const { port, mails } = await startServer({ secure: true });
  await smtpMail({ url: `smtps://127.0.0.1:${port}`, clock: testClock(), requireTls: false }).send(sampleMail());
  expect(mails).toMatchObject([{ isSecure: true }]);
});

test('a verification reaches the server and sends nothing', async () => {
  const { port, mails } = await startServer();
  await mailerAt(port, { user: 'atelier:canary-secret@' }).verify?.();
  await failureOf(mailerAt(port, { user: 'atelier:wrong@' }).verify?.() as Promise<unknown>);
  await failureOf(mailerAt(1).verify?.() as Promise<unknown>);
  expect(mails).toEqual([]);
});
