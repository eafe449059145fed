import { LockMode } from '@mikro-orm/core';
import { PlanPeriod } from '../../../entities/billing/plan-period.entity.ts';
import { PlanPrice } from '../../../entities/billing/plan-price.entity.ts';
import { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import { Plan } from '../../../entities/billing/plan.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { Currency } from '../../kernel/money.ts';
import type { PlanFamily, PlanInterval } from '../../kernel/plans.ts';
import type { Tx } from '../../platform/context.ts';

const lockMode = LockMode.PESSIMISTIC_WRITE;

/** The local day of the business, whose calendar plans follow. */
export const todayOf = ({ now, config }: Tx<'now' | 'config'>): string => localDateOf(now, config.TIME_ZONE);

/** A plan on offer. `path`: where its code was asked for. */
export async function offeredPlan({ em }: Tx<'em'>, code: string, path = 'input.plan'): Promise<Plan> {
  const plan = await em.findOne(Plan, { code, isActive: true });
  if (plan === null) throw fieldError(path, 'isAvailable');
  return plan;
}

export interface Sold {
  readonly planId: string;
  readonly interval: PlanInterval;
  readonly currency: Currency;
  /** The first local day of the period that is sold. */
  readonly on: string;
}

/** The price of periods that begin on a day: the one that began last. */
export async function priceInForce(
  { em }: Tx<'em'>,
  { planId, interval, currency, on }: Sold,
): Promise<PlanPrice | null> {
  const [price] = await em.find(
    PlanPrice,
    { plan: planId, interval, currency, validFrom: { $lte: on } },
    { orderBy: { validFrom: 'desc' }, limit: 1 },
  );
  return price ?? null;
}

export async function requirePrice(tx: Tx<'em'>, sold: Sold): Promise<PlanPrice> {
  const price = await priceInForce(tx, sold);
  if (price === null) throw fieldError('input.currency', 'isAvailable');
  return price;
}

export const liveKey = (personId: string, family: PlanFamily): string => `${personId}:${family}`;

/** A person’s live subscription of a family, until the commit. */
export const lockLive = ({ em }: Tx<'em'>, personId: string, family: PlanFamily): Promise<PlanSubscription | null> =>
  em.findOne(PlanSubscription, { liveFor: liveKey(personId, family) }, { lockMode });

/** The caller’s own. */
export async function lockMine(tx: Tx<'em' | 'actor'>, family: PlanFamily): Promise<PlanSubscription> {
  const subscription = await lockLive(tx, personOf(tx.actor), family);
  if (subscription === null) throw new DomainError('NOT_FOUND');
  return subscription;
}

export const lockSubscription = ({ em }: Tx<'em'>, id: string): Promise<PlanSubscription | null> =>
  em.findOne(PlanSubscription, { id }, { lockMode });

/** Locked with its subscription, which is always locked first. */
export const lockPeriods = (
  { em }: Tx<'em'>,
  subscription: PlanSubscription,
  status: PlanPeriod['status'],
): Promise<PlanPeriod[]> =>
  em.find(PlanPeriod, { subscription, status }, { lockMode, orderBy: { startsOn: 'asc', id: 'asc' } });

/** What its price is; null for a plan that is free of charge by grant. */
export const soldAt = ({ em }: Tx<'em'>, { price }: PlanSubscription): Promise<PlanPrice | null> =>
  isNone(price) ? Promise.resolve(null) : em.findOneOrFail(PlanPrice, { id: (price as { id: string }).id });

/** Columns of a row that was made just now are not set until they are read back. */
export const isNone = (value: unknown): boolean => value === null || value === undefined;
