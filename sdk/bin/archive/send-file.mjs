import { randomUUID } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from './client.mjs';
import { Kept, Refused } from './ends.mjs';
import { identityOf, isSame, LocalBytes, openLocal } from './local-files.mjs';

const longestPauseMs = 1_000;

/**
 * Sends one file, from where an earlier run left it, and answers what the server made of it: `{ uploadId, receipt, sha256, identity }`.
 * Errors: `Refused`, `NotReached`; `Kept` when the file changes while it is sent, and then nothing of it stays on the server.
 */
export async function sendFile(run, file, place) {
  const { handle, identity } = await openLocal(file.path);
  try {
    const upload = await opened(run, file, { identity, place });
    const sha256 = await sendAll(run, file, { handle, identity, upload });
    const receipt = await receiptOf(run.client, upload.id);
    return { uploadId: upload.id, receipt, sha256, identity };
  } finally {
    await handle.close();
  }
}

/** The upload of this very file that an earlier run began, if it can go on; else a new one. */
async function opened({ client, stateFile, cabinetId, onNameTaken, isDeleting }, file, { identity, place }) {
  const known = stateFile.get(file.path);
  if (known?.upload !== undefined && known.place === placeName(place) && isSame(known.identity, identity)) {
    if ((await client.offsetOf(known.upload.url)) !== undefined) return known.upload;
  }
  // Written before it is asked: an answer that is lost, or a kill, does not begin it twice.
  const begun = { identity, place: placeName(place), key: randomUUID() };
  stateFile.set(file.path, begun);
  const input = {
    key: begun.key,
    ...{ cabinetId, folderPath: place.folderPath, name: place.name, size: identity.size },
    ...{ onNameTaken, deleteAfterUpload: isDeleting },
  };
  const { beginUpload: upload } = await client.ask('BeginUpload', { input });
  stateFile.set(file.path, { ...begun, upload });
  return upload;
}

export const placeName = ({ folderPath, name }) => [...folderPath, name].join('/');

/** Every byte is hashed on its way, those too that the server has already. */
async function sendAll(run, file, { handle, identity, upload }) {
  const { client, progress } = run;
  const { size } = identity;
  let furthest = 0;
  let isFurther = false;
  return Client.persisting(
    async () => {
      isFurther = false;
      const offset = await client.offsetOf(upload.url);
      if (offset === undefined) throw new Refused('UPLOAD_EXPIRED', 'the upload ended on the server');
      isFurther = offset > furthest;
      furthest = Math.max(furthest, offset);
      const bytes = new LocalBytes(handle);
      await bytes.skipTo(offset);
      progress.at(file, offset);
      if (offset < size) await client.send(upload.url, { offset, length: size - offset, bytes: counted(bytes, size) });
      const sha256 = bytes.sha256();
      await requireUnchanged(run, file, { handle, identity, upload });
      return sha256;
    },
    () => isFurther,
  );

  async function* counted(bytes, end) {
    for await (const piece of bytes.until(end)) {
      yield piece;
      progress.at(file, bytes.at);
    }
  }
}

async function requireUnchanged({ client }, file, { handle, identity, upload }) {
  const open = identityOf(await handle.stat({ bigint: true }));
  const named = await lstat(file.path, { bigint: true }).then(identityOf, () => undefined);
  if (isSame(identity, open) && isSame(identity, named)) return;
  await client.ask('CancelUpload', { input: { uploadId: upload.id } }).catch(() => undefined);
  throw new Kept('it was changed while it was sent');
}

/** Waits until the server has judged the upload. */
async function receiptOf(client, uploadId) {
  for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const { upload } = await client.ask('Upload', { id: uploadId });
    if (upload.status === 'DONE') return upload.receipt;
    if (upload.status !== 'FINISHING' && upload.status !== 'RECEIVING')
      throw new Refused(upload.refusal ?? upload.status, `the upload is ${upload.status}`);
    await sleep(pauseMs);
  }
}
