import type { IncomingMessage } from 'node:http';
import { processRequest } from 'graphql-upload-minimal';
import { DomainError, fieldError } from '../../services/kernel/errors.ts';
import type { ReadMultipart } from './graphql-route.ts';

/** Source: https://github.com/jaydenseric/graphql-multipart-request-spec */
const maxFieldSize = 64 * 1024;
const maxFiles = 5;
const drainMs = 2_000;
const drainBytes = 1024 * 1024;

/** Slower than this, on average, after the first half minute, is not a person's connection any more. */
export const uploadFloor = { bytesPerSecond: 16 * 1024, afterMs: 30_000, everyMs: 5_000 } as const;

export type UploadFloor = { readonly [name in keyof typeof uploadFloor]: number };

/**
 * Reads a form that carries files. Files are not kept anywhere: their streams are handed to the resolvers in the order
 * they arrive. One byte more than the largest file passes, so that sealing refuses it instead of taking a cut file for whole.
 */
export const multipartReader = (maxFileBytes: number, floor: UploadFloor = uploadFloor): ReadMultipart => async (request) => {
  const { raw } = request;
  const stopWatching = watchSpeed(raw, floor);
  try {
    const body = await processRequest(raw, undefined as never, { maxFieldSize, maxFiles, maxFileSize: maxFileBytes + 1 });
    return { body, done: () => finish(raw, stopWatching) };
  } catch (error) {
    await finish(raw, stopWatching);
    throw refusalOf(error);
  }
};

function refusalOf(error: unknown): DomainError {
  const { status, message = '' } = error as { status?: number; message?: string };
  if (status === 413) return /file uploads exceeded/.test(message) ? fieldError('map', 'max-files') : fieldError('body', 'size');
  if (status === 499) return new DomainError('UPLOAD_INCOMPLETE', {}, { cause: error });
  return new DomainError('INPUT_INVALID', { fields: [{ path: 'body', rules: ['multipart'] }] }, { cause: error });
}

/** Lets the sender finish a small rest, so that it reads our answer; cuts a longer one off. */
function finish(raw: IncomingMessage, stopWatching: () => void): Promise<void> {
  stopWatching();
  if (raw.complete || raw.destroyed) return Promise.resolve();
  raw.unpipe();
  const limit = raw.socket.bytesRead + drainBytes;
  raw.on('data', () => {
    if (raw.socket.bytesRead > limit) raw.destroy();
  });
  const timer = setTimeout(() => raw.destroy(), drainMs);
  timer.unref();
  raw.once('close', () => clearTimeout(timer));
  raw.resume();
  return Promise.resolve();
}

function watchSpeed(raw: IncomingMessage, floor: UploadFloor): () => void {
  const start = { at: performance.now(), bytes: raw.socket.bytesRead };
  const timer = setInterval(() => {
    const elapsed = performance.now() - start.at;
    if (elapsed < floor.afterMs) return;
    if ((raw.socket.bytesRead - start.bytes) / (elapsed / 1_000) < floor.bytesPerSecond) raw.destroy(new Error('upload too slow'));
  }, floor.everyMs);
  timer.unref();
  raw.once('close', () => clearInterval(timer));
  return () => clearInterval(timer);
}

