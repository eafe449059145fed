import { Upload } from 'graphql-upload-minimal';
import type { IncomingFile } from '../../../services/files/index.ts';
import { DomainError, fieldError } from '../../../services/kernel/errors.ts';
import { isRecord } from '../../json.ts';
import { parseJson } from '../read-body.ts';
import type { FormParts } from './form-parts.ts';
import { malformed, type PartHeader } from './part-header.ts';
import { placeUpload } from './place-upload.ts';

const maxFieldBytes = 64 * 1024;
const maxFiles = 5;

/** The library resolves an upload by itself, and types only what other code needs of it. */
type AwaitedUpload = Upload & { resolve(file: IncomingFile): void; reject(error: unknown): void };
type Awaited = Map<string, AwaitedUpload>;

/** How long a received file waits for its reader while others are awaited, in milliseconds. */
export const readerPatience = 10_000;

/**
 * Reads a form up to the operation and the map of its files. Files are passed on in the order they arrive, each once
 * the previous one has been read or abandoned.
 * Source: https://github.com/jaydenseric/graphql-multipart-request-spec
 */
export async function readUploadForm(parts: FormParts, patience: number = readerPatience): Promise<unknown> {
  const operations = await jsonOf(parts, 'operations');
  const map = await jsonOf(parts, 'map');
  if (Array.isArray(operations)) throw fieldError('body', 'batch');
  if (!isRecord(map)) throw fieldError('map', 'object');
  const entries = Object.entries(map);
  if (entries.length > maxFiles) throw fieldError('map', 'max-files');
  const awaited: Awaited = new Map(
    entries.map(([name, paths]) => {
      const upload = new Upload() as AwaitedUpload;
      placeUpload(operations, { name, paths, upload });
      return [name, upload];
    }),
  );
  if (awaited.size === 0) return operations;
  // Nothing is executed before the first file has begun: a malformed form is refused as one.
  const first = await parts.next();
  void handOver(withFirst(parts, first), { parts, awaited, patience });
  return operations;
}

async function jsonOf(parts: FormParts, name: string): Promise<unknown> {
  if ((await parts.next())?.name !== name) throw malformed();
  return parseJson(utf8Of(await parts.all(maxFieldBytes)));
}

function utf8Of(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fieldError('body', 'utf-8');
  }
}

async function* withFirst(
  parts: FormParts,
  first: PartHeader | undefined,
): AsyncGenerator<PartHeader, void, undefined> {
  for (let part = first; part !== undefined; part = await parts.next()) yield part;
}

interface Handing {
  readonly parts: FormParts;
  readonly awaited: Awaited;
  readonly patience: number;
}

/** Until every awaited file has arrived, or the form ends. */
async function handOver(arriving: AsyncIterable<PartHeader>, handing: Handing): Promise<void> {
  const { awaited } = handing;
  const seen = new Set(['operations', 'map']);
  try {
    for await (const part of arriving) {
      await take(part, handing, seen);
      if (awaited.size === 0) return;
    }
    throw new DomainError('FILE_MISSING');
  } catch (error) {
    for (const upload of awaited.values()) upload.reject(error);
  }
}

async function take(part: PartHeader, { parts, awaited, patience }: Handing, seen: Set<string>): Promise<void> {
  const upload = awaited.get(part.name);
  // A repeated field or file would be ambiguous.
  if (upload === undefined && seen.has(part.name)) throw malformed();
  seen.add(part.name);
  // Unknown parts are skipped.
  if (upload === undefined) return;
  awaited.delete(part.name);
  await offered(parts, part, { upload, patience: awaited.size > 0 ? patience : Infinity });
}

/** Resolves once the file has been read, or its reader has stopped, or nothing read it although others are awaited. */
function offered(
  parts: FormParts,
  { filename, mimeType }: PartHeader,
  { upload, patience }: { upload: AwaitedUpload; patience: number },
): Promise<void> {
  return new Promise((over) => {
    let state: 'offered' | 'taken' | 'passed' = 'offered';
    const pass = (): void => {
      if (state !== 'offered') return;
      state = 'passed';
      over();
    };
    const timer = Number.isFinite(patience) ? setTimeout(pass, patience).unref() : undefined;
    const createReadStream = (): AsyncIterable<Uint8Array> => {
      if (state === 'taken') throw new Error('A file is read once.');
      if (state === 'passed') throw fieldError('map', 'order');
      state = 'taken';
      clearTimeout(timer);
      return contentOf(parts, over);
    };
    upload.resolve({ filename, mimetype: mimeType, createReadStream });
  });
}

async function* contentOf(parts: FormParts, over: () => void): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* parts.content();
  } finally {
    over();
  }
}
