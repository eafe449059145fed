import { DomainError } from '../../kernel/errors.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** The `errno` name of a failed system call, such as `ENOENT`. */
export const errnoOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** The error of a failed write: `STORAGE_FULL` when the disk is full, else the error itself. */
export function writeFailure(error: unknown): unknown {
  return FULL.has(errnoOf(error) ?? '') ? new DomainError('STORAGE_FULL', {}, { cause: error }) : error;
}

/** Runs a call on something that may be absent: `undefined` when it is. */
export async function unlessAbsent<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
