import { randomBytes } from 'node:crypto';
import { mkdir, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from './operator-error.ts';

/** Why a folder cannot be written. */
export type FolderFault = 'FULL' | 'READ_ONLY' | 'FORBIDDEN' | 'NOT_A_FOLDER' | 'UNREADABLE' | 'BROKEN';

const sentences: Readonly<Record<FolderFault, string>> = {
  FULL: 'the disk is full',
  READ_ONLY: 'the disk is read-only',
  FORBIDDEN: 'this account may not write there',
  NOT_A_FOLDER: 'it is a file, or lies below one, and not a folder',
  UNREADABLE: 'what was written is not what is read back',
  BROKEN: 'the disk answers with an error',
};

const faults: Readonly<Record<string, FolderFault>> = {
  ENOSPC: 'FULL',
  EDQUOT: 'FULL',
  EROFS: 'READ_ONLY',
  EACCES: 'FORBIDDEN',
  EPERM: 'FORBIDDEN',
  ENOTDIR: 'NOT_A_FOLDER',
  EEXIST: 'NOT_A_FOLDER',
};

/** The reason why a folder cannot be written, as a message: for the log and the operator. */
export class FolderError extends OperatorError {
  override name = 'FolderError';
  readonly fault: FolderFault;
  /** The same without the name of the folder, for readers who may not know it. */
  readonly reason: string;

  constructor(folder: string, fault: FolderFault, cause?: unknown) {
    const code = (cause as NodeJS.ErrnoException | undefined)?.code;
    super(`Nothing can be written in ${folder}: ${sentences[fault]}${code === undefined ? '' : ` (${code})`}.`, {
      cause,
    });
    this.fault = fault;
    this.reason = sentences[fault];
  }
}

/** A file system allocates space in blocks: a smaller file might fit where nothing else does. */
const checkBytes = 4_096;

/**
 * Writes a few bytes in a folder, to the disk, and reads them back; returns the free bytes there. Creates the folder
 * when it is missing.
 */
export async function checkWritable(folder: string): Promise<number> {
  // One name for each process: what a crash leaves behind is written over by the next check.
  const file = join(folder, `.write-check-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const written = randomBytes(checkBytes);
    const isSame = (await writeAndRead(file, written)).equals(written);
    if (!isSame) throw new FolderError(folder, 'UNREADABLE');
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    if (error instanceof FolderError) throw error;
    throw new FolderError(folder, faults[(error as NodeJS.ErrnoException).code ?? ''] ?? 'BROKEN', error);
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}

async function writeAndRead(file: string, bytes: Buffer): Promise<Buffer> {
  const handle = await open(file, 'w+', 0o600);
  try {
    await handle.writeFile(bytes);
    // A disk may report only here that it is full.
    await handle.sync();
    const read = Buffer.alloc(bytes.length);
    await handle.read(read, 0, read.length, 0);
    return read;
  } finally {
    await handle.close();
  }
}
