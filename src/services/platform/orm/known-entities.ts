import type { EntityMetadata } from '@mikro-orm/core';
import type { Options } from '@mikro-orm/sql';

interface Known {
  readonly entities: readonly unknown[];
  readonly found: readonly EntityMetadata[];
}

/** By driver: how values are converted depends on the database. */
const known = new Map<Options['driver'], Known>();

/**
 * MikroORM finds out about each entity whenever an ORM is opened, which is most of what opening one costs. It is the
 * same for every ORM of these entities on this kind of database: a process that opens several finds out once.
 */
export function knowingEntities(options: Options): Options {
  const entities = options.entities as readonly unknown[];
  const before = known.get(options.driver);
  if (before === undefined || !isSame(before.entities, entities))
    return {
      ...options,
      discovery: { afterDiscovered: (all) => void known.set(options.driver, { entities, found: [...all] }) },
    };
  return {
    ...options,
    entities: [],
    discovery: {
      warnWhenNoEntities: false,
      afterDiscovered: (all) => before.found.forEach((meta) => all.set(meta.class, meta)),
    },
  };
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((entity, i) => entity === other[i]);
