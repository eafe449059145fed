import { z } from 'zod';
import { writing } from '../platform/orm/values.ts';
import type { JobType, Operation, UseCase } from '../platform/scope.ts';
import { factorPrunes } from './prune-factors.ts';

const dayMs = 86_400_000;

/** How long what has ended is remembered, in days (the entities' docstrings). */
const kept = { sessions: 30, tokens: 30, throttles: 2, flows: 1, challenges: 1 } as const;

/** Rows removed in one transaction: short enough that nobody waits behind it. */
const batch = 500;

export const pruneIdentityJob: JobType<Record<string, never>> = { kind: 'identity.prune', payload: z.object({}), priority: 900, maxAttempts: 3 };

type Prune = UseCase<'em' | 'now', void, number>;
const before = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

const pruneSessions: Prune = async ({ em, now }) => {
  const { db } = writing(em);
  const limit = before(now, kept.sessions);
  const rows = await db.selectFrom('session').select('id').where((eb) => eb.or([eb('expires_at', '<', limit), eb('revoked_at', '<', limit)])).limit(batch).execute();
  if (rows.length > 0) await db.deleteFrom('session').where('id', 'in', rows.map(({ id }) => id)).execute();
  return rows.length;
};

const pruneTokens: Prune = async ({ em, now }) => {
  const { db } = writing(em);
  const rows = await db.selectFrom('one_time_token').select('id').where('expires_at', '<', before(now, kept.tokens)).limit(batch).execute();
  if (rows.length > 0) await db.deleteFrom('one_time_token').where('id', 'in', rows.map(({ id }) => id)).execute();
  return rows.length;
};

const pruneThrottles: Prune = async ({ em, now }) => {
  const { db } = writing(em);
  const rows = await db.selectFrom('login_throttle').select('key').where('last_failure_at', '<', before(now, kept.throttles)).limit(batch).execute();
  if (rows.length > 0) await db.deleteFrom('login_throttle').where('key', 'in', rows.map(({ key }) => key)).execute();
  return rows.length;
};

const pruneFlows: Prune = async ({ em, now }) => {
  const { db } = writing(em);
  const rows = await db.selectFrom('oauth_flow').select('id').where('expires_at', '<', before(now, kept.flows)).limit(batch).execute();
  if (rows.length > 0) await db.deleteFrom('oauth_flow').where('id', 'in', rows.map(({ id }) => id)).execute();
  return rows.length;
};

const pruneChallenges: Prune = async ({ em, now }) => {
  const { db } = writing(em);
  const rows = await db.selectFrom('passkey_challenge').select('id').where('expires_at', '<', before(now, kept.challenges)).limit(batch).execute();
  if (rows.length > 0) await db.deleteFrom('passkey_challenge').where('id', 'in', rows.map(({ id }) => id)).execute();
  return rows.length;
};

/** The job: forgets what has ended: sessions and mailed tokens after a month, wrong passwords after two days, trips to providers and challenges after one, and what is left of second factors. */
export const pruneIdentity: Operation<'run', unknown, void> = async ({ run }) => {
  for (const prune of [pruneSessions, pruneTokens, pruneThrottles, pruneFlows, pruneChallenges, ...factorPrunes]) while ((await run(prune, undefined)) === batch);
};
