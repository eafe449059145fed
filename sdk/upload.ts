import type { OnProgress } from './progress.ts';

/** A file that is read while it is sent. `open` is called once for each attempt. */
export interface StreamToSend {
  readonly name: string;
  /** Media type, `application/pdf` for instance. */
  readonly type: string;
  readonly open: () => AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;
  /** In bytes, if known: then `onProgress` can report how much is left. */
  readonly size?: number;
}

/** A value for `Upload` in the schema: a File of a form, a Blob, or a stream. */
export type FileToSend = Blob | StreamToSend;

/** A body of `multipart/form-data`, and its type when `fetch` cannot know it. */
export interface MultipartBody {
  readonly body: FormData | ReadableStream<Uint8Array>;
  readonly contentType?: string;
}

interface Found {
  readonly file: FileToSend;
  readonly path: string;
}

const isStream = (value: object): value is StreamToSend => 'open' in value && typeof value.open === 'function';

/** Removes the files from the variables, and records where each was. */
export function takeFiles(variables: unknown, path = 'variables'): { plain: unknown; files: Found[] } {
  if (typeof variables !== 'object' || variables === null) return { plain: variables, files: [] };
  if (variables instanceof Blob || isStream(variables)) return { plain: null, files: [{ file: variables, path }] };
  const files: Found[] = [];
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(variables)) {
    const inside = takeFiles(value, `${path}.${key}`);
    plain[key] = inside.plain;
    files.push(...inside.files);
  }
  return { plain: Array.isArray(variables) ? Object.values(plain) : plain, files };
}

/** Bytes of all files; null when the size of one is unknown. */
export const sizeOf = (files: readonly Found[]): number | null =>
  files.reduce<number | null>((sum, { file }) => (sum === null || file.size === undefined ? null : sum + file.size), 0);

/** Browsers send streams over some connections only: there, what a stream brings is gathered first. */
export const inMemory = (files: readonly Found[]): Promise<Found[]> =>
  Promise.all(
    files.map(async ({ file, path }) => {
      if (!isStream(file)) return { file, path };
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      for await (const chunk of chunksOf(file.open())) chunks.push(chunk as Uint8Array<ArrayBuffer>);
      return { file: new File(chunks, file.name, { type: file.type }), path };
    }),
  );

/**
 * The GraphQL multipart request specification: `operations`, then `map`, then the files. A stream when progress is
 * reported.
 */
export function multipart(operations: object, files: readonly Found[], onProgress?: OnProgress): MultipartBody {
  const fields = {
    operations: JSON.stringify(operations),
    map: JSON.stringify(Object.fromEntries(files.map(({ path }, index) => [index, [path]]))),
  };
  // A Blob is read from its disk by the browser itself, piece by piece; a stream needs a body of our own.
  if (onProgress === undefined && !files.some(({ file }) => isStream(file))) return formOf(fields, files);
  return streamed({ fields, files, boundary: `atelier-${crypto.randomUUID()}` }, onProgress ?? (() => undefined));
}

const nameOf = (file: FileToSend): string => ('name' in file && typeof file.name === 'string' ? file.name : 'file');

function formOf(fields: Record<string, string>, files: readonly Found[]): MultipartBody {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [index, { file }] of files.entries()) body.append(String(index), file as Blob, nameOf(file));
  return { body };
}

interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly Found[];
  /** The boundary between the parts, which occurs nowhere in them. */
  readonly boundary: string;
}

function streamed(form: Form, onProgress: OnProgress): MultipartBody {
  const parts = partsOf(form, onProgress);
  // Nothing is read from a file before the network requests it.
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, contentType: `multipart/form-data; boundary=${form.boundary}` };
}

const pieceBytes = 64 * 1024;

async function* partsOf({ fields, files, boundary }: Form, onProgress: OnProgress): AsyncGenerator<Uint8Array, void> {
  const text = new TextEncoder();
  const totalBytes = sizeOf(files);
  let sentBytes = 0;
  for (const [name, value] of Object.entries(fields)) {
    yield text.encode(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  }
  for (const [index, { file }] of files.entries()) {
    const type = file.type === '' ? 'application/octet-stream' : file.type;
    yield text.encode(
      `--${boundary}\r\ncontent-disposition: form-data; name="${index}"; filename="${quoted(nameOf(file))}"\r\ncontent-type: ${type}\r\n\r\n`,
    );
    for await (const chunk of chunksOf(isStream(file) ? file.open() : file.stream())) {
      // In small pieces: a chunk may be the whole file, and there would be no progress until it is all sent.
      for (let at = 0; at < chunk.byteLength; at += pieceBytes) {
        const piece = chunk.subarray(at, at + pieceBytes);
        yield piece;
        sentBytes += piece.byteLength;
        onProgress({ sentBytes, totalBytes });
      }
    }
    yield text.encode('\r\n');
  }
  yield text.encode(`--${boundary}--\r\n`);
}

/** As browsers write a file's name in a form (HTML, "multipart/form-data encoding algorithm"). */
const quoted = (name: string): string => name.replace(/\n/g, '%0A').replace(/\r/g, '%0D').replace(/"/g, '%22');

/** Some browsers cannot iterate over a ReadableStream. */
async function* chunksOf(
  source: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  if (!('getReader' in source)) return yield* source;
  const reader = source.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
