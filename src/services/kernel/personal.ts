/**
 * Classifies a column by the personal data in it (GDPR). `none`: none, such as ids, states and amounts. `subject`:
 * about the person the row belongs to; exported to them and erased with them. `third-party`: about somebody else;
 * masked in an export. `legal-hold`: personal, and kept for as long as the law requires, even after an erasure.
 */
export const personalKinds = ['none', 'subject', 'third-party', 'legal-hold'] as const;
export type Personal = (typeof personalKinds)[number];

/** The classification of each column of one table. */
export type PersonalColumns = Readonly<Record<string, Personal>>;

/** Tables of one domain. */
export type PersonalTables = Readonly<Record<string, PersonalColumns>>;

/** Columns without personal data, in one line. */
export const none = <const Names extends readonly string[]>(...names: Names): Readonly<Record<Names[number], 'none'>> =>
  Object.fromEntries(names.map((name) => [name, 'none'])) as Record<Names[number], 'none'>;
