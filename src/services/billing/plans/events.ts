import { z } from 'zod';
import { planEndReasons } from '../../../entities/billing/plan-subscription.entity.ts';
import type { EventType } from '../../platform/context.ts';

const plan = { subscriptionId: z.uuid(), personId: z.uuid() };
const event = <S extends z.ZodRawShape>(name: string, shape: S): EventType<z.infer<z.ZodObject<S>>> => ({
  name,
  payload: z.object(shape),
});

/** A plan has begun: paid, granted, or one of nothing. */
export const planActivated = event('plan.activated', plan);
/** Another period is paid. */
export const planRenewed = event('plan.renewed', { ...plan, periodId: z.uuid() });
/** A period has begun unpaid: all rights stay for 14 days. Its reminders are read from the days that have passed. */
export const planPastDue = event('plan.past-due', { ...plan, periodId: z.uuid() });
/** Unpaid for 14 days: what there is can be read, not written. */
export const planSuspended = event('plan.suspended', { ...plan, periodId: z.uuid() });
/** It is over: what everybody has is what is left. */
export const planEnded = event('plan.ended', { ...plan, reason: z.enum(planEndReasons) });
