import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, of a few megabytes, which a test may fill or make read-only. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no byte. */
  fill(): void;
  empty(): void;
  makeReadOnly(): void;
  makeWritable(): void;
  remove(): void;
}

const mount = (...args: readonly string[]): boolean => spawnSync('mount', args).status === 0;

/** `undefined` on a machine that may not mount anything. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = join(mkdtempSync(join(tmpdir(), 'atelier-disk-')), 'disk');
  mkdirSync(folder);
  if (process.platform !== 'linux' || !mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) {
    rmSync(join(folder, '..'), { recursive: true });
    return undefined;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096']);
    },
    empty: () => rmSync(filler, { force: true }),
    makeReadOnly: () => void mount('-o', 'remount,ro', folder),
    makeWritable: () => void mount('-o', 'remount,rw', folder),
    remove() {
      spawnSync('umount', ['-l', folder]);
      rmSync(join(folder, '..'), { recursive: true, force: true });
    },
  };
}

/** A file in the place of a folder: nobody can write below it, not even root. */
export function fileInTheWay(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(folder, '');
}
