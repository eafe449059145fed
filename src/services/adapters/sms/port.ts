/** Outgoing text messages: the interface of the vendors, and the three ways it can fail. */

export interface OutgoingSms {
  /** Ours: names the message in the folder of development. */
  readonly id: string;
  /** E.164: `+33612345678`. */
  readonly to: string;
  readonly text: string;
  /** A message that is still waiting after so long is not sent any more. */
  readonly validSeconds?: number | undefined;
}

export interface SmsPort {
  /** Resolves when the vendor accepted the message. Throws `SmsFailure` and nothing else. */
  send(sms: OutgoingSms): Promise<{ readonly providerId: string }>;
  /** Was the message of this id sent? Absent where the vendor cannot be queried. */
  holds?(id: string): Promise<boolean>;
}

/** A message written to the folder, as the development page shows it. */
export interface KeptSms extends Omit<OutgoingSms, 'validSeconds'> {
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

export class SmsFailure extends Error {
  readonly kind: SmsFailureKind;
  readonly status: number | undefined;

  constructor(kind: SmsFailureKind, message: string, { status, cause }: { status?: number; cause?: unknown } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SmsFailure';
    this.kind = kind;
    this.status = status;
  }
}

/** Refuses what is not a number, for good. */
export function requirePhoneNumber(to: string): void {
  if (!/^\+[1-9]\d{5,14}$/.test(to)) throw new SmsFailure('permanent', 'Malformed phone number');
}
