import { writing } from '../platform/orm/values.ts';
import type { UseCase } from '../platform/scope.ts';

const dayMs = 86_400_000;

/** Rows removed in one transaction. */
const batch = 500;

type Prune = UseCase<'em' | 'now', void, number>;
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

/** Challenges that ended a day ago: their codes are worth nothing since long. */
const pruneChallenges: Prune = async ({ em, now }) => {
  const { db } = writing(em);
  const rows = await db.selectFrom('two_factor_challenge').select('id').where('expires_at', '<', daysBefore(now, 1)).limit(batch).execute();
  if (rows.length > 0) await db.deleteFrom('two_factor_challenge').where('id', 'in', rows.map(({ id }) => id)).execute();
  return rows.length;
};

/** Devices that are trusted no more since a month. */
const pruneDevices: Prune = async ({ em, now }) => {
  const { db } = writing(em);
  const limit = daysBefore(now, 30);
  const rows = await db.selectFrom('trusted_device').select('id').where((eb) => eb.or([eb('expires_at', '<', limit), eb('revoked_at', '<', limit)])).limit(batch).execute();
  if (rows.length > 0) await db.deleteFrom('trusted_device').where('id', 'in', rows.map(({ id }) => id)).execute();
  return rows.length;
};

/** Factors that were begun a day ago and never confirmed, and their seeds. */
const pruneDrafts: Prune = async ({ em, now }) => {
  const { db } = writing(em);
  const rows = await db.selectFrom('two_factor').select(['id', 'data_key_id']).where('confirmed_at', 'is', null).where('created_at', '<', daysBefore(now, 1)).limit(batch).execute();
  const seeds = rows.flatMap(({ data_key_id }) => data_key_id ?? []);
  if (seeds.length > 0) await db.deleteFrom('data_key').where('id', 'in', seeds).execute();
  if (rows.length > 0) await db.deleteFrom('two_factor').where('id', 'in', rows.map(({ id }) => id)).where('confirmed_at', 'is', null).execute();
  return rows.length;
};

/** What a nightly job forgets of second factors. */
export const factorPrunes: readonly Prune[] = [pruneChallenges, pruneDevices, pruneDrafts];
