/** What a legal hold may be placed on: a person, with everything of theirs, or one thing. */
export const holdTargets = ['USER', 'ORDER', 'CONVERSATION', 'FILE', 'PAYMENT', 'INVOICE'] as const;
export type HoldTarget = (typeof holdTargets)[number];
