import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress, zstdCompressSync, zstdDecompress } from 'node:zlib';
import { BackupFault } from './backup-fault.ts';

/**
 * A piece of the database, sealed (`docs/backup-format.md`, section 4): magic, then AES-256-GCM of the compressed lines.
 * Its name is a keyed hash of what is sealed, and its key is derived from its name: the same lines are the same piece with
 * the same bytes, and no key ever seals two texts.
 */
const magic = Buffer.from('ATB1P\r\n\x1a', 'latin1');
const tagBytes = 16;
const nonce = Buffer.alloc(12);
/** More would be no piece of ours. */
const mostBytes = 64 * 2 ** 20;

/** Below, handing it to another thread takes longer than the work, some hundred microseconds at most. */
const littleBytes = 64 * 1_024;

const compressElsewhere = promisify(zstdCompress);
const compress = (bytes: Buffer): Buffer | Promise<Buffer> =>
  bytes.length <= littleBytes ? zstdCompressSync(bytes) : compressElsewhere(bytes);
const decompress = promisify(zstdDecompress);

export interface PieceKeys {
  readonly naming: Buffer;
  readonly sealing: Buffer;
}

export interface SealedPiece {
  /** 64 hexadecimal digits. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Of `bytes`. */
  readonly sha256: string;
}

/** The keys of the pieces: the same for every target, so that one mends the other. */
export function pieceKeysOf(secret: Uint8Array): PieceKeys {
  const derived = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `ATB1 ${use}`, 32));
  return { naming: derived('name'), sealing: derived('seal') };
}

const keyOf = ({ sealing }: PieceKeys, name: string): Buffer =>
  Buffer.from(hkdfSync('sha256', sealing, Buffer.from(name, 'hex'), 'ATB1 piece', 32));

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function sealPiece(keys: PieceKeys, text: string): Promise<SealedPiece> {
  const packed = await compress(Buffer.from(text));
  const name = createHmac('sha256', keys.naming).update(packed).digest('hex');
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys, name), nonce, { authTagLength: tagBytes }).setAAD(magic);
  const bytes = Buffer.concat([magic, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
  return { name, bytes, sha256: sha256Of(bytes) };
}

/** The lines of a piece; `BackupFault` `PIECE_DAMAGED` when it is not what its name says. */
export async function openPiece(keys: PieceKeys, name: string, bytes: Buffer): Promise<string> {
  if (bytes.length < magic.length + tagBytes || !bytes.subarray(0, magic.length).equals(magic))
    throw new BackupFault('PIECE_DAMAGED', name);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keys, name), nonce, { authTagLength: tagBytes })
    .setAAD(magic)
    .setAuthTag(bytes.subarray(-tagBytes));
  try {
    const packed = Buffer.concat([decipher.update(bytes.subarray(magic.length, -tagBytes)), decipher.final()]);
    return (await decompress(packed, { maxOutputLength: mostBytes })).toString('utf8');
  } catch (cause) {
    throw new BackupFault('PIECE_DAMAGED', name, { cause });
  }
}
