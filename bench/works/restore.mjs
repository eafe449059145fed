// The restore of documents as new versions, against the same bytes opened and sealed again by hand, one after the other.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createCabinet, uploadDocument } from '../../dist/services/archive/index.js';
import { seedPlans } from '../../dist/services/billing/index.js';
import { restoreBackup, restoreDocuments } from '../../dist/services/backups/index.js';
import { customerId } from '../dataset/generate.mjs';
import { backUp, compared, openFilled, timed } from './backups.mjs';

const documentBytes = 512 * 1_024;
const chunkBytes = 65_536;
const tagBytes = 16;

/** Letters: what is judged is a text. */
const text = () => Buffer.from(randomBytes(documentBytes).toString('base64').slice(0, documentBytes));

const nonceOf = (chunk) => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(chunk, 0);
  return nonce;
};

function sealedByHand(plain, key) {
  const pieces = [];
  for (let at = 0, chunk = 0; at < plain.length; at += chunkBytes, chunk += 1) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(chunk));
    pieces.push(cipher.update(plain.subarray(at, at + chunkBytes)), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(pieces);
}

function openedByHand(sealed, key) {
  const pieces = [];
  for (let at = 0, chunk = 0; at < sealed.length; at += chunkBytes + tagBytes, chunk += 1) {
    const whole = sealed.subarray(at, at + chunkBytes + tagBytes);
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(chunk), { authTagLength: tagBytes });
    decipher.setAuthTag(whole.subarray(-tagBytes));
    pieces.push(decipher.update(whole.subarray(0, -tagBytes)), decipher.final());
  }
  return Buffer.concat(pieces);
}

async function written(path, bytes) {
  const file = await open(path, 'w');
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
}

async function restoredByHand(folder, keys) {
  await mkdir(join(folder, 'restored'));
  for (const [n, key] of keys.entries()) {
    const plain = openedByHand(await readFile(join(folder, `${n}.sealed`)), key);
    createHash('sha256').update(plain).digest('hex');
    await written(join(folder, 'restored', `${n}.sealed`), sealedByHand(plain, randomBytes(32)));
  }
}

const fileOf = (bytes, filename) =>
  Promise.resolve({ filename, mimetype: 'text/plain', createReadStream: () => Readable.from([bytes]) });

/** Documents whose current version is not the one that the backup has. */
async function changedDocuments(filled, folder, count) {
  const { shop, ctx } = filled;
  await seedPlans(ctx, undefined);
  await ctx.run(async ({ em }) => em.getKysely().updateTable('plan_entitlement').set({ value: null }).execute());
  const own = shop.contextNow({ ...shop.system, kind: 'PERSON', userId: customerId(0), role: 'CUSTOMER' });
  const { id: cabinetId } = await createCabinet(own, { name: 'bench' });
  const upload = (n, bytes) =>
    uploadDocument(own, { cabinetId, onNameTaken: 'NEW_VERSION', file: fileOf(bytes, `${n}.txt`) });
  for (let n = 0; n < count; n += 1) await upload(n, text());
  const backup = await backUp(filled, folder);
  for (let n = 0; n < count; n += 1) await upload(n, Buffer.from(`changed ${n}`));
  return { ...backup, cabinetId };
}

export const restoredDocuments = {
  name: 'restore-documents',
  title:
    'Restore of documents of 512 KiB as new versions; baseline: each opened, hashed, sealed anew, written and flushed',
  targets: { ratio: { atLeast: 0.5 } },
  async run(place, given) {
    const count = { ...place, ...given }.largest >= 100_000 ? 500 : 100;
    const filled = await openFilled(place, 'restoredocuments', 0);
    const [folder, plain] = [join(place.home, 'target-restore'), join(place.home, 'restore-by-hand')];
    try {
      await mkdir(plain);
      const keys = Array.from({ length: count }, () => randomBytes(32));
      for (const [n, key] of keys.entries()) await written(join(plain, `${n}.sealed`), sealedByHand(text(), key));
      const { id: backupId, own, cabinetId } = await changedDocuments(filled, folder, count);
      const scope = { cabinetIds: [cabinetId], folderIds: [], documentIds: [], dryRun: false };
      const run = await restoreBackup({ ...own, now: new Date() }, { backupId, ...scope });
      const baseline = await timed(() => restoredByHand(plain, keys));
      const product = await timed(() => restoreDocuments({ ...own, now: new Date() }, { runId: run.id }));
      const { restored } = await own.db
        .selectFrom('restore_run')
        .select('restored')
        .where('id', '=', run.id)
        .executeTakeFirstOrThrow();
      if (Number(restored) !== count) throw new Error(`${restored} of ${count} documents were restored`);
      return compared(baseline, product);
    } finally {
      await filled.shop.close();
      for (const made of [plain, folder]) await rm(made, { recursive: true, force: true });
    }
  },
};
