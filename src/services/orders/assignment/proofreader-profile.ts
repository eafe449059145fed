import { LockMode } from '@mikro-orm/core';
import { User } from '../../../entities/identity/user.entity.ts';
import {
  ProofreaderAbsence,
  ProofreaderProfile,
  usualCapacity,
} from '../../../entities/orders/proofreader-profile.entity.ts';
import { personOf } from '../../access/actor.ts';
import { fieldError } from '../../kernel/errors.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { Db, ReadContext, Tx } from '../../platform/context.ts';
import { wrongAbsence, type Absence } from './workload.ts';

export interface ProfileRow {
  readonly capacityPagesPerDay: number;
  readonly languages: readonly string[];
  readonly genres: readonly string[];
  readonly specialities: readonly string[];
  /** In their order. */
  readonly absences: readonly Absence[];
}

/** What stands for somebody who has said nothing of it. */
const usual: ProfileRow = {
  capacityPagesPerDay: usualCapacity,
  languages: [],
  genres: [],
  specialities: [],
  absences: [],
};

/** What is absent stays as it is. */
export type UpdateProofreaderProfile = { readonly [F in keyof ProfileRow]?: ProfileRow[F] | null };

/** A proofreader says how much they can do, of what kind, and when they are away. Error: INPUT_INVALID for absences that overlap or end before they begin. */
export async function updateMyProofreaderProfile(
  tx: Tx<'em' | 'actor' | 'record'>,
  { absences, ...input }: UpdateProofreaderProfile,
): Promise<ProfileRow> {
  const userId = personOf(tx.actor);
  const wrong = wrongAbsence(absences ?? []);
  if (wrong !== null) throw fieldError(`input.absences.${wrong}`, 'isPeriod');
  // Two requests of one person at once make one profile.
  const user = await tx.em.findOneOrFail(User, { id: userId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const profile = (await tx.em.findOne(ProofreaderProfile, { user })) ?? newProfile(tx, user);
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  Object.assign(profile, Object.fromEntries(given));
  await tx.em.flush();
  if (absences) await replaceAbsences(tx, profile, absences);
  tx.record({
    action: 'USER_UPDATED',
    targetType: 'user',
    targetId: userId,
    payload: { fields: ['proofreaderProfile'] },
  });
  const kept = await tx.em.find(ProofreaderAbsence, { profile }, { orderBy: { fromOn: 'asc' } });
  return { ...profileFrom(profile), absences: kept.map(({ fromOn, untilOn }) => ({ fromOn, untilOn })) };
}

const newProfile = ({ em }: Tx<'em'>, user: User): ProofreaderProfile =>
  em.create(ProofreaderProfile, { ...profileFrom(usual), user });

async function replaceAbsences(
  { em }: Tx<'em'>,
  profile: ProofreaderProfile,
  absences: readonly Absence[],
): Promise<void> {
  await em.nativeDelete(ProofreaderAbsence, { profile });
  for (const { fromOn, untilOn } of absences) em.create(ProofreaderAbsence, { profile, fromOn, untilOn });
  await em.flush();
}

const profileFrom = ({
  capacityPagesPerDay,
  languages,
  genres,
  specialities,
}: Omit<ProfileRow, 'absences'>): Omit<ProfileRow, 'absences'> => ({
  capacityPagesPerDay,
  languages,
  genres,
  specialities,
});

/** The caller's own profile. */
export async function getMyProofreaderProfile({ db, actor }: Pick<ReadContext, 'db' | 'actor'>): Promise<ProfileRow> {
  const userId = personOf(actor);
  return (await profilesOf(db, [userId])).get(userId) ?? usual;
}

/** The profiles of these people, those who have said nothing included. */
export async function profilesOf(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, ProfileRow>> {
  const rows = await db
    .selectFrom('proofreader_profile')
    .select(['id', 'user_id as userId', 'capacity_pages_per_day as capacityPagesPerDay'])
    .select(['languages', 'genres', 'specialities'])
    .where('user_id', 'in', userIds)
    .execute();
  const absences = await absencesOf(
    db,
    rows.map(({ id }) => id),
  );
  const known = new Map(
    rows.map(({ id, userId, languages, genres, specialities, capacityPagesPerDay }): [string, ProfileRow] => [
      userId,
      {
        capacityPagesPerDay,
        languages: jsonFrom(languages),
        genres: jsonFrom(genres),
        specialities: jsonFrom(specialities),
        absences: (absences.get(id) ?? []).map(({ fromOn, untilOn }) => ({ fromOn, untilOn })),
      },
    ]),
  );
  return new Map(userIds.map((userId) => [userId, known.get(userId) ?? usual]));
}

async function absencesOf(db: Db, profileIds: readonly string[]): Promise<ReadonlyMap<string, Absence[]>> {
  if (profileIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('proofreader_absence')
    .select(['profile_id as profileId', 'from_on as fromOn', 'until_on as untilOn'])
    .where('profile_id', 'in', profileIds)
    .orderBy('from_on')
    .execute();
  return Map.groupBy(rows, ({ profileId }) => profileId);
}
