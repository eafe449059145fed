import type { ExpectedSchema, Listing, Part } from './listing.ts';

/**
 * Tables that are not ours are ignored: a database may be shared. Additional indexes are allowed, because they affect
 * speed only.
 */
const isTolerated = (name: string): boolean => name.startsWith('index ');

/** How the schema of a database differs from the expected one, in sentences; empty when it does not. */
export function differences(expected: Listing, found: Listing): string[] {
  return Object.entries(expected).flatMap(([table, parts]) => {
    const own = found[table];
    return own === undefined
      ? [`the table ${table} is missing`]
      : differencesOf(table, { expected: counted(parts), found: counted(own) });
  });
}

function differencesOf(
  table: string,
  { expected, found }: { expected: Map<string, string>; found: Map<string, string> },
): string[] {
  const missing = [...expected].flatMap(([name, description]) => {
    const live = found.get(name);
    if (live === undefined) return [`${table}: ${shown(name)} is missing`];
    return live === description ? [] : [`${table}: ${name} is "${short(live)}", expected "${short(description)}"`];
  });
  const extra = [...found.keys()]
    .filter((name) => !expected.has(name) && !isTolerated(name))
    .map((name) => `${table}: ${shown(name)} is not expected`);
  return [...missing, ...extra];
}

const counted = (parts: readonly Part[]): Map<string, string> => new Map(parts);

const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}…` : text);
const shown = (name: string): string => `the ${short(name)}`;

/** Migrations that the database has run and the code does not know: a newer release was here. */
export const unknownMigrations = ({ migrations }: ExpectedSchema, executed: readonly string[]): string[] =>
  executed.filter((name) => !migrations.includes(name));
