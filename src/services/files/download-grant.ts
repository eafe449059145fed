import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '../kernel/errors.ts';

/** How long a grant lives, in milliseconds. */
export const grantMs = 60_000;

const grantShape = z.object({ i: z.string(), f: z.string(), v: z.string(), u: z.string().nullable(), x: z.number() });

/** The right of somebody to fetch one version of one file, for a minute. */
export interface DownloadGrant {
  /** Its own: the audit log knows by it that its use was recorded. */
  readonly id: string;
  readonly fileId: string;
  readonly versionId: string;
  /** Null for somebody without an account. */
  readonly userId: string | null;
  readonly expiresAt: Date;
}

const macOf = (key: Buffer, body: string): Buffer => createHmac('sha256', key).update('download').update(body).digest();

export function signGrant(
  key: Buffer,
  target: Omit<DownloadGrant, 'id' | 'expiresAt'>,
  now: Date,
): { token: string; expiresAt: Date } {
  const expiresAt = new Date(now.getTime() + grantMs);
  const body = Buffer.from(
    JSON.stringify({
      i: randomBytes(12).toString('base64url'),
      f: target.fileId,
      v: target.versionId,
      u: target.userId,
      x: expiresAt.getTime(),
    }),
  ).toString('base64url');
  return { token: `${body}.${macOf(key, body).toString('base64url')}`, expiresAt };
}

/** Reads a grant back; a changed or expired one is `TOKEN_INVALID`, and one that is not written exactly as we write it. */
export function readGrant(key: Buffer, token: string, now: Date): DownloadGrant {
  const [body = '', mac = '', ...more] = token.split('.');
  if (more.length > 0 || !isOurs(macOf(key, body), mac)) throw new DomainError('TOKEN_INVALID');
  // One of an earlier release, which had another shape, has lived its minute.
  const { data } = grantShape.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  if (data === undefined || data.x < now.getTime()) throw new DomainError('TOKEN_INVALID');
  return { id: data.i, fileId: data.f, versionId: data.v, userId: data.u, expiresAt: new Date(data.x) };
}

function isOurs(own: Buffer, mac: string): boolean {
  const given = Buffer.from(mac, 'base64url');
  return given.length === own.length && timingSafeEqual(given, own) && given.toString('base64url') === mac;
}
