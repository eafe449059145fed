/** Why a late order is not delivered, as far as it shows. */
export const lateReasons = [
  'UNASSIGNED',
  'EXTENSION_PENDING',
  'NOT_STARTED',
  'NOT_HANDED_OVER',
  'IN_PROGRESS',
] as const;
export type LateReason = (typeof lateReasons)[number];

/** What to do about it. */
export const nextSteps = ['ASSIGN', 'ANSWER_EXTENSION', 'START', 'DELIVER', 'ASK_PROOFREADER'] as const;
export type NextStep = (typeof nextSteps)[number];
