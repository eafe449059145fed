// @lane sqlite: proves what a failing disk does to files; the other database writes in another process.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LockMode } from '@mikro-orm/core';
import { AuditHead } from '../../src/entities/audit/audit-head.entity.ts';
import { collectGarbage } from '../../src/services/files/tasks/collect-garbage.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { ask, askWithFiles, signIn, type Answered } from '../support/ask.ts';
import { DAY } from '../support/clock.ts';
import { canBreakDisks, withDiskFault } from '../support/disk-faults.ts';
import { auditVerdict } from '../support/audit-log.ts';
import {
  openServerProcesses,
  type ServerProcesses,
  type RunningServer,
} from '../support/processes/server-processes.ts';
import { holdUpload } from '../support/slow-upload.ts';
import { until } from '../support/until.ts';
import { makePriceItem } from '../support/make/price-item.ts';

let env: ServerProcesses;
let running: RunningServer;
let token: string;
let item: string;
let orderId: string;
beforeAll(async () => {
  env = await openServerProcesses();
  running = await env.start();
  item = (
    await env.contextFor.run(
      async ({ em }: Tx<'em'>) =>
        makePriceItem(em, {
          name: 'Relecture',
          description: '…',
          priceCents: 20_000,
          serviceType: 'Correction',
        }),
      {},
    )
  ).id;
  await begin();
});
afterAll(() => env.close());

/** A customer and their order, at the process that runs now. */
async function begin(): Promise<void> {
  token = await signIn({ url: running.url, people: env.people }, 'CUSTOMER');
  orderId = ((await createOrder()).data as { createOrder: { id: string } }).createOrder.id;
}

const createOrder = () =>
  ask(running, 'mutation ($input: CreateOrderInput!) { createOrder(input: $input) { id } }', {
    token,
    variables: { input: { priceItemId: item, title: 'Roman' } },
  });
const uploadManuscript = 'mutation ($input: UploadManuscriptInput!) { uploadManuscript(input: $input) { id } }';
const upload = (bytes = 200_000) =>
  askWithFiles(running, uploadManuscript, {
    token,
    variables: { input: { orderId, file: null } },
    files: { 'variables.input.file': { name: 'roman.txt', type: 'text/plain', bytes: Buffer.alloc(bytes, 97) } },
  });

const files = (): string => join(env.config.dataDir, 'files');
const objects = (): string[] =>
  readdirSync(join(files(), 'objects'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sef'))
    .sort();
const parts = (): string[] => readdirSync(join(files(), 'tmp'));
const rowsOf = async (
  table: 'customer_order' | 'order_file' | 'stored_file' | 'data_key' | 'audit_entry' | 'live_event',
): Promise<number> =>
  (
    await env.contextFor.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

/** Everything that an order or an upload leaves. */
const traces = async () => ({
  orders: await rowsOf('customer_order'),
  orderFiles: await rowsOf('order_file'),
  files: await rowsOf('stored_file'),
  keys: await rowsOf('data_key'),
  auditLog: await rowsOf('audit_entry'),
  live: await rowsOf('live_event'),
  objects: objects(),
  parts: parts(),
  events: (await env.contextFor.db.selectFrom('outbox_event').select('name').where('name', 'like', 'order.%').execute())
    .length,
});
const auditLog = (): Promise<string> => auditVerdict(env.contextFor.db, env.config);

const toDomainError = ({ data, errors }: Answered, code: string): void => {
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) } }]);
};

/** Jobs are at rest: their commit would meet the fault, and a request that shares it would be refused for their sake. */
const workIsDone = (): Promise<void> =>
  until('no job is due', async () => {
    const states = ['PENDING', 'RETRYING', 'RUNNING'] as const;
    const { db } = env.contextFor;
    return (
      (await db.selectFrom('job').select('id').where('state', 'in', states).where('run_at', '<=', new Date()).execute())
        .length === 0
    );
  });

/** Does one thing on a disk that fails: it is refused with a code and leaves nothing; then again on a disk that works. */
async function refusedThenDone(
  attempt: () => Promise<Answered>,
  fault: { code: string; inject: string; paths?: readonly string[] },
): Promise<void> {
  await workIsDone();
  const before = await traces();
  const failed = await withDiskFault({ pid: running.child.pid as number, ...fault }, async () =>
    toDomainError(await attempt(), fault.code),
  );
  expect(failed).toBeGreaterThan(0);
  expect(await traces()).toEqual(before);
  expect(await auditLog()).toBe('OK');
  expect((await attempt()).errors).toEqual([]);
}

