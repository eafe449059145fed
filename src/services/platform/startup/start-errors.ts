import { inspect } from 'node:util';
import { KeyRingError } from '../../adapters/keys/port.ts';
import { ConfigurationError } from '../config.ts';
import { OperatorError } from './operator-error.ts';

/** Of system calls on files; those of sockets get their message where they occur, with the address. */
const fileFaults: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk is read-only',
  EACCES: 'this account may not use it',
  EPERM: 'this account may not use it',
  ENOTDIR: 'a file is in the place of a folder',
  EEXIST: 'a file is in the place of a folder',
  EISDIR: 'a folder is in the place of a file',
  EIO: 'the disk answers with an error',
};

function* causesOf(error: unknown): Generator<unknown> {
  for (let at = error; at instanceof Error; at = at.cause) yield at;
}

/** A message for what an operator can correct; `undefined` for an error of the program. */
function wordsOf(error: unknown): string | undefined {
  if (error instanceof ConfigurationError) return `The configuration is wrong:\n${error.message}`;
  if (error instanceof OperatorError || error instanceof KeyRingError) return error.message;
  const { code = '', path } = error as NodeJS.ErrnoException;
  return fileFaults[code] !== undefined && path !== undefined
    ? `${path} cannot be used: ${fileFaults[code]} (${code}).`
    : undefined;
}

/** Ends a process that could not start: prints a message where the operator can act, else the stack trace. */
export function startErrorText(error: unknown): string {
  for (const cause of causesOf(error)) {
    const words = wordsOf(cause);
    if (words !== undefined) return words;
  }
  return `Stopped by an error that is none of the settings:\n${inspect(error)}`;
}
