/** What people call a value, in French and in English, as it stands alone: on a badge, in a menu. */
export type Label = readonly [french: string, english: string];

/** A label for each value of an enumeration: the build fails when one is missing. */
export type Labels<N extends string> = Readonly<Record<N, Label>>;
