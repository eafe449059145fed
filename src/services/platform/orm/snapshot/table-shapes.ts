import { expectedSchemas } from '../../../../migrations/expected-schema.generated.ts';
import type { Listing } from '../schema/listing.ts';

/** How a value is written where both databases must agree: see `docs/backup-format.md`. */
export const columnKinds = ['text', 'integer', 'instant', 'json', 'bytes'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** A table as a copy of it is written: its columns in one order for both databases, and what a row is known by. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, kind: ColumnKind])[];
  readonly key: readonly string[];
}

/** The embedded database distinguishes JSON from text, the other does not. */
const kindOf: Readonly<Record<string, ColumnKind>> = {
  datetime: 'instant',
  integer: 'integer',
  bigint: 'integer',
  longtext: 'json',
  blob: 'bytes',
  text: 'text',
  mediumtext: 'text',
};

const partPattern = /^(column|primary key) \(?([^)]*)\)?$/;

/** Every table of this release, by name. */
export const tableShapes = (): TableShape[] => shapesFrom(expectedSchemas.sqlite.tables);

/** The tables of a schema of the embedded database. */
export function shapesFrom(listing: Listing): TableShape[] {
  return Object.entries(listing).map(([name, parts]) => {
    const found = parts.map(([part, description]) => ({ part: partPattern.exec(part), description }));
    const columns = found.flatMap(({ part, description }) =>
      part?.[1] === 'column' ? [[part[2] as string, kindOfType(description)] as const] : [],
    );
    const key = found.find(({ part }) => part?.[1] === 'primary key')?.part?.[2]?.split(', ') ?? [];
    return { name, columns, key };
  });
}

function kindOfType(description: string): ColumnKind {
  const [type = ''] = description.split(' ');
  const kind = type.startsWith('char(') ? 'text' : kindOf[type];
  if (kind === undefined) throw new Error(`A backup does not know how to write a column of type ${type}`);
  return kind;
}

/** The migrations of this release, in their order. */
export const knownMigrations = (): readonly string[] => expectedSchemas.sqlite.migrations;
