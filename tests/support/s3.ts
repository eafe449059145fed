/**
 * A real S3 server for tests (s3rver), behind a front that adds what it lacks: `If-None-Match`, a list of unfinished
 * uploads and their abortion, and Object Lock in a bucket that was made with it. The front also loses answers and breaks connections on demand.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { bodyOf } from './key-service-faults.ts';
import { S3Locks, type Refusal } from './s3-locks.ts';

/** Of the next request that writes: nothing is done, or it is done and the answer is lost; or this status. */
export type StoreFault = 'reset' | 'answer lost' | number;

export interface TestS3 {
  readonly place: {
    readonly bucket: string;
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  readonly faults: StoreFault[];
  /** Of a bucket with Object Lock. */
  readonly locks: S3Locks;
  /** Ids of uploads begun and not ended. */
  unfinished(): readonly string[];
  close(): Promise<void>;
}

interface Question {
  readonly url: URL;
  readonly name: string;
  readonly id: string | null;
}

interface Upload {
  readonly key: string;
  readonly at: string;
  readonly sizes: Map<string, number>;
  readonly retention: { readonly mode: string; readonly until: Date } | undefined;
}

const bucket = 'archive';
const key = 'S3RVER';

export async function testS3({ isLocking = false } = {}): Promise<TestS3> {
  const locks = new S3Locks();
  const directory = await mkdtemp(join(tmpdir(), 's3-'));
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  const uploads = new Map<string, Upload>();
  const faults: StoreFault[] = [];

  const forward = async (asked: IncomingMessage, body: Buffer, more: { method?: string; path?: string } = {}) => {
    const { method = 'GET', url = '', headers } = asked;
    const { 'if-none-match': _, expect: __, ...sent } = headers;
    const options = { host: '127.0.0.1', port, method, path: url, headers: sent, ...more };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      ask(options, resolve).on('error', reject).end(body);
    });
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: await bodyOf(answer) };
  };
  type Answer = Awaited<ReturnType<typeof forward>>;
  const answered = (status: number, text = ''): Answer => ({ status, headers: {}, body: Buffer.from(text) });
  const error = (status: number, code: string): Answer => answered(status, `<Error><Code>${code}</Code></Error>`);

  /** s3rver needs a signature for a question of our own: presence is remembered instead. */
  const present = new Set<string>();

  const refused = ({ status, code }: Refusal): Answer => error(status, code);

  /** What only a bucket with Object Lock knows, and what it refuses; undefined for what any store does. */
  function answerOfLocks(asked: IncomingMessage, { url, name, id }: Question, body: Buffer): Answer | undefined {
    const { method, headers } = asked;
    if (url.searchParams.has('object-lock'))
      return isLocking
        ? answered(
            200,
            '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>',
          )
        : error(404, 'ObjectLockConfigurationNotFoundError');
    const wanted = locks.askedBy(headers, method === 'PUT' ? body : undefined);
    if (wanted === undefined && !isLocking) return undefined;
    if (!isLocking) return error(400, 'InvalidRequest');
    if (wanted !== undefined && 'status' in wanted) return refused(wanted);
    const version = url.searchParams.get('versionId');
    if (url.searchParams.has('retention')) {
      const refusal = locks.extend(name, { version, headers, body });
      return refusal === undefined ? answered(200) : refused(refusal);
    }
    if (
      method === 'PUT' &&
      id !== null &&
      uploads.get(id)?.retention !== undefined &&
      locks.isPartRefused(headers, body)
    )
      return error(400, 'InvalidRequest');
    const refusal = method === 'DELETE' && id === null ? locks.refusedDeletion(name, version) : undefined;
    return refusal === undefined ? undefined : refused(refusal);
  }

  async function answerTo(asked: IncomingMessage, body: Buffer): Promise<Answer> {
    const url = new URL(asked.url ?? '', 'http://s3');
    const [name, id] = [decodeURIComponent(url.pathname).slice(bucket.length + 2), url.searchParams.get('uploadId')];
    const ofLocks = answerOfLocks(asked, { url, name, id }, body);
    if (ofLocks !== undefined) return ofLocks;
    if (url.searchParams.has('uploads') && asked.method === 'GET') return answered(200, listOf(uploads));
    const upload = id === null ? undefined : uploads.get(id);
    if (id !== null && upload === undefined) return error(404, 'NoSuchUpload');
    if (upload && asked.method === 'GET')
      return answered(
        200,
        `<ListPartsResult>${[...upload.sizes.values()].map((size) => `<Part><Size>${size}</Size></Part>`).join('')}</ListPartsResult>`,
      );
    if (id !== null && asked.method === 'DELETE') {
      uploads.delete(id);
      return answered(204);
    }
    if (asked.headers['if-none-match'] === '*' && present.has(name)) return error(412, 'PreconditionFailed');
    const isNew = (asked.method === 'PUT' || asked.method === 'POST') && asked.headers['if-none-match'] === '*';
    if (isNew) present.add(name);
    const answer = await forward(asked, body);
    if (isNew && answer.status >= 300) present.delete(name);
    if (answer.status < 300) note(asked, { name, id, url, body }, answer);
    const isAsked = asked.method === 'GET' || asked.method === 'HEAD';
    return isLocking && isAsked ? { ...answer, headers: { ...answer.headers, ...locks.headersOf(name) } } : answer;
  }

  function note(
    { method, headers }: IncomingMessage,
    { name, id, url, body }: Question & { body: Buffer },
    answer: Answer,
  ): void {
    const wanted = locks.askedBy(headers, undefined);
    const retention = wanted === undefined || 'status' in wanted ? undefined : wanted;
    if (url.searchParams.has('uploads')) {
      const [, begun = ''] = /<UploadId>(.*?)<\/UploadId>/.exec(answer.body.toString()) ?? [];
      uploads.set(begun, { key: name, at: new Date().toISOString(), sizes: new Map(), retention });
    } else if (id !== null && method === 'PUT')
      uploads.get(id)?.sizes.set(url.searchParams.get('partNumber') ?? '', body.length);
    else if (method === 'DELETE') {
      present.delete(name);
      locks.deleted(name);
    } else if (method === 'POST' && id !== null) {
      locks.written(name, uploads.get(id)?.retention);
      uploads.delete(id);
    } else if (method === 'PUT') locks.written(name, retention);
  }

  async function serve(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = asked.method === 'GET' || asked.method === 'HEAD' ? undefined : faults.shift();
    const body = await bodyOf(asked);
    if (fault === 'reset') return void asked.socket.destroy();
    const answer = typeof fault === 'number' ? error(fault, 'Fault') : await answerTo(asked, body);
    if (fault === 'answer lost') return void asked.socket.destroy();
    const { 'transfer-encoding': _, ...headers } = answer.headers;
    response.writeHead(answer.status, headers).end(asked.method === 'HEAD' ? undefined : answer.body);
  }

  const front = createServer((asked, response) => void serve(asked, response));
  front.listen(0, '127.0.0.1');
  await new Promise((listening) => front.once('listening', listening));

  return {
    place: {
      bucket,
      endpoint: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
      region: 'eu-west-3',
      credentials: { accessKeyId: key, secretAccessKey: key },
    },
    faults,
    locks,
    unfinished: () => [...uploads.keys()],
    close: async () => {
      front.closeAllConnections();
      await new Promise((closed) => front.close(closed));
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const listOf = (uploads: ReadonlyMap<string, Upload>): string =>
  `<ListMultipartUploadsResult>${[...uploads]
    .map(
      ([id, { key: name, at }]) =>
        `<Upload><Key>${name}</Key><UploadId>${id}</UploadId><Initiated>${at}</Initiated></Upload>`,
    )
    .join('')}<IsTruncated>false</IsTruncated></ListMultipartUploadsResult>`;
