/** Which of the three failures an error of a conversation with a mail server is. */
import { MailFailure } from './port.ts';

export interface SmtpProgress {
  /** Every byte of the mail was sent: only the server's response says what it did with it. */
  isContentSent: boolean;
}

interface SmtpError {
  readonly code?: unknown;
  readonly name?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly command?: unknown;
}

/** Replies about us and not about the mail (RFC 4954 section 6): once the settings are put right, the mail leaves. */
const aboutUs: ReadonlySet<number> = new Set([530, 534, 535, 538]);
/** Steps in which a refusal is meant for this mail: its sender, its recipient, its content. */
const aboutTheMail: ReadonlySet<unknown> = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

export function smtpFailureOf(error: unknown, { isContentSent }: SmtpProgress): MailFailure {
  if (error instanceof MailFailure) return error;
  const trouble: SmtpError = typeof error === 'object' && error !== null ? error : {};
  if (typeof trouble.responseCode === 'number' && trouble.responseCode >= 400)
    return refusal(trouble.responseCode, trouble);
  const why = reasonOf(trouble);
  return isContentSent
    ? new MailFailure('ambiguous', `The mail server did not say whether it took the mail (${why})`, { cause: error })
    : new MailFailure('retryable', `The mail server could not be used (${why})`, { cause: error });
}

const reasonOf = ({ code, name }: SmtpError): string => String(code ?? name ?? 'unknown');

/** A response of the server is certain, whatever was sent before. */
function refusal(status: number, { command, response = status }: SmtpError): MailFailure {
  const isPermanent = status >= 500 && !aboutUs.has(status) && aboutTheMail.has(command);
  return new MailFailure(
    isPermanent ? 'permanent' : 'retryable',
    `The mail server answered ${withoutAddresses(response)}`,
    { status },
  );
}

/** A server repeats whom it refuses: that is for the delivery row, not for the log. */
const withoutAddresses = (response: unknown): string =>
  String(response)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<?[^\s<>]+@[^\s<>]+>?/g, '…')
    .slice(0, 200);
