import { implementTask, type Task } from '../../../platform/task.ts';
import { keepCollection } from '../collection/keep-collection.ts';
import { chargePlan } from './charge-plan.ts';
import { notifyPlanPrice } from './notify-plan-price.ts';
import { notifyPlanBegun, notifyPlanEnded, notifyPlanSuspended, remindOfPlan } from './notify-plan.ts';
import {
  chargePlanTask,
  keepCollectionTask,
  notifyPlanPriceTask,
  notifyPlanBegunTask,
  notifyPlanEndedTask,
  notifyPlanSuspendedTask,
  remindTask,
  renewPlansTask,
} from './plan-jobs.ts';
import { renewPlans } from './renew-plans.ts';

/** What plans do after commit and every hour. */
export const planTasks: readonly Task[] = [
  implementTask(renewPlansTask, (ctx, _) => renewPlans(ctx)),
  implementTask(remindTask, remindOfPlan),
  implementTask(chargePlanTask, chargePlan),
  implementTask(keepCollectionTask, keepCollection),
  implementTask(notifyPlanBegunTask, notifyPlanBegun),
  implementTask(notifyPlanSuspendedTask, notifyPlanSuspended),
  implementTask(notifyPlanEndedTask, notifyPlanEnded),
  implementTask(notifyPlanPriceTask, notifyPlanPrice),
];
