import { ChangeSetType, type ChangeSet, type EntityMetadata } from '@mikro-orm/core';
import { SqlEntityManager } from '@mikro-orm/sql';

type Reload = (meta: EntityMetadata, changeSets: ChangeSet<object>[], options?: object) => Promise<void>;
interface Persister {
  reloadVersionValues: Reload;
}

const firstVersion = 1;

/**
 * MySQL does not return what it has written, so MikroORM reads the version of each entity after each insert and update. Of one that was
 * inserted, or updated where it had the version before, it is known.
 */
export class VersionKnowingManager extends SqlEntityManager {
  constructor(...parts: ConstructorParameters<typeof SqlEntityManager>) {
    super(...parts);
    const persister = this.getUnitOfWork(false).getChangeSetPersister() as unknown as Persister;
    const reload = persister.reloadVersionValues.bind(persister);
    persister.reloadVersionValues = (meta, changeSets, options) =>
      reload(setVersions(meta, changeSets) ? withoutVersion(meta) : meta, changeSets, options);
  }
}

/** False when some must be read. */
function setVersions(meta: EntityMetadata, changeSets: readonly ChangeSet<object>[]): boolean {
  if (!meta.ownsVersionProperty()) return false;
  const { versionProperty: name } = meta as EntityMetadata & { readonly versionProperty: string };
  const versions = versionsOf(changeSets, name);
  if (versions.includes(undefined)) return false;
  for (const [i, { entity, payload }] of changeSets.entries())
    for (const part of [entity, payload]) (part as Record<string, unknown>)[name] = versions[i];
  return true;
}

function versionsOf(changeSets: readonly ChangeSet<object>[], name: string): (number | undefined)[] {
  // Several are updated by one statement, which does not ask for the versions before.
  const isOne = changeSets.length === 1;
  return changeSets.map(({ type, entity }) => {
    const before = (entity as Record<string, number | undefined>)[name];
    if (type === ChangeSetType.CREATE) return before ?? firstVersion;
    return before !== undefined && isOne ? before + 1 : undefined;
  });
}

const bare = new WeakMap<EntityMetadata, EntityMetadata>();

/** The same, for what else is read again. */
function withoutVersion(meta: EntityMetadata): EntityMetadata {
  const known =
    bare.get(meta) ?? (Object.create(meta, { ownsVersionProperty: { value: () => false } }) as EntityMetadata);
  bare.set(meta, known);
  return known;
}
