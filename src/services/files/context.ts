import type { AuditAction } from '../kernel/audit-actions.ts';
import type { AppContext, Db, ReadContext } from '../platform/context.ts';
import type { DownloadUses } from './download-uses.ts';
import type { UploadSlots } from './upload-slots.ts';

/** A question about a file. Each module answers for the files it attached to its things. */
export type FileQuestion = (ctx: ReadContext, fileId: string) => Promise<boolean>;

/** A question about all stored bytes, asked before some are removed. */
export type ObjectQuestion = (ctx: Pick<ReadContext, 'db'>) => Promise<boolean>;

/** What a module says about the files it attached to its things. */
export interface FileAccess {
  /** Whether the actor may read this file: one domain that says yes is enough. */
  readonly mayRead: FileQuestion;
  /** Must this file stay, because something that counts is attached to it? One yes is enough. */
  readonly isHeld?: FileQuestion;
  /** Must the bytes of deleted files stay for now? One yes is enough; their keys are gone whatever it says. */
  readonly areObjectsKept?: ObjectQuestion;
  /** The audit actions of downloading files of this module; `FILE_DOWNLOADED` unless said. */
  readonly downloadActions?: readonly { readonly action: AuditAction; readonly concerns: FileQuestion }[];
}

/** How many bytes a person’s files may have: null for no limit, undefined where nothing says so. */
export type StorageAllowance = (db: Db, personId: string) => Promise<number | null | undefined>;

/**
 * Whether a kept backup needs a master key, and until when (null: it is kept without an end). Answered by the domain that
 * keeps backups.
 */
export type KeyNeed = (
  ctx: Pick<AppContext, 'db' | 'now'>,
  masterKeyId: string,
) => Promise<{ readonly until: Date | null } | undefined>;

declare module '../platform/module.ts' {
  interface Module {
    readonly keyNeed?: KeyNeed;
    /** The space of each person, from the one module that decides about it. */
    readonly storageAllowance?: StorageAllowance;
    readonly fileAccess?: FileAccess;
  }
}

declare module '../platform/context.ts' {
  interface AppContext {
    readonly uploadSlots: UploadSlots;
    readonly storageAllowance: StorageAllowance;
    /** Which downloads were recorded in the audit log. */
    readonly downloadUses: DownloadUses;
    readonly mayReadFile: FileQuestion;
    readonly isFileHeld: FileQuestion;
    readonly keyNeeds: readonly KeyNeed[];
    /** The audit action of downloading this file. */
    readonly downloadAction: (ctx: ReadContext, fileId: string) => Promise<AuditAction>;
    /** Must the bytes of deleted files stay for now? */
    readonly areObjectsKept: ObjectQuestion;
    /** Signs short-lived links to files (HMAC key, 32 bytes). */
    readonly downloadKey: Buffer;
  }
}
