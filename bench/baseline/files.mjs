// Plain files: an upload is a copy that has reached the disk, a download is a stream of a part.
import { randomUUID } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { open, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { processRequest } from 'graphql-upload-minimal';

async function syncFolder(folder) {
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}

/** What users of Apollo Server have: the form read by graphql-upload-minimal, its file kept as it comes. */
export async function formRoute(request, response, folder) {
  const { variables } = await processRequest(request, response);
  const { createReadStream } = await variables.input.file.promise;
  return keep(createReadStream(), folder);
}

export const copyRoute = (request, folder) => keep(request, folder);

/** Bytes to a file, fsync, rename, fsync of the folder; the file is removed afterwards. */
async function keep(request, folder) {
  const path = join(folder, `${randomUUID()}.part`);
  const handle = await open(path, 'wx');
  let position = 0;
  for await (const chunk of request) {
    await handle.write(chunk, 0, chunk.length, position);
    position += chunk.length;
  }
  await handle.sync();
  await handle.close();
  await rename(path, `${path}.done`);
  await syncFolder(folder);
  void unlink(`${path}.done`).catch(() => undefined);
  return { bytes: position };
}

/** Copies a file with large buffers, to the disk and not only to its cache; returns milliseconds. */
export async function copyFile(from, folder) {
  const began = performance.now();
  const path = join(folder, `${randomUUID()}.part`);
  const [source, target] = await Promise.all([open(from), open(path, 'wx')]);
  const buffer = Buffer.allocUnsafe(1 << 20);
  for (let position = 0; ;) {
    const { bytesRead } = await source.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) break;
    await target.write(buffer, 0, bytesRead, position);
    position += bytesRead;
  }
  await target.sync();
  await Promise.all([source.close(), target.close()]);
  await rename(path, `${path}.done`);
  await syncFolder(folder);
  const took = performance.now() - began;
  await unlink(`${path}.done`);
  return took;
}

/** One range of the file `sample`. */
export function rangeRoute(request, response, folder) {
  const path = join(folder, 'sample');
  const [, first, last] = /bytes=(\d+)-(\d+)/.exec(request.headers.range);
  const [start, end] = [Number(first), Number(last)];
  response.writeHead(206, {
    'content-type': 'application/octet-stream',
    'content-length': end - start + 1,
    'content-range': `bytes ${start}-${end}/${statSync(path).size}`,
  });
  pipeline(createReadStream(path, { start, end }), response, () => undefined);
}
