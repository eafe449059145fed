import { createHash } from 'node:crypto';
import { constants, lstatSync, realpathSync, unlinkSync } from 'node:fs';
import { lstat, open, opendir, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Kept, Stop } from './ends.mjs';

const { O_RDONLY, O_NOFOLLOW = 0 } = constants;
const pieceBytes = 256 * 1024;

/**
 * The files of the given paths, each with the folders it is in below the path that was given. Symbolic links are never followed: they are
 * named in `left`.
 */
export async function localFiles(paths) {
  const found = { files: [], left: [] };
  for (const path of paths) {
    const given = resolve(path);
    const stats = await lstat(given).catch(() => undefined);
    if (stats === undefined) throw new Stop(`There is no ${path}`);
    // The path itself is what its person says it is; only what is below is walked.
    const root = stats.isDirectory() ? await realpath(given) : await realpath(dirname(given));
    await collect(stats.isDirectory() ? root : join(root, basename(given)), root, found);
  }
  return found;
}

async function collect(path, root, found) {
  const stats = await lstat(path, { bigint: true });
  if (stats.isFile()) {
    const identity = identityOf(stats);
    found.files.push({ path, root, identity, size: identity.size, folders: foldersOf(path, root) });
  } else if (stats.isDirectory()) {
    const names = [];
    for await (const { name } of await opendir(path)) names.push(name);
    for (const name of names.sort()) await collect(join(path, name), root, found);
  } else found.left.push({ path, reason: stats.isSymbolicLink() ? 'a symbolic link' : 'not an ordinary file' });
}

const foldersOf = (path, root) =>
  relative(root, dirname(path))
    .split(sep)
    .filter((name) => name !== '');

/** What shows that a file was changed or replaced. */
export const identityOf = ({ dev, ino, size, mtimeNs, nlink }) => ({
  dev: String(dev),
  ino: String(ino),
  size: Number(size),
  mtime: String(mtimeNs),
  links: Number(nlink),
});

export const isSame = (a, b) =>
  a !== undefined && b !== undefined && Object.keys(a).every((name) => name === 'links' || a[name] === b[name]);

/** Opens the file itself, never what a link points to. */
export async function openLocal(path) {
  const handle = await open(path, O_RDONLY | O_NOFOLLOW);
  const stats = await handle.stat({ bigint: true });
  return { handle, identity: identityOf(stats) };
}

/** The bytes of an open file from its beginning, and its SHA-256 once they were read. */
export class LocalBytes {
  #hash = createHash('sha256');
  #handle;
  #at = 0;

  constructor(handle) {
    this.#handle = handle;
  }

  get at() {
    return this.#at;
  }

  /** The bytes up to `end`; every one of them is hashed. */
  async *until(end) {
    while (this.#at < end) {
      const piece = Buffer.allocUnsafe(Math.min(pieceBytes, end - this.#at));
      const { bytesRead } = await this.#handle.read(piece, 0, piece.length, this.#at);
      if (bytesRead === 0) throw new Kept('it became shorter while it was read');
      const bytes = piece.subarray(0, bytesRead);
      this.#hash.update(bytes);
      this.#at += bytesRead;
      yield bytes;
    }
  }

  /** Reads what the server has already: it is hashed, not sent. */
  async skipTo(offset) {
    for await (const _bytes of this.until(offset));
  }

  sha256() {
    return this.#hash.copy().digest('hex');
  }
}

export async function hashOf(handle, size) {
  const bytes = new LocalBytes(handle);
  await bytes.skipTo(size);
  return bytes.sha256();
}

/**
 * Deletes a local file, if it is still the very one that was sent: an ordinary file with one name, not through a symbolic link, inside the
 * path that was given, unchanged in size, time and inode, and with the same SHA-256 read again now. `Kept` otherwise.
 */
export async function deleteLocal({ path, root }, { identity, sha256 }) {
  const { handle, identity: present } = await openLocal(path).catch(() => {
    throw new Kept('it is gone, or is a link now');
  });
  try {
    requireOrdinary(path, root, present);
    if (!isSame(identity, present)) throw new Kept('it was changed after it was sent');
    if ((await hashOf(handle, present.size)) !== sha256) throw new Kept('its content is not what was sent');
    // Without a pause between the last look and the deletion.
    const last = identityOf(lstatSync(path, { bigint: true }));
    if (!isSame(identity, last) || last.links !== 1) throw new Kept('it was changed after it was sent');
    if (realpathSync(path) !== path) throw new Kept('it is reached through a symbolic link');
    unlinkSync(path);
  } finally {
    await handle.close();
  }
}

function requireOrdinary(path, root, { links }) {
  if (!lstatSync(path).isFile()) throw new Kept('it is not an ordinary file');
  if (links !== 1) throw new Kept(`it has ${links} names (hard links)`);
  const real = realpathSync(path);
  if (real !== path) throw new Kept('it is reached through a symbolic link');
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) throw new Kept('it is outside the path that was given');
}
