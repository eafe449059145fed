import { sql } from 'kysely';
import { fiveYears } from '../kernel/retention.ts';
import { writing } from '../platform/orm/values.ts';
import type { RetentionClass } from '../platform/retention.ts';
import type { TransactionContext } from '../platform/context.ts';

/** What ended by itself or was ended, whichever was first. */
const ended = (table: string) =>
  sql`case when ${sql.ref(`${table}.revoked_at`)} < ${sql.ref(`${table}.expires_at`)} then ${sql.ref(`${table}.revoked_at`)} else ${sql.ref(`${table}.expires_at`)} end`;

/** Factors that were never confirmed go with the keys of their seeds. */
async function dropFactors({ em }: TransactionContext, ids: readonly string[]): Promise<void> {
  const { db } = writing(em);
  const seeds = await db
    .selectFrom('two_factor')
    .select('data_key_id')
    .where('id', 'in', ids)
    .where('data_key_id', 'is not', null)
    .execute();
  if (seeds.length > 0)
    await db
      .deleteFrom('data_key')
      .where(
        'id',
        'in',
        seeds.map(({ data_key_id }) => data_key_id as string),
      )
      .execute();
  await db.deleteFrom('two_factor').where('id', 'in', ids).where('confirmed_at', 'is', null).execute();
}

/** Consents of an account that lives are in force, or show what was: only an erased person's grow old. */
export const consentRetention: RetentionClass = {
  name: 'CONSENTS',
  description: { fr: 'consentements d’un compte effacé', en: 'consents of an erased account' },
  table: 'consent_record',
  since: sql.ref('consent_record.created_at'),
  among: sql`exists (select 1 from ${sql.table('user')} as person where person.id = consent_record.user_id and person.status = 'ERASED')`,
  days: { usual: fiveYears, least: fiveYears, most: 3_653 },
  ground: 'PROOF_OF_CONSENT',
  action: 'DELETE',
};

/** For how long ended sessions, tokens, flows, challenges and devices are kept, and consents. */
export const identityRetention: readonly RetentionClass[] = [
  {
    name: 'SESSIONS',
    description: { fr: 'sessions terminées', en: 'ended sessions' },
    table: 'session',
    since: ended('session'),
    days: { usual: 30, least: 1, most: 365 },
    ground: 'SECURITY',
    action: 'DELETE',
  },
  {
    name: 'TOKENS',
    description: { fr: 'jetons périmés', en: 'expired tokens' },
    table: 'one_time_token',
    since: sql.ref('one_time_token.expires_at'),
    days: { usual: 30, least: 1, most: 365 },
    ground: 'SECURITY',
    action: 'DELETE',
  },
  {
    name: 'PENDING_REGISTRATIONS',
    description: { fr: 'inscriptions non confirmées', en: 'unconfirmed registrations' },
    table: 'pending_registration',
    since: sql.ref('pending_registration.created_at'),
    days: { usual: 7, least: 1, most: 30 },
    ground: 'SECURITY',
    action: 'DELETE',
  },
  // Failures are counted by the day: a row must outlive the day it counts.
  {
    name: 'LOGIN_THROTTLES',
    description: { fr: 'tentatives de connexion', en: 'attempts to sign in' },
    table: 'login_throttle',
    key: 'key',
    since: sql.ref('login_throttle.last_failure_at'),
    days: { usual: 2, least: 2, most: 30 },
    ground: 'SECURITY',
    action: 'DELETE',
  },
  {
    name: 'PROVIDER_TRIPS',
    description: { fr: 'connexions par un fournisseur', en: 'sign-ins with a provider' },
    table: 'oauth_flow',
    since: sql.ref('oauth_flow.expires_at'),
    days: { usual: 1, least: 1, most: 30 },
    ground: 'SECURITY',
    action: 'DELETE',
  },
  {
    name: 'PASSKEY_CHALLENGES',
    description: { fr: 'défis de clés d’accès', en: 'passkey challenges' },
    table: 'passkey_challenge',
    since: sql.ref('passkey_challenge.expires_at'),
    days: { usual: 1, least: 1, most: 30 },
    ground: 'SECURITY',
    action: 'DELETE',
  },
  {
    name: 'FACTOR_CHALLENGES',
    description: { fr: 'défis de second facteur', en: 'second-factor challenges' },
    table: 'two_factor_challenge',
    since: sql.ref('two_factor_challenge.expires_at'),
    days: { usual: 1, least: 1, most: 30 },
    ground: 'SECURITY',
    action: 'DELETE',
  },
  {
    name: 'TRUSTED_DEVICES',
    description: { fr: 'appareils de confiance périmés', en: 'expired trusted devices' },
    table: 'trusted_device',
    since: ended('trusted_device'),
    days: { usual: 30, least: 1, most: 365 },
    ground: 'SECURITY',
    action: 'DELETE',
  },
  {
    name: 'UNCONFIRMED_FACTORS',
    description: { fr: 'seconds facteurs non confirmés', en: 'unconfirmed second factors' },
    table: 'two_factor',
    since: sql.ref('two_factor.created_at'),
    among: sql`two_factor.confirmed_at is null`,
    days: { usual: 1, least: 1, most: 30 },
    ground: 'SECURITY',
    action: 'DELETE',
    apply: dropFactors,
  },
  consentRetention,
];
