/** Files that wait for an antivirus: who opens them, and when. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { openServices } from '../../../src/adapters.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { clamdAntivirus } from '../../../src/services/adapters/antivirus/clamd.ts';
import {
  listQuarantinedFiles,
  openDownload,
  openStored,
  receiveFile,
  requestDownload,
  scanWish,
} from '../../../src/services/files/index.ts';
import { filesTasks } from '../../../src/services/files/index.ts';
import { scanMetrics } from '../../../src/services/files/scan/scan-figures.ts';
import { scanAgain } from '../../../src/services/files/scan/scan-again.ts';
import type { ScanNeed } from '../../../src/services/files/scan/scan.policy.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { DAY } from '../../support/clock.ts';
import { eicar, openFakeClamd, type FakeClamd } from '../../support/fake-clamd.ts';
import { makeActor } from '../../support/make/actor.ts';
import { createWorld, type World } from '../../support/world.ts';
import { person, type Person } from '../orders/orders-fixture.ts';

let clamd: FakeClamd;
let world: World;
let [owner, admin, other] = [] as unknown as [Person, Person, Person];
const installed = { isInstalled: true };
beforeAll(async () => {
  clamd = await openFakeClamd();
  const antivirus = clamdAntivirus({ address: clamd.address, maxBytes: 1_000_000, wholeMs: 20_000 });
  world = await createWorld({
    tasks: filesTasks,
    services: async (config, clock) => {
      const services = await openServices(config, clock);
      return Object.defineProperty({ ...services, mayReadFile: async () => true }, 'antivirus', {
        enumerable: true,
        get: () => (installed.isInstalled ? antivirus : null),
      });
    },
  });
  [owner, admin, other] = [await person(world), await person(world, 'ADMIN'), await person(world, 'PROOFREADER')];
});
afterAll(async () => {
  await world.close();
  await clamd.close();
});
afterEach(() => {
  installed.isInstalled = true;
  clamd.moods.length = 0;
});

const contextFor = (actor: Actor): AppContext => ({
  ...world.contextFor(actor),
  mayReadFile: async () => true,
});
const receive = async (text: string, needsScan?: ScanNeed): Promise<string> =>
  receiveFile(contextFor(owner.actor), {
    upload: Promise.resolve({
      filename: 'texte.txt',
      mimetype: 'text/plain',
      createReadStream: () => Readable.from([Buffer.from(text)]),
    }),
    kinds: ['DOCUMENT'],
    needsScan,
    attach: async (_tx, file) => file.id,
  });
const scanOf = async (id: string) => {
  const row = await world.db.selectFrom('stored_file').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { status: row.scan_status, result: row.scan_result, isDated: row.scanned_at !== null };
};
const code = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'opened',
    (error: { code?: string }) => error.code ?? error,
  );
const opening = async (who: Person, fileId: string): Promise<unknown[]> => [
  await code(requestDownload(contextFor(who.actor), { fileId })),
  await code(openDownload(contextFor(who.actor), { fileId })),
];
const grantOf = async (who: Person, fileId: string): Promise<string> =>
  new URL((await requestDownload(contextFor(who.actor), { fileId })).url).searchParams.get('grant') ?? '';
const infected = ['FILE_INFECTED', 'FILE_INFECTED'];
const unverified = ['FILE_NOT_VERIFIED', 'FILE_NOT_VERIFIED'];
const opened = ['opened', 'opened'];

describe('a file that waits for the antivirus', () => {
  test('is opened by admins alone until it was found clean, then by whoever may read it', async () => {
    const id = await receive('Il était une fois.', 'REQUIRED');
    expect(await scanOf(id)).toEqual({ status: 'PENDING', result: null, isDated: false });
    expect([await opening(owner, id), await opening(other, id), await opening(admin, id)]).toEqual([
      unverified,
      unverified,
      opened,
    ]);
    await world.worker.runDue();
    expect(await scanOf(id)).toEqual({ status: 'CLEAN', result: null, isDated: true });
    expect(clamd.streams.at(-1)?.bytes.toString()).toBe('Il était une fois.');
    expect([await opening(owner, id), await opening(other, id)]).toEqual([opened, opened]);
  });

  test('in which something was found is opened by nobody any more, not by an older link either; it is in the audit log', async () => {
    const id = await receive(`Bonjour ${eicar}`, 'REQUIRED');
    const grant = await grantOf(admin, id);
    await world.worker.runDue();
    expect(await scanOf(id)).toEqual({ status: 'INFECTED', result: 'Eicar-Test-Signature', isDated: true });
    for (const who of [owner, other, admin]) expect(await opening(who, id)).toEqual(infected);
    expect(await code(openDownload(contextFor(makeActor(admin.id)), { fileId: id, grant }))).toBe('FILE_INFECTED');
    expect(await openStored(contextFor(admin.actor), id)).toBeUndefined();
    expect(
      world.auditLog.filter(({ action, targetId }) => action === 'FILE_INFECTED' && targetId === id),
    ).toMatchObject([{ payload: { found: 'Eicar-Test-Signature' } }]);
  });

  test('is marked as not verified where none is installed, and is scanned once one is', async () => {
    installed.isInstalled = false;
    const [clean, bad] = [await receive('Chapitre deux.', 'REQUIRED'), await receive(eicar, 'REQUIRED')];
    await world.worker.runDue();
    expect(await scanOf(bad)).toEqual({ status: 'UNVERIFIED', result: 'no antivirus', isDated: true });
    expect([await opening(owner, bad), await opening(admin, bad)]).toEqual([unverified, opened]);
    await scanAgain(contextFor(admin.actor), {});
    await world.worker.runDue();
    expect((await scanOf(bad)).status).toBe('UNVERIFIED');
    installed.isInstalled = true;
    await scanAgain(contextFor(admin.actor), {});
    await world.worker.runDue();
    expect([(await scanOf(clean)).status, (await scanOf(bad)).status]).toEqual(['CLEAN', 'INFECTED']);
  });

  test('waits while the antivirus is away, and is scanned when it is back', async () => {
    clamd.moods.push('BUSY');
    const id = await receive('Chapitre trois.', 'REQUIRED');
    await world.worker.runDue();
    expect((await scanOf(id)).status).toBe('PENDING');
    world.clock.advance(DAY + 1);
    await world.worker.runDue();
    expect((await scanOf(id)).status).toBe('CLEAN');
  });

  test('that is too large for it is not verified, and is not tried again every night', async () => {
    const id = await receive('x'.repeat(1_000_001), 'REQUIRED');
    await world.worker.runDue();
    expect(await scanOf(id)).toMatchObject({ status: 'UNVERIFIED', result: 'too large' });
    const { length } = clamd.commands;
    await scanAgain(contextFor(admin.actor), {});
    await world.worker.runDue();
    expect(clamd.commands).toHaveLength(length);
  });
});

describe('a file that is scanned where that is possible', () => {
  test('is as any other where no antivirus is installed, or it cannot say', async () => {
    installed.isInstalled = false;
    const wish = () => scanWish(contextFor(owner.actor));
    expect(await scanOf(await receive('Un.', wish()))).toMatchObject({ status: null });
    installed.isInstalled = true;
    const id = await receive('y'.repeat(1_000_001), wish());
    expect(await opening(owner, id)).toEqual(unverified);
    await world.worker.runDue();
    expect(await scanOf(id)).toMatchObject({ status: null, result: 'too large' });
    expect(await opening(owner, id)).toEqual(opened);
  });

  test('is quarantined when something is found', async () => {
    const id = await receive(eicar, scanWish(contextFor(owner.actor)));
    await world.worker.runDue();
    expect(await opening(owner, id)).toEqual(infected);
  });
});

test('a file that nobody asks to scan is opened at once, whatever is in it', async () => {
  const id = await receive('Chapitre un.');
  expect(await scanOf(id)).toEqual({ status: null, result: null, isDated: false });
  expect(await opening(owner, id)).toEqual(opened);
});

test('admins list the files that it speaks against, or has not verified; figures count them, and what it said', async () => {
  const listed = async ({ actor }: Person, status: 'INFECTED' | 'UNVERIFIED' | 'PENDING', first = 50) =>
    (await listQuarantinedFiles(contextFor(actor), { status, first })).nodes;
  const before = (await listed(admin, 'INFECTED')).length;
  const [bad, waiting] = [
    await receive(`${eicar} encore`, 'REQUIRED'),
    await receive('y'.repeat(1_000_001), 'REQUIRED'),
  ];
  expect((await listed(admin, 'PENDING')).map(({ id }) => id)).toEqual([waiting, bad]);
  await world.worker.runDue();
  const [newest, ...others] = await listed(admin, 'INFECTED');
  expect(others).toHaveLength(before);
  expect(newest).toMatchObject({
    ...{ id: bad, finding: 'Eicar-Test-Signature', ownerId: owner.id },
    file: { name: 'texte.txt', scanStatus: 'INFECTED' },
  });
  expect((await listed(admin, 'UNVERIFIED', 1)).map(({ id, finding }) => [id, finding])).toEqual([
    [waiting, 'too large'],
  ]);
  expect(await code(listed(owner, 'INFECTED'))).toBe('FORBIDDEN');
  const figures = await scanMetrics[0]?.read(contextFor(admin.actor));
  expect(figures).toContainEqual({ labels: { status: 'INFECTED' }, value: before + 1 });
  expect(figures).toContainEqual({ labels: { status: 'PENDING' }, value: 0 });
  const counted = await contextFor(admin.actor).measures.registry.metrics();
  for (const verdict of ['CLEAN', 'INFECTED', 'UNVERIFIED', 'AWAY'])
    expect(counted).toMatch(new RegExp(`file_scans_total\\{verdict="${verdict}"\\} [1-9]`));
});
