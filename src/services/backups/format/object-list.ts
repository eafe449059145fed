import { BackupFault } from './backup-fault.ts';

/** An object of a list: the SHA-256 of its bytes as they are stored, and how many they are. */
export interface ListedObject {
  readonly sha256: string;
  readonly size: number;
}

const linePattern = /^([0-9a-f]{64}) (\d{1,15})$/;

/** One line each, in the order of their rows: a list says nothing that the names of the objects do not say. */
export const printObjects = (objects: readonly ListedObject[]): string =>
  objects.map(({ sha256, size }) => `${sha256} ${size}\n`).join('');

export function parseObjects(text: string, name: string): ListedObject[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, sha256, size] = linePattern.exec(line) ?? [];
      if (sha256 === undefined) throw new BackupFault('LIST_DAMAGED', name);
      return { sha256, size: Number(size) };
    });
}
