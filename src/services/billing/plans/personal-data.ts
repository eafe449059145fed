import { LockMode } from '@mikro-orm/core';
import { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import type { ErasureScope, PersonalRows } from '../../platform/personal-data.ts';
import type { Db } from '../../platform/context.ts';
import { endSubscription } from './end-subscription.ts';

/** A person’s subscriptions and their periods, for the copy of their data. */
export async function collectPlans(db: Db, userId: string): Promise<PersonalRows[]> {
  const rows = (table: 'plan_subscription' | 'plan_period') =>
    db.selectFrom(table).selectAll().where('person_id', '=', userId).orderBy('id').execute();
  return [
    { table: 'plan_subscription', rows: await rows('plan_subscription') },
    { table: 'plan_period', rows: await rows('plan_period') },
  ];
}

/** Ends what is live, and answers how many subscriptions name the pseudonym from now on. */
export async function endPlans(tx: ErasureScope, userId: string): Promise<number> {
  const subscriptions = await tx.em.find(
    PlanSubscription,
    { person: userId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  for (const one of subscriptions) if (one.status !== 'ENDED') await endSubscription(tx, one, 'ERASED');
  await tx.em.flush();
  return subscriptions.length;
}