if (!canBreakDisks()) console.log('skipped: disks that fail (no strace here, or it may not trace)');
else {
  describe('the disk of sealed files fails', () => {
    test.each<[string, string, string]>([
      ['its bytes do not reach the disk', 'fsync,fdatasync:error=EIO', 'INTERNAL'],
      ['there is no space for them', 'pwrite64:error=ENOSPC', 'STORAGE_FULL'],
      ['they cannot be written', 'pwrite64:error=EIO', 'INTERNAL'],
    ])('an upload: %s', (_what, inject, code) => refusedThenDone(upload, { code, inject }));

    test('an upload: its name does not reach the disk, when its bytes did', () =>
      refusedThenDone(upload, {
        code: 'INTERNAL',
        inject: 'fsync:error=EIO',
        paths: Array.from({ length: 256 }, (_, i) => join(files(), 'objects', i.toString(16).padStart(2, '0'))),
      }));
  });

  {
    describe('the disk of the database fails', () => {
      const faults: [string, string, string][] = [
        ['a commit does not reach the disk', 'fsync,fdatasync:error=EIO', 'UNAVAILABLE'],
        ['there is no space for a commit', 'pwrite64:error=ENOSPC', 'STORAGE_FULL'],
        ['a commit cannot be written', 'pwrite64:error=EIO', 'UNAVAILABLE'],
      ];
      const log = () => [`${env.database.settings.file}-wal`];
      test.each(faults)('an order: %s', (_what, inject, code) =>
        refusedThenDone(createOrder, { code, inject, paths: log() }),
      );

      test.each(faults)('an upload: %s; its sealed bytes wait for the sweep', async (_what, inject, code) => {
        await workIsDone();
        const before = await traces();
        await withDiskFault({ pid: running.child.pid as number, inject, paths: log() }, async () =>
          toDomainError(await upload(), code),
        );
        const after = await traces();
        expect({ ...after, objects: [] }).toEqual({ ...before, objects: [] });
        expect(after.objects).toHaveLength(before.objects.length + 1);
        expect((await upload()).errors).toEqual([]);
        await sweep(1.1 * DAY);
        expect(objects()).toHaveLength(before.objects.length + 1);
      });

      test('nothing was lost or bent in between', async () => {
        expect(await auditLog()).toBe('OK');
        const database = new DatabaseSync(env.database.settings.file, { readOnly: true });
        expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
        database.close();
      });
    });
  }
}

/** The nightly sweep, so long after now. */
const sweep = (later: number): Promise<void> =>
  collectGarbage({ ...env.contextFor, now: new Date(Date.now() + later) }, {});

describe('the disk of sealed files is full', () => {
  const isMounted = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt']).status === 0;
  if (!isMounted)
    test('this machine may not mount', () => console.log('skipped: a full disk (mounting is not permitted)'));
  else {
    test('an upload says so, leaves nothing, and passes once there is space', async () => {
      const before = await traces();
      expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', files()]).status).toBe(0);
      try {
        for (const folder of ['objects', 'tmp']) mkdirSync(join(files(), folder));
        writeFileSync(join(files(), 'ballast'), Buffer.alloc(5 * 2 ** 20));
        toDomainError(await upload(4 * 2 ** 20), 'STORAGE_FULL');
        expect(await traces()).toEqual({ ...before, objects: [] });
        rmSync(join(files(), 'ballast'));
        expect((await upload(4 * 2 ** 20)).errors).toEqual([]);
        expect(objects()).toHaveLength(1);
      } finally {
        expect(spawnSync('umount', [files()]).status).toBe(0);
      }
    });
  }
});

test('killed between the sealed bytes and their row: noise without a key, which the sweep removes a day later', async () => {
  const before = await traces();
  const bytes = Buffer.alloc(8 * 2 ** 20, 97);
  const held = await holdUpload(running, uploadManuscript, {
    input: { orderId },
    token,
    file: { name: 'roman.txt', type: 'text/plain', bytes },
  });
  await until('half is sealed', () => parts().length === 1);
  // Nobody can register anything while somebody else stays at the end of the audit log.
  const locked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const holding = env.contextFor.run(async ({ em }: Tx<'em'>) => {
    await em.findOne(AuditHead, { id: { $gte: 0 } }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    locked.resolve();
    await release.promise;
  }, {});
  await locked.promise;
  const sent = held.finish();
  await until('all of it is sealed', () => objects().length > before.objects.length);
  running.child.kill('SIGKILL');
  expect([await running.ended, await sent]).toEqual(['SIGKILL', 'cut: ECONNRESET']);
  release.resolve();
  await holding;
  running = await env.start();
  expect({ ...(await traces()), objects: [] }).toEqual({ ...before, objects: [] });
  await sweep(0.9 * DAY);
  expect(objects()).toHaveLength(before.objects.length + 1);
  await sweep(1.1 * DAY);
  expect(objects()).toEqual(before.objects);
  await begin();
  expect((await upload()).errors).toEqual([]);
});
