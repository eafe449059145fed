/** Text messages: the interface of the vendors, the three ways sending can fail, and what vendors say afterwards. */

export interface OutgoingSms {
  /** Ours: names the message in the folder of development. */
  readonly id: string;
  /** E.164: `+33612345678`. */
  readonly to: string;
  readonly text: string;
  /** A message that is still waiting after so long is not sent any more. */
  readonly validSeconds?: number | undefined;
  /** Where the vendor says what becomes of it. */
  readonly statusUrl?: string | undefined;
}

/** A request of the vendor's, as it came. */
export interface SmsCallback {
  /** The whole address that it called, as people outside see it. */
  readonly url: string;
  readonly body: string;
  readonly signature: string | undefined;
}

export type SmsProgress = 'ACCEPTED' | 'SENT' | 'DELIVERED' | 'UNDELIVERED' | 'FAILED';

/** What became of a message. */
export interface SmsReport {
  readonly providerId: string;
  /** Null for what the vendor says and we do not need. */
  readonly progress: SmsProgress | null;
  readonly errorCode: number | null;
}

/** A message from somebody's phone. */
export interface IncomingSms {
  readonly providerId: string;
  /** E.164. */
  readonly from: string;
  readonly text: string;
}

/** Reads what the vendor sends, and refuses what it did not sign: `null`. */
export interface SmsCallbacks {
  readReport(callback: SmsCallback): SmsReport | null;
  readReply(callback: SmsCallback): IncomingSms | null;
}

/** What one message cost, in the vendor's currency. */
export interface SmsPrice {
  readonly tenThousandths: number;
  readonly currency: string;
}

export interface SmsPort {
  /** Resolves when the vendor accepted the message. Throws `SmsFailure` and nothing else. */
  send(sms: OutgoingSms): Promise<{ readonly providerId: string }>;
  /** Was the message of this id sent? Absent where the vendor cannot be queried. */
  holds?(id: string): Promise<boolean>;
  /** What the vendor charged for a message; null while it does not know. Absent where nothing is charged. */
  priceOf?(providerId: string): Promise<SmsPrice | null>;
  /** Absent where nobody calls back. */
  readonly callbacks?: SmsCallbacks;
}

/** A message written to the folder, as the development page shows it. */
export interface KeptSms extends Omit<OutgoingSms, 'validSeconds' | 'statusUrl'> {
  readonly date: Date;
}

/** Messages that stayed here, to be read again. */
export interface SmsFolder {
  /** The newest first; at most `limit` (100 by default). */
  list(limit?: number): Promise<KeptSms[]>;
  /** Removes files left half written by crashes before this instant; returns how many. */
  sweep(before: Date): Promise<number>;
}

/** `permanent`: will never be accepted. `retryable`: certainly not sent. `ambiguous`: may have been sent. */
export type SmsFailureKind = 'permanent' | 'retryable' | 'ambiguous';

interface FailureFacts {
  readonly status?: number | undefined;
  readonly code?: number | undefined;
  readonly cause?: unknown;
}

export class SmsFailure extends Error {
  readonly kind: SmsFailureKind;
  readonly status: number | undefined;
  /** The vendor's own, which names the error. */
  readonly code: number | undefined;

  constructor(kind: SmsFailureKind, message: string, { status, code, cause }: FailureFacts = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SmsFailure';
    this.kind = kind;
    this.status = status;
    this.code = code;
  }
}

/** The code of a refusal because the person answered STOP to the vendor. */
export const stoppedCode = 21_610;

/** Refuses what is not a number, for good. */
export function requirePhoneNumber(to: string): void {
  if (!/^\+[1-9]\d{5,14}$/.test(to)) throw new SmsFailure('permanent', 'Malformed phone number');
}
