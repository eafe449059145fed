import { topicTypes } from './subject.ts';

/** What a legal hold may be placed on: somebody, with everything of theirs, or one thing. */
export const holdTargets = ['USER', ...topicTypes, 'CONVERSATION', 'FILE', 'PAYMENT', 'CABINET', 'DOCUMENT'] as const;
export type HoldTarget = (typeof holdTargets)[number];
