import { registerEnumType } from 'type-graphql';
import { planPeriodStatuses } from '../../entities/billing/plan-period.entity.ts';
import { planEndReasons, planSubscriptionStatuses } from '../../entities/billing/plan-subscription.entity.ts';
import { planActions, planFamilies, planFeatures, planIntervals } from '../../services/kernel/plans.ts';
import { enumOf } from '../shared/enum-of.ts';

export const PlanFamilyEnum = enumOf(planFamilies);
registerEnumType(PlanFamilyEnum, {
  name: 'PlanFamily',
  description: 'What a plan is for; a person has one plan of each at most.',
  valuesConfig: {
    ARTISAN: { description: 'Bookings and customers of an artisan.' },
    ARCHIVE: { description: 'Documents of a practice.' },
  },
});

export const PlanFeatureEnum = enumOf(planFeatures);
registerEnumType(PlanFeatureEnum, {
  name: 'PlanFeature',
  description: 'What a plan may contain.',
  valuesConfig: {
    SMS: { description: 'Text messages a month.' },
    CALENDARS: { description: 'Connected calendars.' },
    MEMBERS: { description: 'Members of a team.' },
    STORAGE: { description: 'Space for files, in bytes.' },
  },
});

export const PlanIntervalEnum = enumOf(planIntervals);
registerEnumType(PlanIntervalEnum, {
  name: 'PlanInterval',
  description: 'How long a period is.',
  valuesConfig: { MONTH: { description: 'A month.' }, YEAR: { description: 'A year.' } },
});

export const PlanActionEnum = enumOf(planActions);
registerEnumType(PlanActionEnum, {
  name: 'PlanAction',
  description: 'What a subscriber does with their plan.',
  valuesConfig: {
    PAY: { description: 'Pay what is due: `paySubscription`.' },
    CHANGE: { description: 'Change to another plan: `changePlan`.' },
    CANCEL: { description: 'End it with what is paid: `cancelPlan`.' },
    RESUME: { description: 'Take a cancellation back: `resumePlan`.' },
  },
});

export const PlanSubscriptionStatusEnum = enumOf(planSubscriptionStatuses);
registerEnumType(PlanSubscriptionStatusEnum, {
  name: 'PlanSubscriptionStatus',
  description: 'Status of a subscription.',
  valuesConfig: {
    INCOMPLETE: { description: 'Chosen; its first period is not paid.' },
    ACTIVE: { description: 'In force.' },
    PAST_DUE: { description: 'A period has begun unpaid; all rights stay for 14 days.' },
    SUSPENDED: { description: 'Unpaid for 14 days: what there is can be read, not written.' },
    ENDED: { description: 'Over.' },
  },
});

export const PlanPeriodStatusEnum = enumOf(planPeriodStatuses);
registerEnumType(PlanPeriodStatusEnum, {
  name: 'PlanPeriodStatus',
  description: 'Status of a period.',
  valuesConfig: {
    DUE: { description: 'To be paid.' },
    PAID: { description: 'Paid.' },
    REPLACED: { description: 'Paid, then another plan took its place.' },
    VOID: { description: 'Never to be paid any more.' },
  },
});

export const PlanEndReasonEnum = enumOf(planEndReasons);
registerEnumType(PlanEndReasonEnum, {
  name: 'PlanEndReason',
  description: 'Why a subscription ended.',
  valuesConfig: {
    CANCELLED: { description: 'The subscriber cancelled it.' },
    UNPAID: { description: 'A period stayed unpaid for 45 days.' },
    NEVER_PAID: { description: 'Its first period was not paid within 23 hours.' },
    GRANT_OVER: { description: 'It had been granted until that day.' },
    REPLACED: { description: 'Another choice took its place before anything was paid.' },
    ERASED: { description: 'The account was erased.' },
  },
});

export const planChangeEffects = ['NOW', 'PERIOD_END'] as const;
export const PlanChangeEffectEnum = enumOf(planChangeEffects);
registerEnumType(PlanChangeEffectEnum, {
  name: 'PlanChangeEffect',
  description: 'When a change of plan counts.',
  valuesConfig: {
    NOW: { description: 'As soon as its difference is paid.' },
    PERIOD_END: { description: 'At the end of what is paid.' },
  },
});
