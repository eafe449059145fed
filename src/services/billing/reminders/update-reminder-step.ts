import { LockMode } from '@mikro-orm/core';
import { ReminderStep } from '../../../entities/billing/reminder-step.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { UseCase } from '../../platform/context.ts';

/** What is absent stays. */
export interface UpdateReminderStep {
  readonly stepId: string;
  readonly days?: number | null | undefined;
  readonly titleFr?: string | null | undefined;
  readonly titleEn?: string | null | undefined;
  readonly textFr?: string | null | undefined;
  readonly textEn?: string | null | undefined;
  readonly isEnabled?: boolean | null | undefined;
}

/** Changes a reminder for those to come. Its days stay between those of the steps before and after it. */
export const updateReminderStep: UseCase<'em' | 'record', UpdateReminderStep, ReminderStep> = async (
  { em, record },
  { stepId, ...changes },
) => {
  const steps = await em.find(ReminderStep, {}, { orderBy: { position: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  const at = steps.findIndex(({ id }) => id === stepId);
  const step = steps[at];
  if (step === undefined) throw new DomainError('NOT_FOUND');
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== null && value !== undefined),
  );
  Object.assign(step, given);
  const [before, after] = [steps[at - 1]?.days ?? 0, steps[at + 1]?.days ?? Infinity];
  if (step.days <= before || step.days >= after) throw fieldError('input.days', 'order');
  record({
    action: 'REMINDER_STEP_UPDATED',
    payload: { position: step.position, days: step.days, isEnabled: step.isEnabled, fields: Object.keys(given) },
  });
  return step;
};
