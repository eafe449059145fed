/** What a period is cut into; a week begins on Monday. */
export const bucketUnits = ['DAY', 'WEEK', 'MONTH', 'YEAR'] as const;
export type BucketUnit = (typeof bucketUnits)[number];
