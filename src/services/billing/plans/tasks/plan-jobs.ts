import { z } from 'zod';
import { planEndReasons } from '../../../../entities/billing/plan-subscription.entity.ts';
import { defineTask } from '../../../platform/task.ts';

const plan = z.object({ subscriptionId: z.uuid(), personId: z.uuid() });
const ofPeriod = plan.extend({ periodId: z.uuid() });

/** Every hour: renewals, reminders, suspensions and ends that are due. */
export const renewPlansTask = defineTask('billing.renew-plans', z.object({}), { priority: 150, timeoutSeconds: 3_000 });

const step = z.object({ periodId: z.uuid(), day: z.int() });

/** Reminds a subscriber of a period that is to be paid; `day` counts from its first day. `isRefused`: their card did not pay it. */
export const remindTask = defineTask('billing.remind-of-plan', step.extend({ isRefused: z.boolean().optional() }));

/** Charges a period to the saved card of its plan; `day` counts from its first day. */
export const chargePlanTask = defineTask('billing.charge-plan', step, { priority: 100 });

/** Makes a provider that charges cards by itself charge what is to be renewed. */
export const keepCollectionTask = defineTask('billing.keep-collection', z.object({ subscriptionId: z.uuid() }), {
  priority: 100,
});

/** Sends a subscriber an e-mail and an in-app notification about what became of their plan. */
export const notifyPlanBegunTask = defineTask('billing.notify-plan-begun', plan);
export const notifyPlanSuspendedTask = defineTask('billing.notify-plan-suspended', ofPeriod);
export const notifyPlanEndedTask = defineTask(
  'billing.notify-plan-ended',
  plan.extend({ reason: z.enum(planEndReasons) }),
);

/** Notifies everybody who has a plan of its new price. */
export const notifyPlanPriceTask = defineTask('billing.notify-plan-price', z.object({ priceId: z.uuid() }), {
  timeoutSeconds: 3_000,
});
