import type { EntityMetadata } from '@mikro-orm/core';
import type { Options } from '@mikro-orm/sql';

interface Known {
  /** How values are converted depends on the database. */
  readonly driver: Options['driver'];
  readonly entities: readonly unknown[];
  readonly found: readonly EntityMetadata[];
}

/** Of the ORM opened last, whose entities have what it gave them. */
let known: Known | undefined;

/**
 * MikroORM finds out about each entity, and prepares it, whenever an ORM is opened: most of what opening one costs. It is
 * the same for every ORM of these entities on this kind of database, so that a process that opens several does it once.
 */
export function knowingEntities(options: Options): Options {
  const { driver } = options;
  const entities = options.entities as readonly unknown[];
  const before = known;
  if (before === undefined || before.driver !== driver || !isSame(before.entities, entities))
    return {
      ...options,
      discovery: { afterDiscovered: (all) => void (known = { driver, entities, found: [...all] }) },
    };
  return {
    ...options,
    entities: [],
    discovery: {
      warnWhenNoEntities: false,
      afterDiscovered: (all) => {
        for (const meta of before.found) all.set(meta.class, meta);
        all.decorate = () => undefined;
      },
    },
  };
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((entity, i) => entity === other[i]);
