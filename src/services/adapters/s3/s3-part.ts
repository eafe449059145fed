import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
} from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { newId } from '../../kernel/ids.ts';
import { callFailure, called, headOf, statusOf, type S3Bucket } from './bucket.ts';

/** Of a part but the last; 10,000 of them, the most there may be, make 80 GB. */
export const partBytes = 8 * 2 ** 20;
const firstBytes = 64 * 1024;

/** Marks our own object: when the answer to its completion was lost, it is known from another’s. */
const markName = 'part';

/** Something else has this key already. */
export class NameTaken extends Error {
  override name = 'NameTaken';

  constructor(options?: ErrorOptions) {
    super('What is stored is never replaced.', options);
  }
}

/** What the store is asked for beside the bytes. */
export interface Sending {
  /** The store itself refuses to delete the object before: Object Lock, which asks for a sum of each body. */
  readonly lock?: ObjectLock | undefined;
  /** Sums each body (`Content-MD5`): a bucket that locks everything by default takes nothing without. */
  readonly isSummed?: boolean;
  /** Takes the place of what has this key: a whole copy, instead of a damaged one. */
  readonly isReplacing?: boolean;
}

export interface ObjectLock {
  readonly mode: LockMode;
  readonly until: Date;
}

/** GOVERNANCE: whoever has `s3:BypassGovernanceRetention` may delete it all the same. COMPLIANCE: nobody may, the owner of the account included. */
export type LockMode = 'GOVERNANCE' | 'COMPLIANCE';

/**
 * An object being sent: as a multipart upload, which nobody sees until it is complete, or in one piece when it is small,
 * which is only sent at the end. Holds one part in memory.
 */
export class S3Part {
  readonly #bucket: S3Bucket;
  readonly #key: string;
  readonly #sending: Sending;
  readonly #mark = newId();
  readonly #sent: CompletedPart[] = [];
  #buffer = Buffer.allocUnsafeSlow(firstBytes);
  #filled = 0;
  #uploadId: string | undefined;
  #isCompleting = false;

  constructor(bucket: S3Bucket, key: string, sending: Sending = {}) {
    this.#bucket = bucket;
    this.#key = key;
    this.#sending = sending;
  }

  async append(bytes: Uint8Array): Promise<void> {
    for (let taken = 0; taken < bytes.length;) {
      if (this.#filled === partBytes) await this.#sendPart();
      const piece = bytes.subarray(taken, taken + partBytes - this.#filled);
      this.#grow(this.#filled + piece.length);
      this.#buffer.set(piece, this.#filled);
      this.#filled += piece.length;
      taken += piece.length;
    }
  }

  async commit(): Promise<void> {
    if (await this.#isTaken()) throw new NameTaken();
    this.#isCompleting = true;
    try {
      await (this.#uploadId === undefined ? this.#put() : this.#complete());
    } catch (error) {
      // Asked again after a lost answer, the store refuses what it has done: it is there, and it is ours.
      const isRefused = [404, 409, 412].includes(statusOf(error)) && !isOfNoBucket(error);
      if (isRefused && (await this.#isOurs())) return;
      throw isRefused ? new NameTaken({ cause: error }) : callFailure(error);
    }
  }

  async abort(): Promise<void> {
    // What cannot be dropped now stays listed among the parts, or belongs to no row, and the sweep removes it.
    await Promise.allSettled([this.#abortUpload(), this.#isCompleting ? this.#deleteOurs() : undefined]);
  }

  #grow(needed: number): void {
    if (needed <= this.#buffer.length) return;
    const length = Math.min(partBytes, Math.max(needed, this.#buffer.length * 2));
    const grown = Buffer.allocUnsafeSlow(length);
    this.#buffer.copy(grown, 0, 0, this.#filled);
    this.#buffer = grown;
  }

  async #sendPart(): Promise<void> {
    this.#uploadId ??= await this.#begin();
    const PartNumber = this.#sent.length + 1;
    const part = { ...this.#target(), UploadId: this.#uploadId, PartNumber, ...this.#summedBody() };
    const { ETag } = await called(this.#bucket.client.send(new UploadPartCommand(part)));
    this.#sent.push({ PartNumber, ...(ETag !== undefined && { ETag }) });
    this.#filled = 0;
  }

  async #begin(): Promise<string> {
    const begun = await called(
      this.#bucket.client.send(
        new CreateMultipartUploadCommand({ ...this.#target(), ...this.#lock(), Metadata: { [markName]: this.#mark } }),
      ),
    );
    if (begun.UploadId === undefined) throw new Error('The store began no upload.');
    return begun.UploadId;
  }

  async #put(): Promise<void> {
    const object = { ...this.#target(), ...this.#summedBody(), ...this.#lock(), Metadata: { [markName]: this.#mark } };
    await this.#bucket.client.send(new PutObjectCommand({ ...object, ...this.#unlessThere() }));
  }

  async #complete(): Promise<void> {
    if (this.#filled > 0) await this.#sendPart();
    const upload = { ...this.#target(), UploadId: this.#uploadId, MultipartUpload: { Parts: this.#sent } };
    await this.#bucket.client.send(new CompleteMultipartUploadCommand({ ...upload, ...this.#unlessThere() }));
  }

  async #isTaken(): Promise<boolean> {
    if (this.#sending.isReplacing === true) return false;
    return (await headOf(this.#bucket, this.#key)) !== undefined;
  }

  async #isOurs(): Promise<boolean> {
    return (await headOf(this.#bucket, this.#key))?.Metadata?.[markName] === this.#mark;
  }

  async #deleteOurs(): Promise<void> {
    if (await this.#isOurs()) await this.#bucket.client.send(new DeleteObjectCommand(this.#target()));
  }

  async #abortUpload(): Promise<void> {
    if (this.#uploadId === undefined) return;
    await this.#bucket.client.send(new AbortMultipartUploadCommand({ ...this.#target(), UploadId: this.#uploadId }));
  }

  #target() {
    return { Bucket: this.#bucket.bucket, Key: this.#key };
  }

  #summedBody(): { Body: Buffer; ContentMD5?: string } {
    const Body = this.#buffer.subarray(0, this.#filled);
    const { isSummed = false, lock } = this.#sending;
    if (!isSummed && lock === undefined) return { Body };
    return { Body, ContentMD5: createHash('md5').update(Body).digest('base64') };
  }

  #lock(): { ObjectLockMode?: LockMode; ObjectLockRetainUntilDate?: Date } {
    const { lock } = this.#sending;
    return lock === undefined ? {} : { ObjectLockMode: lock.mode, ObjectLockRetainUntilDate: lock.until };
  }

  #unlessThere(): { IfNoneMatch?: string } {
    return this.#sending.isReplacing === true ? {} : { IfNoneMatch: '*' };
  }
}

const isOfNoBucket = (error: unknown): boolean => error instanceof Error && error.name === 'NoSuchBucket';
