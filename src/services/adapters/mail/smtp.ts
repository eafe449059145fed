/**
 * Mail through an SMTP server (RFC 5321). One connection per mail, so that a server that closes the connection between
 * two mails is never mistaken for one that lost a mail. Retrying is the queue's task, by the kind of `MailFailure`.
 */
import { once } from 'node:events';
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Clock } from '../../kernel/clock.ts';
import { compose } from './compose.ts';
import { wellFormed, type MailPort } from './port.ts';
import { smtpFailureOf, type SmtpProgress } from './smtp-failures.ts';

export interface SmtpSettings {
  /** `smtp://user:password@host:587` (STARTTLS where the server offers it) or `smtps://user:password@host:465`. */
  readonly url: string;
  readonly clock: Clock;
  /** No mail and no password without TLS and a certificate that is good: in production, unless the server is this machine. */
  readonly requireTls: boolean;
  /** Milliseconds for one mail, from the connection to the server's last response. */
  readonly timeoutMs?: number | undefined;
}

const pieceBytes = 16_384;

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
export const isThisMachine = (url: string): boolean => loopback.has(new URL(url).hostname);

interface Server {
  readonly host: string;
  readonly credentials: { readonly user: string; readonly pass: string } | undefined;
  connect(): SMTPConnection;
}

export function smtpMail(settings: SmtpSettings): MailPort {
  const server = serverOf(settings);
  return {
    async send(mail) {
      const safe = wellFormed(mail);
      const bytes = await compose(safe, settings.clock.now());
      await conversation(server, settings, async (connection, progress) => {
        const content = Readable.from(piecesOf(bytes));
        // Until the last byte was accepted, the server has nothing that it could deliver.
        content.once('end', () => void (progress.isContentSent = true));
        await asked<unknown>((done) =>
          connection.send({ from: safe.from.email, to: [safe.to.email], size: bytes.length }, content, done),
        );
      });
      return { providerId: safe.deliveryId };
    },
    verify: () => conversation(server, settings, async () => undefined),
  };
}

function serverOf({ url, requireTls, timeoutMs = 30_000 }: SmtpSettings): Server {
  const { hostname, port, protocol, username, password } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    host,
    credentials:
      username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    connect: () =>
      new SMTPConnection({
        host,
        port: Number(port || (isSecure ? 465 : 587)),
        secure: isSecure,
        requireTLS: requireTls && !isSecure,
        connectionTimeout: timeoutMs,
        greetingTimeout: timeoutMs,
        socketTimeout: timeoutMs,
        dnsTimeout: timeoutMs,
        // The certificate of a server on this machine is not signed by an authority, and no network lies in between.
        tls: { rejectUnauthorized: requireTls || !isThisMachine(url) },
        logger: false,
      }),
  };
}

/** Connects, authenticates, performs one action, and disconnects. Throws `MailFailure` and nothing else. */
async function conversation(
  server: Server,
  { timeoutMs = 30_000 }: SmtpSettings,
  act: (connection: SMTPConnection, progress: SmtpProgress) => Promise<void>,
): Promise<void> {
  const connection = server.connect();
  const progress: SmtpProgress = { isContentSent: false };
  const patience = AbortSignal.timeout(timeoutMs);
  // Errors arrive as events when no command is pending: the first of either ends the connection.
  const trouble = once(connection, 'error', { signal: patience }).then(([error]) => Promise.reject(error as Error));
  const talk = async (): Promise<void> => {
    await asked((done) => connection.connect((error) => done(error ?? null)));
    if (server.credentials !== undefined)
      await asked((done) => connection.login({ credentials: server.credentials }, done));
    await act(connection, progress);
  };
  try {
    await Promise.race([talk(), trouble]);
    connection.quit();
  } catch (error) {
    connection.close();
    throw smtpFailureOf(error, progress);
  } finally {
    // It may still report that the socket was closed: nothing waits for that any more.
    connection.on('error', () => undefined);
    trouble.catch(() => undefined);
  }
}

/** In chunks, as fast as the connection sends them: the end is reached when little is left to send, not before. */
function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

/** Turns a callback into a promise. */
const asked = <T>(call: (done: (error?: Error | null, answer?: T) => void) => void): Promise<T | undefined> =>
  new Promise((resolve, reject) => call((error, answer) => (error ? reject(error) : resolve(answer))));
