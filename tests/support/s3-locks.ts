/**
 * Object Lock as S3 describes it, for the fake of S3: who asks for a lock asks correctly or is refused, and what is locked cannot be deleted.
 * Versions are simulated as far as one name has one at a time.
 */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

interface Retention {
  readonly mode: string;
  readonly until: Date;
}

interface LockedObject {
  readonly version: string;
  retention?: Retention | undefined;
}

export interface Refusal {
  readonly status: number;
  readonly code: string;
}

const headerOf = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
};

export class S3Locks {
  /** The clock of the store. */
  now = (): Date => new Date();
  /** How often a lock was made longer by a request of its own. */
  extensions = 0;
  readonly #objects = new Map<string, LockedObject>();
  #made = 0;

  /** What is locked, and until when. */
  untilOf(name: string): Date | undefined {
    return this.#objects.get(name)?.retention?.until;
  }

  modeOf(name: string): string | undefined {
    return this.#objects.get(name)?.retention?.mode;
  }

  /** Of a request that begins or writes an object: the lock it asks for, or why it is refused. */
  askedBy(headers: IncomingHttpHeaders, body: Buffer | undefined): Retention | Refusal | undefined {
    const mode = headerOf(headers, 'x-amz-object-lock-mode');
    const until = headerOf(headers, 'x-amz-object-lock-retain-until-date');
    if (mode === undefined && until === undefined) return undefined;
    if (mode === undefined || until === undefined) return { status: 400, code: 'InvalidArgument' };
    if (body !== undefined && !isSummed(headers, body)) return { status: 400, code: 'InvalidRequest' };
    return this.#retention(mode, until);
  }

  #retention(mode: string, text: string): Retention | Refusal {
    const until = new Date(text);
    const isKnown = mode === 'GOVERNANCE' || mode === 'COMPLIANCE';
    const isDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && until > this.now();
    return isKnown && isDate ? { mode, until } : { status: 400, code: 'InvalidArgument' };
  }

  /** A part of an object that will be locked needs its sum too. */
  isPartRefused(headers: IncomingHttpHeaders, body: Buffer): boolean {
    return headerOf(headers, 'content-md5') === undefined || !isSummed(headers, body);
  }

  written(name: string, retention: Retention | undefined): void {
    this.#objects.set(name, { version: `v${(this.#made += 1)}`, retention });
  }

  /** PutObjectRetention: only longer, and never weaker than COMPLIANCE. */
  extend(name: string, { version, headers, body }: { version: string | null } & Asked): Refusal | undefined {
    const object = this.#objects.get(name);
    if (object === undefined || (version !== null && version !== object.version))
      return { status: 404, code: 'NoSuchVersion' };
    if (!isSummed(headers, body)) return { status: 400, code: 'InvalidRequest' };
    const [, mode = ''] = /<Mode>(.*?)<\/Mode>/.exec(body.toString()) ?? [];
    const [, until = ''] = /<RetainUntilDate>(.*?)<\/RetainUntilDate>/.exec(body.toString()) ?? [];
    const wanted = this.#retention(mode, until);
    if ('status' in wanted) return wanted;
    if (isWeaker(object.retention, wanted)) return { status: 403, code: 'AccessDenied' };
    object.retention = wanted;
    this.extensions += 1;
    return undefined;
  }

  /** Of a deletion: one without a version would hide what is locked, and nothing of ours may do so. */
  refusedDeletion(name: string, version: string | null): Refusal | undefined {
    const object = this.#objects.get(name);
    if (object === undefined) return undefined;
    if (version !== null && version !== object.version) return { status: 404, code: 'NoSuchVersion' };
    const isLocked = object.retention !== undefined && object.retention.until > this.now();
    return isLocked ? { status: version === null ? 501 : 403, code: 'AccessDenied' } : undefined;
  }

  deleted(name: string): void {
    this.#objects.delete(name);
  }

  /** What a question for an object is answered beside it. */
  headersOf(name: string): Record<string, string> {
    const object = this.#objects.get(name);
    if (object === undefined) return {};
    const { version, retention } = object;
    return {
      'x-amz-version-id': version,
      ...(retention && {
        'x-amz-object-lock-mode': retention.mode,
        'x-amz-object-lock-retain-until-date': retention.until.toISOString(),
      }),
    };
  }
}

interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function isSummed(headers: IncomingHttpHeaders, body: Buffer): boolean {
  const md5 = headerOf(headers, 'content-md5');
  if (md5 !== undefined) return md5 === createHash('md5').update(body).digest('base64');
  return Object.keys(headers).some((name) => /^x-amz-checksum-(crc32|crc32c|sha1|sha256)$/.test(name));
}

const isWeaker = (there: Retention | undefined, wanted: Retention): boolean =>
  there?.mode === 'COMPLIANCE' && (wanted.mode !== 'COMPLIANCE' || wanted.until < there.until);
