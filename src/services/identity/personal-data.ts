import { ConsentRecord } from '../../entities/identity/consent-record.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { transition } from '../kernel/states.ts';
import { instantFrom, writing } from '../platform/orm/values.ts';
import {
  kept,
  lost,
  namesThem,
  obstacle,
  type ErasureLine,
  type ErasureScope,
  type PersonalData,
} from '../platform/personal-data.ts';
import { keptUntil } from '../platform/retention.ts';
import type { Db } from '../platform/context.ts';
import { sessionsChanged } from './events.ts';
import { userStates } from './account/user.states.ts';
import { identityDataTexts, lastAdmin } from './personal-data-texts.ts';
import { consentRetention } from './retention.ts';
import { forgetSignInMethods } from './account/forget-sign-in-methods.ts';
import { noteErased } from './actor-lock.ts';

/** The account, its sessions, tokens and consents. Goes last: the others still need to know who it is about. */
export const identityPersonalData: PersonalData = {
  domain: 'identity',
  texts: identityDataTexts,
  collect: async (db, { userId, email }) => [
    { table: 'user', rows: await db.selectFrom('user').selectAll().where('id', '=', userId).execute() },
    {
      table: 'session',
      rows: await db.selectFrom('session').selectAll().where('user_id', '=', userId).orderBy('id').execute(),
    },
    {
      table: 'one_time_token',
      rows: await db.selectFrom('one_time_token').selectAll().where('user_id', '=', userId).orderBy('id').execute(),
    },
    {
      table: 'pending_registration',
      rows: await db.selectFrom('pending_registration').selectAll().where('email', '=', email).orderBy('id').execute(),
    },
    {
      table: 'identity',
      rows: await db.selectFrom('identity').selectAll().where('user_id', '=', userId).orderBy('id').execute(),
    },
    {
      table: 'passkey',
      rows: await db.selectFrom('passkey').selectAll().where('user_id', '=', userId).orderBy('id').execute(),
    },
    {
      table: 'two_factor',
      rows: await db.selectFrom('two_factor').selectAll().where('user_id', '=', userId).orderBy('id').execute(),
    },
    {
      table: 'trusted_device',
      rows: await db.selectFrom('trusted_device').selectAll().where('user_id', '=', userId).orderBy('id').execute(),
    },
    {
      table: 'oauth_flow',
      rows: await db
        .selectFrom('oauth_flow')
        .selectAll()
        .where((eb) => eb.or([eb('user_id', '=', userId), eb('email', '=', email)]))
        .orderBy('id')
        .execute(),
    },
    {
      table: 'consent_record',
      rows: await db.selectFrom('consent_record').selectAll().where('user_id', '=', userId).orderBy('id').execute(),
    },
  ],
  async obstacles(db, { userId, role }) {
    if (role !== 'ADMIN') return [];
    const others = await db
      .selectFrom('user')
      .select('id')
      .where('role', '=', 'ADMIN')
      .where('status', '=', 'ACTIVE')
      .where('id', '!=', userId)
      .limit(1)
      .execute();
    return others.length > 0 ? [] : obstacle(lastAdmin, [userId]);
  },
  async erase(tx, { userId, email }, earlier) {
    const { tokens, sessions } = await forgetSignInMethods(tx, { userId, email });
    const ended = [lost('TOKENS', tokens), lost('SESSIONS', sessions)];
    tx.publish(sessionsChanged, userId, { userId });
    return [
      ...ended,
      ...(earlier.some(namesThem) ? await renameAccount(tx, userId) : await destroyAccount(tx, userId)),
    ];
  },
};

/** The row stays for what refers to it; an address without an account has none. Consents stay as proof, without the network they came from. */
async function renameAccount({ em, now }: ErasureScope, userId: string): Promise<ErasureLine[]> {
  const user = await em.findOne(User, { id: userId });
  if (user === null) return [];
  const { db } = writing(em);
  await db.updateTable('consent_record').set({ address: null }).where('user_id', '=', userId).execute();
  pseudonymise(user, now);
  noteErased(em, userId);
  await em.flush();
  return [...(await consentsOf(db, userId)), lost('ACCOUNT', 1, 'PSEUDONYMISED')];
}

/** Nothing that stays names the account: it goes for good, and what it consented to with it. */
async function destroyAccount({ em }: ErasureScope, userId: string): Promise<ErasureLine[]> {
  // What is written of the person first: their row must not be written again once it is gone.
  await em.flush();
  const consents = await em.nativeDelete(ConsentRecord, { user: userId });
  const accounts = await em.nativeDelete(User, { id: userId });
  return [lost('CONSENTS', consents), lost('ACCOUNT', accounts)];
}

/** No address ends in `.invalid` (RFC 2606); nobody signs in without a password. */
function pseudonymise(user: User, now: Date): void {
  transition(userStates, user, 'erase');
  Object.assign(user, {
    email: `${user.id}@erased.invalid`,
    passwordHash: null,
    firstName: 'Compte',
    lastName: 'effacé',
    phone: null,
    address: null,
    bio: null,
    avatarFileId: null,
    preferences: null,
    permissionSets: null,
    erasedAt: now,
    sessionVersion: user.sessionVersion + 1,
    passwordVersion: user.passwordVersion + 1,
  });
}

async function consentsOf(db: Db, userId: string): Promise<ErasureLine[]> {
  const rows = await db.selectFrom('consent_record').select('created_at').where('user_id', '=', userId).execute();
  if (rows.length === 0) return [];
  const latest = new Date(Math.max(...rows.map(({ created_at }) => instantFrom(created_at).getTime())));
  return [
    kept('CONSENTS', rows.length, { ground: 'PROOF_OF_CONSENT', until: await keptUntil(db, consentRetention, latest) }),
  ];
}
