import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openDownload, type Download } from '../../services/files/index.ts';
import { DomainError } from '../../services/kernel/errors.ts';
import { release } from '../../services/kernel/release.ts';
import { dispositionOf } from './disposition.ts';
import type { AppContext } from '../../services/platform/context.ts';

/**
 * The context of the caller, by their token if there is one. Where the link itself authenticates (`isOpen`), an invalid
 * token is ignored.
 */
export type Surround = (request: FastifyRequest, isOpen?: boolean) => Promise<AppContext>;

interface FileRoute {
  Params: { id: string };
  /** A repeated parameter is an array. */
  Querystring: { grant?: string | string[] };
}

/**
 * `GET /files/:id`: the whole file or one range (RFC 9110, section 14), for the holder of a grant or a signed-in
 * reader. HEAD answers like GET of the whole file, opens nothing and uses nothing up.
 */
export function downloadRoutes(app: FastifyInstance, surround: Surround): void {
  const prepare = async (request: FastifyRequest<FileRoute>): Promise<Download> => {
    const grant = onlyGrant(request.query);
    const ctx = await surround(request, grant !== undefined);
    return openDownload(ctx, { fileId: request.params.id, ...(grant === undefined ? {} : { grant }) });
  };
  app.get<FileRoute>('/files/:id', { exposeHeadRoute: false }, async (request, reply) =>
    send(request, reply, await prepare(request)),
  );
  app.head<FileRoute>('/files/:id', async (request, reply) => {
    const download = await prepare(request);
    describe(reply, download);
    return request.headers['if-none-match'] === download.etag
      ? reply.code(304).send()
      : reply.header('content-length', download.size).send();
  });
}

/** The grant in a link, exactly as we write it: once, and without other parameters. */
export function onlyGrant(query: { readonly grant?: string | string[] }): string | undefined {
  const { grant, ...more } = query;
  if (grant === undefined) return undefined;
  if (typeof grant !== 'string' || Object.keys(more).length > 0) throw new DomainError('TOKEN_INVALID');
  return grant;
}

async function send(request: FastifyRequest, reply: FastifyReply, download: Download): Promise<FastifyReply> {
  const { headers } = request;
  if (headers['if-none-match'] === download.etag) return describe(reply, download).code(304).send();
  const isSame = headers['if-range'] === undefined || headers['if-range'] === download.etag;
  const range = rangeOf(isSame ? headers.range : undefined, download.size);
  if (range === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${download.size}`).send();
  }
  const stream = await download.open(range);
  // Not before: a refusal is no file, and must not be saved as one.
  describe(reply, download);
  const length = range?.length ?? download.size;
  if (range !== undefined)
    void reply.code(206).header('content-range', `bytes ${range.offset}-${range.offset + length - 1}/${download.size}`);
  void reply.hijack().header('content-length', length);
  reply.raw.writeHead(reply.statusCode, reply.getHeaders() as OutgoingHttpHeaders);
  void pour(stream, reply.raw);
  return reply;
}

/** Sends a file chunk by chunk. A damaged file must not look complete: the connection is reset, never cleanly ended. */
export async function pour(stream: Readable, response: ServerResponse): Promise<void> {
  response.once('close', () => stream.destroy());
  try {
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      await written(response, piece);
      // The system has the bytes: their memory need not wait for the collector.
      release(piece);
    }
    response.end();
  } catch {
    response.destroy();
  }
}

const written = (response: ServerResponse, piece: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => response.write(piece, (error) => (error ? reject(error) : resolve())));

function describe(reply: FastifyReply, { name, mimeType, etag }: Download): FastifyReply {
  return reply.headers({
    'content-type': mimeType,
    'content-disposition': dispositionOf(name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    etag,
  });
}

export interface Range {
  readonly offset: number;
  readonly length: number;
}

/**
 * One range of bytes, as `bytes=0-99`, `bytes=100-` or `bytes=-100`; anything else means the whole file, as the RFC
 * allows.
 */
export function rangeOf(header: string | undefined, size: number): Range | 'unsatisfiable' | undefined {
  const found = /^bytes=(?:(?<from>\d+)-(?<to>\d*)|-(?<last>\d+))$/.exec(header ?? '')?.groups;
  if (found === undefined) return undefined;
  if (found['from'] === undefined) return lastBytes(Number(found['last']), size);
  return between(Number(found['from']), found['to'] === '' ? size - 1 : Number(found['to']), size);
}

function between(offset: number, last: number, size: number): Range | 'unsatisfiable' | undefined {
  if (offset >= size) return 'unsatisfiable';
  return last < offset ? undefined : { offset, length: Math.min(last, size - 1) - offset + 1 };
}

const lastBytes = (count: number, size: number): Range | 'unsatisfiable' =>
  count === 0 || size === 0 ? 'unsatisfiable' : { offset: Math.max(0, size - count), length: Math.min(count, size) };
