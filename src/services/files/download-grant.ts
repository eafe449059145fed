import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '../kernel/errors.ts';

const lifeMs = 60_000;

const grantShape = z.object({ f: z.string(), v: z.string(), u: z.string(), x: z.number() });

/** The right of one person to fetch one version of one file, for a minute. */
export interface DownloadGrant {
  readonly fileId: string;
  readonly versionId: string;
  readonly userId: string;
  readonly expiresAt: Date;
}

const macOf = (key: Buffer, body: string): Buffer => createHmac('sha256', key).update('download').update(body).digest();

export function signGrant(key: Buffer, target: Omit<DownloadGrant, 'expiresAt'>, now: Date): { token: string; expiresAt: Date } {
  const expiresAt = new Date(now.getTime() + lifeMs);
  const body = Buffer.from(JSON.stringify({ f: target.fileId, v: target.versionId, u: target.userId, x: expiresAt.getTime() })).toString('base64url');
  return { token: `${body}.${macOf(key, body).toString('base64url')}`, expiresAt };
}

/** Reads a grant back; a changed or expired one is `TOKEN_INVALID`, and one that is not written exactly as we write it. */
export function readGrant(key: Buffer, token: string, now: Date): DownloadGrant {
  const [body = '', mac = '', ...more] = token.split('.');
  if (more.length > 0) throw new DomainError('TOKEN_INVALID');
  const given = Buffer.from(mac, 'base64url');
  const own = macOf(key, body);
  if (given.length !== own.length || !timingSafeEqual(given, own) || given.toString('base64url') !== mac) throw new DomainError('TOKEN_INVALID');
  const { f, v, u, x } = grantShape.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  if (x < now.getTime()) throw new DomainError('TOKEN_INVALID');
  return { fileId: f, versionId: v, userId: u, expiresAt: new Date(x) };
}
