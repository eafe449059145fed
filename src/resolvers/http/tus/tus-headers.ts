import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  checksumAlgorithms,
  uploadEndsAt,
  type BeginUpload,
  type DeclaredChecksum,
  type UploadSession,
} from '../../../services/archive/index.ts';
import { refusedPart } from '../http-refusal.ts';

/** tus 1.0.0: https://tus.io/protocols/resumable-upload */
export const tusVersion = '1.0.0';
export const tusBody = 'application/offset+octet-stream';
const extensions = 'creation,creation-with-upload,termination,expiration,checksum';

/** What this entry point can do, for whoever asks by OPTIONS. */
export const describeTus = (reply: FastifyReply, mostBytes: number): FastifyReply =>
  reply.headers({
    'tus-version': tusVersion,
    'tus-extension': extensions,
    'tus-max-size': String(mostBytes),
    'tus-checksum-algorithm': checksumAlgorithms.join(','),
  });

/** Where an upload stands. */
export const describeUpload = (reply: FastifyReply, session: UploadSession): FastifyReply =>
  reply.headers({
    'upload-offset': String(session.receivedBytes),
    'upload-length': String(session.sizeBytes),
    'upload-state': session.status,
    ...(session.endedAt === null ? { 'upload-expires': uploadEndsAt(session).toUTCString() } : {}),
  });

const headerOf = ({ headers }: FastifyRequest, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
};

/** A count of bytes, as tus writes it. */
function bytesOf(request: FastifyRequest, name: string): number {
  const text = headerOf(request, name);
  if (text === undefined) throw refusedPart(400, name, 'required');
  if (!/^\d{1,15}$/.test(text)) throw refusedPart(400, name, 'format');
  return Number(text);
}

export const offsetOf = (request: FastifyRequest): number => bytesOf(request, 'upload-offset');

/** Bytes of the body; null when the request does not say. */
export function bodyLength(request: FastifyRequest): number | null {
  if (headerOf(request, 'transfer-encoding') !== undefined) return null;
  const text = headerOf(request, 'content-length') ?? '0';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** `Upload-Checksum: sha256 <base64>`; another algorithm is refused before a byte is read. */
export function checksumOf(request: FastifyRequest): DeclaredChecksum | undefined {
  const text = headerOf(request, 'upload-checksum');
  if (text === undefined) return undefined;
  const [name = '', encoded = '', ...more] = text.split(' ');
  const algorithm = checksumAlgorithms.find((one) => one === name);
  if (algorithm === undefined) throw refusedPart(400, 'upload-checksum', 'algorithm');
  const digest = Buffer.from(encoded, 'base64');
  if (more.length > 0 || digest.toString('base64') !== encoded) throw refusedPart(400, 'upload-checksum', 'format');
  return { algorithm, digest };
}

const longestMetadata = 4_096;

/** `Upload-Metadata: filename <base64>,cabinetId <base64> …`: what `beginUpload` takes, by the same names. */
export function beginningOf(request: FastifyRequest): BeginUpload {
  if (headerOf(request, 'upload-defer-length') !== undefined)
    throw refusedPart(400, 'upload-defer-length', 'unsupported');
  const given = metadataOf(headerOf(request, 'upload-metadata') ?? '');
  const required = (name: string): string => {
    const value = given.get(name);
    if (value === undefined) throw refusedPart(400, `upload-metadata.${name}`, 'required');
    return value;
  };
  return {
    cabinetId: required('cabinetId'),
    folderId: given.get('folderId') ?? null,
    name: required('filename'),
    size: bytesOf(request, 'upload-length'),
    sha256: sha256Of(given.get('sha256')),
    deleteAfterUpload: given.get('deleteAfterUpload') === 'true',
    onNameTaken: takenNameOf(given.get('onNameTaken')),
    key: given.get('key') ?? null,
  };
}

function metadataOf(header: string): ReadonlyMap<string, string> {
  if (header.length > longestMetadata) throw refusedPart(400, 'upload-metadata', 'size');
  const pairs = header.split(',').flatMap((pair): [string, string][] => {
    const [name = '', value = '', ...more] = pair.trim().split(' ');
    if (name === '') return [];
    const text = Buffer.from(value, 'base64');
    if (more.length > 0 || text.toString('base64') !== value) throw refusedPart(400, 'upload-metadata', 'format');
    return [[name, text.toString('utf8')]];
  });
  return new Map(pairs);
}

function sha256Of(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^[0-9a-f]{64}$/i.test(text)) throw refusedPart(400, 'upload-metadata.sha256', 'format');
  return text;
}

const takenNames = ['REFUSE', 'NEW_VERSION', 'KEEP_BOTH'] as const;

function takenNameOf(text: string | undefined): BeginUpload['onNameTaken'] {
  const found = takenNames.find((name) => name === text);
  if (text !== undefined && found === undefined) throw refusedPart(400, 'upload-metadata.onNameTaken', 'isIn');
  return found ?? null;
}
