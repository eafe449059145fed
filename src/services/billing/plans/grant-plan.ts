import { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { may } from '../../access/permissions.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { addDays } from '../../kernel/plan-calendar.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import type { Tx } from '../../platform/context.ts';
import { addSubscription, begin, writtenOnce } from './choose-plan.ts';
import { endSubscription, voidPeriod } from './end-subscription.ts';
import { lockLive, lockPeriods, offeredPlan, soldAt, todayOf } from './load-plan.ts';

export interface GrantPlan extends Keyed {
  readonly personId: string;
  /** The plan’s code. */
  readonly plan: string;
  /** The first local day on which it is no longer granted. */
  readonly until: string;
}

type Needed = Tx<'em' | 'actor' | 'now' | 'config' | 'emit' | 'record'>;

/** Nobody is promised more: ten years. */
const mostDays = 3_653;

/**
 * Gives a person a plan free of charge, until a day. A plan of nothing and an unpaid choice give way to it, an earlier grant is
 * changed; one who pays for a plan keeps it: PLAN_ALREADY_CHOSEN.
 */
export const grantPlan = keyed<'em' | 'actor' | 'now' | 'config' | 'emit' | 'record', GrantPlan, PlanSubscription>(
  'grantPlan',
  grant,
  ({ em }, id) => em.findOneOrFail(PlanSubscription, { id }),
);

async function grant(tx: Needed, { personId, plan: code, until }: Omit<GrantPlan, 'key'>): Promise<PlanSubscription> {
  const today = todayOf(tx);
  if (until <= today || until > addDays(today, mostDays)) throw fieldError('input.until', 'isFuture');
  const person = isId(personId) ? await tx.em.findOne(User, { id: personId, status: 'ACTIVE' }) : null;
  if (person === null || !may(person.role, 'plan:choose')) throw new DomainError('NOT_FOUND');
  const plan = await offeredPlan(tx, code);
  const live = await lockLive(tx, personId, plan.family);
  const subscription = live?.isGranted === true ? live : await afresh();
  subscription.plan = plan;
  subscription.paidUntil = until;
  tx.record({
    action: 'PLAN_GRANTED',
    targetType: 'user',
    targetId: personId,
    payload: { subscriptionId: subscription.id, plan: code, until },
  });
  await writtenOnce(tx);
  return subscription;

  async function afresh(): Promise<PlanSubscription> {
    if (live !== null) await giveWay(tx, live);
    const made = addSubscription(tx, { personId, plan, price: null });
    begin(tx, made, { paidUntil: until });
    return made;
  }
}

async function giveWay(tx: Needed, live: PlanSubscription): Promise<void> {
  const isPaid = live.status !== 'INCOMPLETE' && ((await soldAt(tx, live))?.amountCents ?? 0) > 0;
  if (isPaid) throw new DomainError('PLAN_ALREADY_CHOSEN');
  for (const period of await lockPeriods(tx, live, 'DUE')) voidPeriod(period);
  await endSubscription(tx, live, 'REPLACED');
  await tx.em.flush();
}
