import type { Step } from './steps.ts';

/** What happened to an order, each on the working day that is so many after its first. */
type Steps = readonly (readonly [day: number, step: Step])[];

const unpaid: Steps = [[0, 'place']];
const paid: Steps = [...unpaid, [0, 'pay'], [1, 'sendManuscript']];
const assigned: Steps = [...paid, [1, 'assign']];
const inProgress: Steps = [...assigned, [2, 'start'], [4, 'write'], [5, 'progress']];
const delivered: Steps = [...inProgress, [7, 'answer'], [8, 'deliver']];
const changing: Steps = [...delivered, [10, 'askChanges']];

/** How the orders of the demo went, or go. */
export const lives = {
  unpaid,
  submitted: [...unpaid, [1, 'submit']],
  verified: [...unpaid, [1, 'submit'], [2, 'countMore']],
  consulted: [...unpaid, [1, 'submit'], [2, 'consult']],
  quoted: [...unpaid, [1, 'submit'], [3, 'quote']],
  expected: [...unpaid, [0, 'pay']],
  paid,
  assigned,
  inProgress,
  late: inProgress,
  suspended: [...inProgress, [9, 'suspend']],
  delivered,
  changing,
  accepted: [...delivered, [11, 'accept']],
  revised: [...changing, [14, 'deliver'], [16, 'accept']],
  cancelled: [...unpaid, [3, 'cancel']],
  refunded: [...inProgress, [6, 'refund']],
} as const satisfies Record<string, Steps>;

export type Life = keyof typeof lives;
