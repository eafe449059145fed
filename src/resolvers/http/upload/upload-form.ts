import { DomainError, fieldError } from '../../../services/kernel/errors.ts';
import type { IncomingFile } from '../../../services/files/index.ts';
import { isRecord } from '../../json.ts';
import { parseJson } from '../read-body.ts';
import type { FormParts } from './form-parts.ts';
import type { PartHeader } from './part-header.ts';

const maxFieldBytes = 64 * 1024;
const maxFiles = 5;

/** What stands in the variables until the file has come. The scalar `Upload` takes its promise. */
type Awaited = PromiseWithResolvers<IncomingFile>;

/**
 * Reads a form as far as it says what is asked and where its files belong. Files are handed over in the order they
 * arrive, each once the one before has been read or given up.
 * Source: https://github.com/jaydenseric/graphql-multipart-request-spec
 */
export async function readUploadForm(parts: FormParts): Promise<unknown> {
  const operations = await jsonOf(parts, 'operations');
  const map = await jsonOf(parts, 'map');
  if (!isRecord(map)) throw fieldError('map', 'object');
  const entries = Object.entries(map);
  if (entries.length > maxFiles) throw fieldError('map', 'max-files');
  const awaited = new Map(entries.map(([name, paths]) => [name, placed(operations, paths)]));
  void handOver(parts, awaited);
  return operations;
}

async function jsonOf(parts: FormParts, name: string): Promise<unknown> {
  if ((await parts.next())?.name !== name) throw fieldError('body', 'multipart');
  return parseJson(await parts.text(maxFieldBytes));
}

function placed(operations: unknown, paths: unknown): Awaited {
  const upload = Promise.withResolvers<IncomingFile>();
  // Whoever asks for the file is told; a file that nobody asks for is nobody's error.
  upload.promise.catch(() => undefined);
  if (!Array.isArray(paths)) throw fieldError('map', 'paths');
  for (const path of paths) place(operations, path, upload);
  return upload;
}

/** Puts an upload where a path such as `variables.input.file` finds a null. */
function place(operations: unknown, path: unknown, upload: Awaited): void {
  const steps = typeof path === 'string' ? path.split('.') : [];
  const last = steps.pop() ?? '';
  let target = operations;
  for (const step of steps) target = ownValue(target, step);
  if (ownValue(target, last) !== null) throw fieldError('map', 'path');
  (target as Record<string, unknown>)[last] = upload;
}

function ownValue(target: unknown, step: string): unknown {
  if (typeof target !== 'object' || target === null || !Object.hasOwn(target, step)) throw fieldError('map', 'path');
  return (target as Record<string, unknown>)[step];
}

/** Until every file that is awaited has come, or the form ends. */
async function handOver(parts: FormParts, awaited: Map<string, Awaited>): Promise<void> {
  try {
    while (awaited.size > 0) {
      const part = await parts.next();
      if (part === undefined) throw new DomainError('FILE_MISSING');
      const upload = awaited.get(part.name);
      if (upload === undefined) continue;
      awaited.delete(part.name);
      await read(parts, part, upload);
    }
  } catch (error) {
    for (const upload of awaited.values()) upload.reject(error);
  }
}

/** Resolves once the file has been read, or its reader has turned away. */
function read(parts: FormParts, { filename, mimeType }: PartHeader, upload: Awaited): Promise<void> {
  return new Promise((over) => {
    let isTaken = false;
    const content = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      try {
        yield* parts.content();
      } finally {
        over();
      }
    };
    const createReadStream = (): AsyncIterable<Uint8Array> => {
      if (isTaken) throw new Error('A file is read once.');
      isTaken = true;
      return content();
    };
    upload.resolve({ filename, mimetype: mimeType, createReadStream });
  });
}
