// Backups of objects of half a mebibyte, against a hand-written copy: read, hash, write, flush, one after the other.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openTarget } from '../../dist/composition/storage-adapters.js';
import { beginBackup, makeBackup, verifyBackup } from '../../dist/services/backups/index.js';
import { storeBytes } from '../../dist/services/files/index.js';
import { openShop } from '../product/shop.mjs';

const objectBytes = 512 * 1_024;

/** What is stored for the measure, and a place to copy it to. */
export async function openFilled({ opened, home }, name, objects) {
  const shop = await openShop(await opened.create(name, { customers: 5, orders: 5 }), home);
  const ctx = shop.contextNow();
  for (let n = 0; n < objects; n += 1) await store(ctx);
  return { shop, ctx, files: join(shop.app.config.dataDir, 'files/objects') };
}

const store = (ctx) =>
  storeBytes(ctx, {
    ...{ name: 'bench.txt', mimeType: 'text/plain', kind: 'DOCUMENT', bytes: randomBytes(objectBytes) },
    attach: async () => undefined,
  });

/** Milliseconds, and those of the processor, in this process. */
export const timed = async (work) => {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { took: performance.now() - begun, cpu: (user + system) / 1_000 };
};

async function copyPlain(from, to) {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from, { recursive: true })) {
    if (!name.endsWith('.sef')) continue;
    const bytes = await readFile(join(from, name));
    const file = await open(join(to, createHash('sha256').update(bytes).digest('hex')), 'w');
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
  }
}

async function readPlain(from) {
  for (const name of await readdir(from, { recursive: true }))
    if (name.endsWith('.sef'))
      createHash('sha256')
        .update(await readFile(join(from, name)))
        .digest('hex');
}

export async function backUp({ shop, ctx }, folder) {
  const target = openTarget(`file:${folder}`);
  const own = { ...ctx, now: new Date(), backups: { ...ctx.backups, targets: [target] } };
  const { id } = await ctx.run(beginBackup, { target: target.url, trigger: 'MANUAL', isQueued: false });
  await makeBackup(own, { backupId: id });
  const { status } = await shop
    .contextNow()
    .db.selectFrom('backup')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (status !== 'COMPLETE') throw new Error(`the backup is ${status}`);
  return { id, own };
}

const figuresOf = ({ took, cpu }) => ({ p50: took, p99: took, cpu, perSecond: 1_000 / took });

export const compared = (baseline, product) => ({
  baseline: figuresOf(baseline),
  product: figuresOf(product),
  ratio: baseline.took / product.took,
});

/** 2,000 objects, 1 GiB, in the whole bench. */
const objectsOf = ({ largest }) => (largest >= 100_000 ? 2_000 : 200);

export const firstBackup = {
  name: 'backup-first',
  title: 'First backup of objects of 512 KiB; baseline: each read, hashed, written and flushed',
  targets: { ratio: { atLeast: 0.6 } },
  async run(place, given) {
    const filled = await openFilled(place, 'backupfirst', objectsOf({ ...place, ...given }));
    const [plain, folder] = [join(place.home, 'plain-copy'), join(place.home, 'target-first')];
    try {
      await readPlain(filled.files);
      const baseline = await timed(() => copyPlain(filled.files, plain));
      return compared(baseline, await timed(() => backUp(filled, folder)));
    } finally {
      await filled.shop.close();
      for (const made of [plain, folder]) await rm(made, { recursive: true, force: true });
    }
  },
};

export const secondBackup = {
  name: 'backup-second',
  title: 'Second backup, 1 % of the objects new; baseline: the first one',
  targets: { ratio: { atLeast: 10 } },
  async run(place, given) {
    const objects = objectsOf({ ...place, ...given });
    const filled = await openFilled(place, 'backupsecond', objects);
    const folder = join(place.home, 'target-second');
    try {
      const first = await timed(() => backUp(filled, folder));
      for (let n = 0; n < objects / 100; n += 1) await store(filled.ctx);
      return compared(first, await timed(() => backUp(filled, folder)));
    } finally {
      await filled.shop.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export const verifiedBackup = {
  name: 'backup-verify',
  title: 'Verification of every hash of a backup; baseline: the same bytes read and hashed',
  targets: { ratio: { atLeast: 0.7 } },
  async run(place, given) {
    const filled = await openFilled(place, 'backupverify', objectsOf({ ...place, ...given }));
    const folder = join(place.home, 'target-verify');
    try {
      const { id, own } = await backUp(filled, folder);
      await readPlain(filled.files);
      const baseline = await timed(() => readPlain(filled.files));
      return compared(baseline, await timed(() => verifyBackup(own, { backupId: id, sample: 0 })));
    } finally {
      await filled.shop.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
