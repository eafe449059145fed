import { HeadObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { DomainError } from '../../kernel/errors.ts';

export interface S3Place {
  readonly bucket: string;
  /** Before every key, ends with a slash; empty for the whole bucket. */
  readonly prefix: string;
  /** Another store than Amazon's. */
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  /** As the SDK looks for them, unless given. */
  readonly credentials?: S3ClientConfig['credentials'];
  readonly attempts?: number;
}

/** A bucket and the way to it. */
export interface S3Bucket {
  readonly client: S3Client;
  readonly bucket: string;
  readonly prefix: string;
}

const timeouts = { connectionTimeout: 3_000, requestTimeout: 30_000 };
const usualAttempts = 4;

export function openBucket({ bucket, prefix, endpoint, region, credentials, attempts }: S3Place): S3Bucket {
  const client = new S3Client({
    requestHandler: timeouts,
    maxAttempts: attempts ?? usualAttempts,
    retryMode: 'standard',
    // Other stores know neither trailers nor all checksums; what is stored is authenticated by itself.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(region !== undefined && { region }),
    ...(credentials && { credentials }),
  });
  return { client, bucket, prefix };
}

const full = new Set(['QuotaExceeded', 'QuotaExceededException', 'StorageFull', 'XMinioStorageFull']);
const away = new Set(['TimeoutError', 'SlowDown', 'ServiceUnavailable', 'InternalError', 'RequestTimeout']);
const networkFaults = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);

interface Failure {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const failureOf = (error: unknown): Failure => (typeof error === 'object' && error !== null ? error : {});

export const statusOf = (error: unknown): number => failureOf(error).$metadata?.httpStatusCode ?? 0;

/** The error of a call, in our words where people can do something about it. */
export function callFailure(error: unknown): unknown {
  const { name = '', code = '' } = failureOf(error);
  const status = statusOf(error);
  if (full.has(name) || status === 507) return new DomainError('STORAGE_FULL', {}, { cause: error });
  const isAway = away.has(name) || networkFaults.has(code) || status >= 500;
  return isAway ? new DomainError('UNAVAILABLE', {}, { cause: error }) : error;
}

export async function called<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw callFailure(error);
  }
}

/** `undefined` for what is not there. */
export async function unlessAbsent<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw callFailure(error);
  }
}

/** What stands under a key. */
export const headOf = ({ client, bucket }: S3Bucket, key: string) =>
  unlessAbsent(client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })));
