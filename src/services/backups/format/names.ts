/** Where things lie in a repository (format 1). */
export const repositoryName = 'repository.json';
export const objectName = (sha256: string): string => `objects/${sha256.slice(0, 2)}/${sha256}`;
export const pieceName = (name: string): string => `pieces/${name.slice(0, 2)}/${name}`;
export const listName = (sha256: string): string => `lists/${sha256}`;
export const manifestName = (id: string, revision: number): string =>
  `manifests/${id}.${String(revision).padStart(6, '0')}.json`;
export const kitName = (id: string): string => `kit/${id}.age`;
/** Its name says until when: nothing is ever replaced, and the latest counts. */
export const protectionName = (id: string, until: Date): string => `protected/${id}.${until.getTime()}`;
export const runningName = (id: string): string => `running/${id}`;

/** What stands in the mark of a backup that is made before a migration: it has no row that says who makes it. */
export const beforeMigrationHolder = 'before-migration';

/** The folders whose things manifests name: what no manifest names there may be pruned. */
export const namedFolders = ['objects/', 'pieces/', 'lists/'] as const;

const manifestPattern = /^manifests\/([0-9a-f-]{36})\.(\d{6})\.json$/;

export function manifestOfName(name: string): { readonly id: string; readonly revision: number } | undefined {
  const [, id, revision] = manifestPattern.exec(name) ?? [];
  return id === undefined ? undefined : { id, revision: Number(revision) };
}

const ofOneBackup = /^(?:manifests|kit|protected)\/([0-9a-f-]{36})\./;

/** The backup that a manifest, or what lies beside one, is about. */
export const idOfName = (name: string): string | undefined => ofOneBackup.exec(name)?.[1];

const protectionPattern = /^protected\/([0-9a-f-]{36})\.(\d{1,15})$/;

export function protectionOfName(name: string): { readonly id: string; readonly until: Date } | undefined {
  const [, id, until] = protectionPattern.exec(name) ?? [];
  return id === undefined ? undefined : { id, until: new Date(Number(until)) };
}
