/** The label of a value, in French and in English, as shown on its own: on a badge, in a menu. */
export type Label = readonly [french: string, english: string];

/** A label for each value of an enumeration: the build fails when one is missing. */
export type Labels<N extends string> = Readonly<Record<N, Label>>;
