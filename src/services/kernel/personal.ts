/**
 * What a column says about people (GDPR). `none`: nothing by itself, as ids, states and amounts. `subject`: something about
 * the person whose row it is; exported to them and erased with them. `third-party`: something about somebody else; masked
 * in an export. `legal-hold`: personal, and kept for as long as the law asks, whatever is erased.
 */
export const personalKinds = ['none', 'subject', 'third-party', 'legal-hold'] as const;
export type Personal = (typeof personalKinds)[number];

/** Columns of one table, each with what it says. */
export type PersonalColumns = Readonly<Record<string, Personal>>;

/** Tables of one domain. */
export type PersonalTables = Readonly<Record<string, PersonalColumns>>;

/** Columns that say nothing about anybody, in one line. */
export const none = <const Names extends readonly string[]>(...names: Names): Readonly<Record<Names[number], 'none'>> =>
  Object.fromEntries(names.map((name) => [name, 'none'])) as Record<Names[number], 'none'>;
