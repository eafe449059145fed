/** How the blocks of two texts compare. */
export const differenceKinds = ['SAME', 'REMOVED', 'ADDED'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];
