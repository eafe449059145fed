/** Outgoing mail: the interface of the vendors, and the three ways it can fail. */

export interface MailAddress {
  readonly email: string;
  readonly name?: string | undefined;
}

export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A calendar entry that mail programs offer to keep, move or remove (RFC 5546): one VEVENT. */
export interface MailInvitation {
  readonly method: 'REQUEST' | 'CANCEL';
  /** iCalendar (RFC 5545), whose METHOD is the same. */
  readonly content: string;
}

export interface OutgoingMail {
  /** Our delivery row's id: the vendor carries it (`delivery_id`), and the Message-ID is built from it. */
  readonly deliveryId: string;
  readonly to: MailAddress;
  readonly from: MailAddress;
  readonly replyTo?: MailAddress | undefined;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What kind of mail this is, for the vendor's statistics: the template's name. */
  readonly category: string;
  readonly attachments?: readonly MailAttachment[] | undefined;
  /** Sent as the last alternative of the message, and as a file for programs that only read those. */
  readonly invitation?: MailInvitation | undefined;
}

/** What the file of an invitation is called. */
export const invitationFile = 'invitation.ics';

/** What the vendor says became of a mail. BLOCKED: refused for the time being; BOUNCED: refused for good. */
export type MailEventKind =
  'DEFERRED' | 'DELIVERED' | 'DROPPED' | 'BLOCKED' | 'BOUNCED' | 'COMPLAINED' | 'UNSUBSCRIBED';

export interface MailEvent {
  /** The vendor's: the same event comes more than once. */
  readonly id: string;
  readonly kind: MailEventKind;
  /** As the vendor carried it; whatever it is. */
  readonly deliveryId: string;
  readonly at: Date;
  /** In the words of the receiving server. */
  readonly reason: string | null;
}

/** A request of the vendor's, as it came. */
export interface MailEventRequest {
  readonly body: Buffer;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly now: Date;
}

/** Reads what the vendor sends, and refuses what it did not sign, or signed too long ago: `null`. */
export interface MailEvents {
  read(request: MailEventRequest): { readonly known: readonly MailEvent[]; readonly unknown: number } | null;
}

/** Addresses that the vendor sends nothing more to, of its own accord. */
export interface MailBlocklist {
  /** Those added since an instant. */
  list(since: Date): Promise<readonly BlockedAddress[]>;
  /** Sends to an address again. */
  forget(address: string): Promise<void>;
}

export interface BlockedAddress {
  readonly address: string;
  readonly reason: 'BOUNCE' | 'COMPLAINT';
  readonly since: Date;
}

export interface MailPort {
  /** Absent where the vendor says nothing of a mail after it took it. */
  readonly events?: MailEvents | undefined;
  /** Absent where the vendor keeps no list. */
  readonly blocklist?: MailBlocklist | undefined;
  /** Resolves when the vendor accepted the mail. Throws `MailFailure` and nothing else. */
  send(mail: OutgoingMail): Promise<{ readonly providerId: string }>;
  /**
   * Throws when the vendor is unreachable or rejects our credentials, without sending anything; absent where only
   * sending can reveal it.
   */
  verify?(): Promise<unknown>;
  /**
   * Was a mail of this delivery sent? Absent where the vendor cannot be queried; receivers then recognise a duplicate
   * by `messageIdOf`.
   */
  holds?(deliveryId: string): Promise<boolean>;
  /** Does the local work of sending without sending anything; absent where sending costs next to nothing here. */
  discard?(mail: OutgoingMail): Promise<{ readonly providerId: string }>;
}

/** A mail as the mailbox page shows it. */
export interface MailboxMail {
  /** The delivery id it was sent under. */
  readonly id: string;
  readonly subject: string;
  readonly from: MailAddress;
  readonly to: MailAddress;
  readonly date: Date;
  readonly html: string;
  readonly text: string;
  /** The addresses written in the text part, in order, each once. */
  readonly links: readonly string[];
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: Uint8Array;
  }[];
}

/** Mails that stayed here, to be read again. */
export interface Mailbox {
  /** The newest mails first; at most `limit` (100 by default). */
  list(limit?: number): Promise<MailboxMail[]>;
  /** One mail by its delivery id; `undefined` when there is none. */
  read(id: string): Promise<MailboxMail | undefined>;
  /** Removes files left half written by crashes before this instant; returns how many. */
  sweep(before: Date): Promise<number>;
}

/**
 * `permanent`: the same mail will never be accepted. `retryable`: it was certainly not sent, try again. `ambiguous`: it
 * may have been sent; a new attempt may send it twice.
 */
export type MailFailureKind = 'permanent' | 'retryable' | 'ambiguous';

export interface MailFailureFacts {
  /** HTTP status of the vendor's response, if there was one. */
  readonly status?: number | undefined;
  /** How long the vendor requests us to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

export class MailFailure extends Error {
  readonly kind: MailFailureKind;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(kind: MailFailureKind, message: string, facts: MailFailureFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'MailFailure';
    this.kind = kind;
    this.status = facts.status;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/** Control characters and line separators: what could start a new header (RFC 5322 section 2.2). */
const breaks = /[\p{Cc}\u2028\u2029]+/gu;

/** One line, whatever a person typed into their name. */
export const singleLine = (value: string): string => value.replace(breaks, ' ').replace(/ {2,}/g, ' ').trim();

const addressShape = /^[^\s<>,;:"()[\]\\@\p{Cc}]+@[^\s<>,;:"()[\]\\@\p{Cc}]+$/u;
const headerNameShape = /^[A-Za-z][A-Za-z0-9-]*$/;
const deliveryIdShape = /^[A-Za-z0-9_-]{1,100}$/;

/** The same mail with every header on one line. Refuses (permanently) an address, header name or id that is not one. */
export function wellFormed(mail: OutgoingMail): OutgoingMail {
  if (!deliveryIdShape.test(mail.deliveryId)) throw new MailFailure('permanent', 'Malformed delivery id');
  const headers = Object.entries(mail.headers).map(([name, value]) => {
    if (!headerNameShape.test(name)) throw new MailFailure('permanent', 'Malformed header name');
    return [name, singleLine(value)] as const;
  });
  return {
    ...mail,
    to: wellFormedAddress(mail.to),
    from: wellFormedAddress(mail.from),
    replyTo: mail.replyTo && wellFormedAddress(mail.replyTo),
    subject: singleLine(mail.subject),
    headers: Object.fromEntries(headers),
    category: singleLine(mail.category),
    attachments: mail.attachments?.map((file) => ({
      ...file,
      filename: singleLine(file.filename),
      contentType: singleLine(file.contentType),
    })),
  };
}

function wellFormedAddress({ email, name }: MailAddress): MailAddress {
  if (!addressShape.test(email)) throw new MailFailure('permanent', 'Malformed e-mail address');
  const oneLine = name === undefined ? '' : singleLine(name);
  return oneLine === '' ? { email } : { email, name: oneLine };
}

/** RFC 5322 Message-ID: stable for a delivery, so that most mail readers show a mail sent twice once. */
export const messageIdOf = (mail: OutgoingMail): string => `<${mail.deliveryId}@${mail.from.email.split('@')[1]}>`;
