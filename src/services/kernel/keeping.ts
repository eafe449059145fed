/** What the nightly run does with a document: its time is shorter; people decide about it; it goes into the trash; it is destroyed. */
export const retentionOutcomes = ['SHORTENED', 'TO_REVIEW', 'TRASHED', 'DESTROYED'] as const;
export type RetentionOutcome = (typeof retentionOutcomes)[number];
