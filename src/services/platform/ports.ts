import type { AccessTokens } from '../adapters/access-tokens/port.ts';
import type { Mailbox, MailPort } from '../adapters/mail/port.ts';
import type { PasskeysPort } from '../adapters/passkeys/port.ts';
import type { Passwords } from '../adapters/passwords/port.ts';
import type { PaymentsPort } from '../adapters/payments/port.ts';
import type { PdfPort } from '../adapters/pdf/port.ts';
import type { SsoPort } from '../adapters/sso/port.ts';
import type { SmsFolder, SmsPort } from '../adapters/sms/port.ts';
import type { CheckpointSigner, EpochKeys } from '../audit/index.ts';
import type { AuditAction } from '../kernel/audit-actions.ts';
import type { ZipPort } from '../adapters/zip/port.ts';
import type { DownloadUses } from '../files/download-uses.ts';
import type { UploadSlots } from '../files/upload-slots.ts';
import type { Mailer } from '../notifications/index.ts';
import type { Vault } from '../vault/index.ts';
import type { DerivedSecrets } from './derived-secrets.ts';
import type { PersonalData } from './personal-data.ts';
import type { RetentionClass } from './retention.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Db, ReadContext } from './context.ts';

/** A question about a file that is put to all domains: yes when one of them says yes. */
export type FileQuestion = (ctx: ReadContext, fileId: string) => Promise<boolean>;

/** What a conversation is about, and who belongs in it now. */
export interface ConversationParties {
  readonly subject: string;
  readonly customerId: string;
  readonly proofreaderId: string | null;
}

/** Called on the domain that owns the thing, inside the transaction; null when there is no such thing. */
export type ConversationSource = (db: Db, contextId: string) => Promise<ConversationParties | null>;

/** What the composition root provides to operations: adapters and services of the application. Types only. */
export interface Ports {
  /** Seals and opens files. */
  readonly vault: Vault;
  readonly uploadSlots: UploadSlots;
  /** Which downloads were recorded in the audit log. */
  readonly downloadUses: DownloadUses;
  /** May the actor read this file? Each domain decides for the files it attached to its things. */
  readonly mayReadFile: FileQuestion;
  /** Must this file stay, because something that counts is attached to it? */
  readonly isFileHeld: FileQuestion;
  /** The audit action for the download of this file: invoices have their own. */
  readonly downloadAction: (ctx: ReadContext, fileId: string) => Promise<AuditAction>;
  /** Signs short-lived links to files (HMAC key, 32 bytes). */
  readonly downloadKey: Buffer;
  /** The key that chains the audit log now, and the key that signs its checkpoints. */
  readonly auditKeys: EpochKeys;
  readonly auditSigner: CheckpointSigner;
  readonly pdf: PdfPort;
  readonly zip: ZipPort;
  readonly payments: PaymentsPort;
  readonly mail: MailPort;
  /** The application's e-mails, and how they are rendered. */
  readonly mailer: Mailer;
  /** Where mails stay when no provider is set; null when they really leave. */
  readonly mailbox: Mailbox | null;
  readonly sms: SmsPort;
  /** Where text messages stay when no provider is set; null when they really leave. */
  readonly smsFolder: SmsFolder | null;
  /** What is talked about, by the domains that own it. */
  readonly conversationSources: Readonly<Record<'ORDER', ConversationSource>>;
  readonly passwords: Passwords;
  readonly accessTokens: AccessTokens;
  /** Identity providers. */
  readonly sso: SsoPort;
  readonly passkeys: PasskeysPort;
  /** Secrets that are made again instead of being stored. */
  readonly derived: DerivedSecrets;
  readonly limits: RateLimits;
  /** The personal data of each domain; in the order of an erasure. */
  readonly personalData: readonly PersonalData[];
  /** Every retention class, in the order of a run. */
  readonly retention: readonly RetentionClass[];
}
