/** How a run ends, for scripts. */
export const exitCodes = { done: 0, usage: 2, kept: 3, refused: 4, notReached: 5 };

/** Nothing can be done: what is said, and how the run ends. */
export class Stop extends Error {
  constructor(message, exitCode = exitCodes.usage) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The server does not answer. */
export class NotReached extends Error {
  constructor(message, options) {
    super(message, options);
    this.exitCode = exitCodes.notReached;
  }
}

/** The server answers no to one file; `code` is that of the API. */
export class Refused extends Error {
  constructor(code, message = code) {
    super(message);
    this.code = code;
  }
}

/** A local file is not deleted; the message says why. */
export class Kept extends Error {}

/** A local file that cannot be read or removed. */
export const isLocal = (error) => ['ENOENT', 'EACCES', 'EPERM', 'ELOOP', 'EIO', 'EISDIR'].includes(error.code);
