/** A world in which people choose, pay and change plans, with the sandbox as payment provider. */
import { paymentProviders } from '../../../../src/services/adapters/payments/port.ts';
import type { Actor } from '../../../../src/services/access/actor.ts';
import {
  cancelPlan,
  changePlan,
  choosePlan,
  getMyPlanSubscription,
  paySubscription,
  periodsOfSubscriptions,
  previewPlanChange,
  resumePlan,
  type PlanPeriodRow,
  type PlanSubscriptionRow,
} from '../../../../src/services/billing/index.ts';
import { writePlans } from '../../../../src/services/billing/plans/seed-plans.ts';
import { renewPlans } from '../../../../src/services/billing/plans/tasks/renew-plans.ts';
import { documentFromStore } from '../../../../src/services/billing/stored-document.ts';
import type { Currency } from '../../../../src/services/kernel/money.ts';
import type { PlanFamily, PlanInterval } from '../../../../src/services/kernel/plans.ts';
import { jsonFrom } from '../../../../src/services/platform/orm/values.ts';
import { createBillingWorld, customer, type BillingWorld } from '../billing-world.ts';
import type { WorldOptions } from '../../../support/world.ts';

interface Choice {
  readonly interval?: PlanInterval;
  readonly currency?: Currency;
}

/** A customer with plans. */
export interface Subscriber {
  readonly id: string;
  readonly actor: Actor;
  choose(plan: string, choice?: Choice): Promise<unknown>;
  change(plan: string, choice?: Choice): Promise<unknown>;
  preview(plan: string, choice?: Choice): ReturnType<typeof previewPlanChange>;
  cancel(): Promise<unknown>;
  resume(): Promise<unknown>;
  /** Opens the payment page; answers its session. */
  page(): Promise<{ readonly sessionId: string; readonly paymentId: string }>;
  /** Opens the payment page and pays. Answers the payment. */
  pay(): Promise<string>;
  plan(): Promise<PlanSubscriptionRow | null>;
  /** `PRO ACTIVE`, or `-` without a live subscription. */
  state(): Promise<string>;
  /** Oldest first. */
  periods(): Promise<PlanPeriodRow[]>;
  /** Issued documents, oldest first. */
  documents(): Promise<{ kind: string; number: string; gross: number; paid: number[] }[]>;
}

export interface PlansWorld extends BillingWorld {
  subscriber(family?: PlanFamily): Promise<Subscriber>;
  paySession(sessionId: string): Promise<void>;
  renew(): Promise<void>;
}

export async function createPlansWorld(options: WorldOptions = {}): Promise<PlansWorld> {
  const world = await createBillingWorld(options);
  await world.run(writePlans, undefined);
  const planCodes = new Map(
    (await world.db.selectFrom('plan').select(['id', 'code']).execute()).map(({ id, code }) => [id, code]),
  );
  const paySession = async (sessionId: string): Promise<void> =>
    world.processEvent(await world.payments.simulator.pay(sessionId));
  return {
    ...world,
    paySession,
    renew: () => renewPlans(world.contextFor()),
    async subscriber(family = 'ARTISAN') {
      const id = await world.addCustomer();
      const actor = customer(id);
      const plan = () => getMyPlanSubscription(world.readContext(actor), family);
      const context = () => ({ ...world.contextFor(actor), payments: paymentProviders(world.payments) });
      const page = async () => {
        const { sessionId, paymentId } = await paySubscription(context(), { family });
        return { sessionId: String(sessionId), paymentId };
      };
      return {
        ...{ id, actor, page, plan },
        choose: (code, { interval = 'MONTH', currency = 'EUR' } = {}) =>
          world.run(choosePlan, { plan: code, interval, currency }, actor),
        change: (code, choice = {}) => world.run(changePlan, { plan: code, ...choice }, actor),
        preview: (code, choice = {}) => world.run(previewPlanChange, { plan: code, ...choice }, actor),
        cancel: () => world.run(cancelPlan, { family }, actor),
        resume: () => world.run(resumePlan, { family }, actor),
        async pay() {
          const { sessionId, paymentId } = await page();
          await paySession(sessionId);
          return paymentId;
        },
        async state() {
          const row = await plan();
          return row === null ? '-' : `${planCodes.get(row.planId)} ${row.status}`;
        },
        async periods() {
          const rows = await world.db
            .selectFrom('plan_subscription')
            .select('id')
            .where('person_id', '=', id)
            .orderBy('id')
            .execute();
          const ids = rows.map((row) => row.id);
          const found = await periodsOfSubscriptions(world.readContext(), ids);
          return ids.flatMap((each) => (found.get(each) ?? []).toReversed());
        },
        async documents() {
          const rows = await world.db
            .selectFrom('invoice')
            .select(['kind', 'number', 'gross_cents', 'document'])
            .where('buyer_id', '=', id)
            .orderBy('id')
            .execute();
          return rows.map(({ kind, number, gross_cents, document }) => ({
            kind,
            number,
            gross: Number(gross_cents),
            paid: documentFromStore(jsonFrom(document)).payments.map(({ amount }) => amount.amount),
          }));
        },
      };
    },
  };
}
