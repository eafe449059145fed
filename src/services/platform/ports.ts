import type { AccessTokens } from '../adapters/access-tokens/port.ts';
import type { Mailbox, MailPort } from '../adapters/mail/port.ts';
import type { PasskeysPort } from '../adapters/passkeys/port.ts';
import type { Passwords } from '../adapters/passwords/port.ts';
import type { PaymentProviders } from '../adapters/payments/port.ts';
import type { PdfPort } from '../adapters/pdf/port.ts';
import type { SsoPort } from '../adapters/sso/port.ts';
import type { SmsFolder, SmsPort } from '../adapters/sms/port.ts';
import type { CheckpointSigner, EpochKeys } from '../audit/index.ts';
import type { AuditAction } from '../kernel/audit-actions.ts';
import type { SubjectType } from '../kernel/subject.ts';
import type { ZipPort } from '../adapters/zip/port.ts';
import type { DownloadUses } from '../files/download-uses.ts';
import type { UploadSlots } from '../files/upload-slots.ts';
import type { Mailer } from '../notifications/index.ts';
import type { Vault } from '../vault/index.ts';
import type { DerivedSecrets } from './derived-secrets.ts';
import type { PersonalData } from './personal-data.ts';
import type { RetentionClass } from './retention.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Db, ReadContext, Tx } from './context.ts';

/** A question about a file that the domains answer together: yes when one of them says yes. */
export type FileQuestion = (ctx: ReadContext, fileId: string) => Promise<boolean>;

/** What a conversation is about, and who takes part in it now. */
export interface ConversationTopic {
  readonly title: string;
  readonly participantIds: readonly string[];
}

/** Who joined a conversation just now, and whether it was opened for them. */
export interface JoinedConversation {
  readonly subjectId: string;
  readonly joinedIds: readonly string[];
  readonly isNew: boolean;
}

/** What messaging asks of the module that owns a type of subject; both run inside the transaction. */
export interface ConversationSource {
  /** Null when there is no such subject. */
  topic(db: Db, subjectId: string): Promise<ConversationTopic | null>;
  /** The application's message to those in the conversation when somebody joined; null for none. */
  greeting(tx: Tx<'em' | 'actor'>, joined: JoinedConversation): Promise<string | null>;
}

/** Who answers for each type of subject. */
export type ConversationSources = Readonly<Record<SubjectType, ConversationSource>>;

/** What the composition root lends to operations: the outside, and the house's machines. Types only. */
export interface Ports {
  /** Seals and opens files. */
  readonly vault: Vault;
  readonly uploadSlots: UploadSlots;
  /** Which downloads were recorded in the audit log. */
  readonly downloadUses: DownloadUses;
  /** May the one who asks read this file? Each domain answers for the files it attached to its things. */
  readonly mayReadFile: FileQuestion;
  /** Must this file stay, because something that counts is attached to it? */
  readonly isFileHeld: FileQuestion;
  /** What the journal calls the download of this file: invoices have a name of their own. */
  readonly downloadAction: (ctx: ReadContext, fileId: string) => Promise<AuditAction>;
  /** Signs short-lived links to files (HMAC key, 32 bytes). */
  readonly downloadKey: Buffer;
  /** The key that chains the journal now, and the one that signs its checkpoints. */
  readonly auditKeys: EpochKeys;
  readonly auditSigner: CheckpointSigner;
  readonly pdf: PdfPort;
  readonly zip: ZipPort;
  readonly payments: PaymentProviders;
  readonly mail: MailPort;
  /** The house's mails, and how they are written. */
  readonly mailer: Mailer;
  /** Where mails stay when no provider is set; null when they really leave. */
  readonly mailbox: Mailbox | null;
  readonly sms: SmsPort;
  /** Where text messages stay when no provider is set; null when they really leave. */
  readonly smsFolder: SmsFolder | null;
  readonly conversationSources: ConversationSources;
  readonly passwords: Passwords;
  readonly accessTokens: AccessTokens;
  /** Providers that say who somebody is. */
  readonly sso: SsoPort;
  readonly passkeys: PasskeysPort;
  /** Secrets that are made again instead of being stored. */
  readonly derived: DerivedSecrets;
  readonly limits: RateLimits;
  /** Each domain answers for the personal data it holds; in the order of an erasure. */
  readonly personalData: readonly PersonalData[];
  /** Every class of records that is kept for a time, in the order of a run. */
  readonly retention: readonly RetentionClass[];
}
