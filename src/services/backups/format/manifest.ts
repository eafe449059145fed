import { z } from 'zod';
import { backupRungs, backupTriggers } from '../../../entities/backups/backup.entity.ts';
import { columnKinds } from '../../platform/orm/snapshot/table-shapes.ts';
import type { CheckpointSigner } from '../../audit/index.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { BackupFault } from './backup-fault.ts';

export const format = 1;

const digest = z.hex().length(64);
const count = z.int().min(0);

const pieceShape = z.strictObject({ name: digest, sha256: digest, size: count, rows: count });
const tableShape = z.strictObject({
  columns: z.array(z.tuple([z.string(), z.enum(columnKinds)])),
  key: z.array(z.string()),
  rows: count,
  /** The sum, modulo 2^256, of the SHA-256 of the lines: equal on both databases, whatever their order. */
  sum: digest,
  pieces: z.array(pieceShape),
});
const listShape = z.strictObject({ sha256: digest, size: count, objects: count, bytes: count });

export const summaryShape = z.strictObject({
  tables: count,
  rows: count,
  objects: count,
  objectBytes: count,
  /** Objects that the database knows and the storage had lost already. */
  lost: count,
  /** Rows of some tables, as people know them. */
  counts: z.record(z.string(), count),
  keyIds: z.array(z.string()),
  schema: z.string(),
});
export type BackupSummary = z.infer<typeof summaryShape>;

/** Everything that a backup is made of; signed, and written last. */
const contentShape = z.strictObject({
  format: z.literal(format),
  repositoryId: z.uuid(),
  id: z.uuid(),
  /** 1, and one more each time that keys are taken out. */
  revision: z.int().min(1),
  trigger: z.enum(backupTriggers),
  rung: z.enum(backupRungs),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** The complete backup before it in this repository, and the SHA-256 of its first revision. */
  previous: z.strictObject({ id: z.uuid(), sha256: digest }).nullable(),
  /** The SHA-256 of this one's first revision; null in that one. */
  first: digest.nullable(),
  migrations: z.array(z.string()),
  dialect: z.enum(['sqlite', 'mysql']),
  tables: z.record(z.string(), tableShape),
  objects: z.array(listShape),
  /** By series, the last invoice number that was shown. */
  marks: z.record(z.string(), count),
  /** Identifies the master keys without revealing them. */
  keyChecks: z.array(z.strictObject({ id: z.string(), check: z.string() })),
  /** The last tombstone that this backup knows. */
  tombstones: count,
  summary: summaryShape,
});

const manifestShape = contentShape.extend({ keyId: z.string(), signature: z.string() });
export type ManifestContent = z.infer<typeof contentShape>;
export type Manifest = z.infer<typeof manifestShape>;
export type TableOfBackup = z.infer<typeof tableShape>;
export type PieceOfBackup = z.infer<typeof pieceShape>;
export type ListOfBackup = z.infer<typeof listShape>;

const signedText = (content: ManifestContent): string => `ATB1 manifest\n${canonicalJson(content)}`;

export function signManifest(content: ManifestContent, signer: Pick<CheckpointSigner, 'sign' | 'keyId'>): string {
  return canonicalJson({ ...content, keyId: signer.keyId, signature: signer.sign(signedText(content)) });
}

/** What is expected of a manifest before it is believed. */
export interface Expected {
  readonly repositoryId: string;
  readonly id: string;
  readonly revision: number;
  /** Without a signer the signature is not checked: the structure still is. */
  readonly signer?: Pick<CheckpointSigner, 'isSigned'> | undefined;
}

/** Reads a manifest. Faults: MANIFEST_DAMAGED, MANIFEST_FORGED, MANIFEST_FOREIGN, NEWER_FORMAT. */
export function readManifest(text: string, { repositoryId, id, revision, signer }: Expected): Manifest {
  const manifest = parsed(text, id);
  const { keyId: _keyId, signature, ...content } = manifest;
  if (signer !== undefined && !signer.isSigned(signedText(content), signature))
    throw new BackupFault('MANIFEST_FORGED', id);
  if (manifest.repositoryId !== repositoryId) throw new BackupFault('MANIFEST_FOREIGN', id);
  if (manifest.id !== id || manifest.revision !== revision) throw new BackupFault('MANIFEST_REPLAYED', id);
  return manifest;
}

function parsed(text: string, id: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new BackupFault('MANIFEST_DAMAGED', id, { cause });
  }
  const found = z.looseObject({ format: z.int() }).safeParse(value);
  if (found.success && found.data.format > format) throw new BackupFault('NEWER_FORMAT', id);
  const manifest = manifestShape.safeParse(value);
  if (!manifest.success) throw new BackupFault('MANIFEST_DAMAGED', id, { cause: manifest.error });
  return manifest.data;
}
