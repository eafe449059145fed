// @lane sqlite at first: what a database keeps of a death, crash-points.test.ts has on both; uploads.test.ts has the rest.
import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PlanEntitlement } from '../../src/entities/billing/plan-entitlement.entity.ts';
import { createCabinet } from '../../src/services/archive/index.ts';
import { seedPlans } from '../../src/services/billing/index.ts';
import { openStored } from '../../src/services/files/index.ts';
import { ask, signIn } from '../support/ask.ts';
import { makeActor } from '../support/make/actor.ts';
import {
  openServerProcesses,
  type RunningServer,
  type ServerProcesses,
} from '../support/processes/server-processes.ts';
import { until } from '../support/until.ts';

const isFull = process.env['STORM'] === 'full';
const size = isFull
  ? { uploads: 30, bytes: 64 * 2 ** 20, breaks: 10, clientKills: 20 }
  : { uploads: 1, bytes: 3 * 2 ** 20, breaks: 2, clientKills: 2 };

let processes: ServerProcesses;
let server: RunningServer;
let token: string;
let cabinetId: string;
let address: URL;
const folder = mkdtempSync(join(tmpdir(), 'atelier-uploads-'));
const nonces = join(folder, 'nonces.txt');
/** What the client remembers. */
const state = join(folder, 'state.jsonl');
const start = async (environment: Record<string, string> = {}): Promise<RunningServer> => {
  // One address for all of them: tokens name it, and so do uploads.
  const { port } = address;
  server = await processes.start(
    { NOTE_NONCES: nonces, PORT: port, PUBLIC_URL: address.origin, ...environment },
    'tests/support/processes/noting-server.ts',
  );
  return server;
};

const dyingAt = (point: string | undefined): Record<string, string> => (point === undefined ? {} : { CRASH_AT: point });

beforeAll(async () => {
  address = new URL(`http://127.0.0.1:${await freePort()}`);
  processes = await openServerProcesses();
  const ctx = processes.contextFor;
  await seedPlans(ctx, undefined);
  await ctx.run(({ em }) => em.nativeUpdate(PlanEntitlement, {}, { value: null }), null);
  const { id } = await ctx.db.selectFrom('user').select('id').where('role', '=', 'ARTISAN').executeTakeFirstOrThrow();
  const actor = makeActor(id, { role: 'ARTISAN' });
  cabinetId = (await createCabinet(processes.app.contextFor({ actor, requestId: 'test' }), { name: 'Coffre' })).id;
  await start(dyingAt(steps[0]));
  token = await signIn({ url: server.url, people: processes.people } as never, 'ARTISAN');
});
afterAll(async () => {
  await processes.close();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const text = (length: number): Buffer => Buffer.from(randomBytes(length).toString('base64').slice(0, length));

async function begin(name: string, bytes: Buffer): Promise<string> {
  const { data, text: all } = await ask(
    server,
    'mutation ($input: BeginUploadInput!) { beginUpload(input: $input) { id } }',
    { token, variables: { input: { cabinetId, name, size: bytes.length, sha256: sha256(bytes) } } },
  );
  const id = (data as { beginUpload: { id: string } } | null)?.beginUpload.id;
  if (id === undefined) throw new Error(all);
  return id;
}

const headers = (): Record<string, string> => ({ authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' });

const offsetOf = async (id: string): Promise<number> => {
  const answer = await fetch(`${server.url}/uploads/${id}`, { method: 'HEAD', headers: headers() });
  expect(answer.status).toBe(200);
  return Number(answer.headers.get('upload-offset'));
};

/** Sends bytes from an offset on; after `breakAt` of them something happens, and whatever ends the request is the end. */
function sendPart(
  id: string,
  offset: number,
  { bytes, breakAt, happens }: { bytes: Buffer; breakAt?: number; happens?: (cut: () => void) => void },
): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(`${server.url}/uploads/${id}`, {
      method: 'PATCH',
      headers: {
        ...headers(),
        'upload-offset': offset,
        'content-length': bytes.length,
        'content-type': 'application/offset+octet-stream',
      },
    });
    sent.on('error', () => resolve(0));
    sent.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    if (breakAt === undefined) return void sent.end(bytes);
    sent.write(bytes.subarray(0, breakAt), () => happens?.(() => sent.destroy()));
  });
}

/** With a segment durable that no row names, with everything judged, and with the version there and the job not noted. */
const steps = ['upload-segment-stored', 'upload-judged', 'upload-completed'];

test('a server that dies at each of its steps leaves an upload that goes on', async () => {
  const bytes = text(200_000);
  const id = await begin('pas-a-pas.txt', bytes);
  for (const [i, point] of steps.entries()) {
    if (point !== 'upload-completed') await sendPart(id, 0, { bytes });
    expect([point, await server.ended]).toEqual([point, 'SIGKILL']);
    await start(dyingAt(steps[i + 1]));
  }
  expect(await offsetOf(id)).toBe(bytes.length);
  await wholeAndOnce(id, 'pas-a-pas.txt', bytes);
});

const diesAnywhere = async (): Promise<void> => {
  for (let n = 0; n < size.uploads; n++) {
    const bytes = text(size.bytes);
    const id = await begin(`coupe-${n}.txt`, bytes);
    for (let broken = 0; broken < size.breaks; broken++) {
      const offset = await offsetOf(id);
      const part = bytes.subarray(offset, Math.min(bytes.length - 1, offset + Math.ceil(size.bytes / size.breaks)));
      const breakAt = randomInt(1, Math.max(2, part.length));
      const isKill = broken % 2 === 0;
      await sendPart(id, offset, {
        bytes: part,
        breakAt,
        happens: (cut) => (isKill ? server.child.kill('SIGKILL') : cut()),
      });
      if (isKill) {
        await server.ended;
        await start();
      }
      // What was durable stays so.
      expect(await offsetOf(id)).toBeGreaterThanOrEqual(offset);
      // A part that arrives, so that what breaks has something before it.
      const next = await offsetOf(id);
      const some = bytes.subarray(next, Math.min(bytes.length - 1, next + randomInt(1, 200_000)));
      expect(await sendPart(id, next, { bytes: some })).toBe(204);
    }
    const rest = await offsetOf(id);
    await sendPart(id, rest, { bytes: bytes.subarray(rest) });
    await wholeAndOnce(id, `coupe-${n}.txt`, bytes);
  }
};

// Thirty times 64 MiB, and a server that starts 150 times.
test(
  'uploads whose server, connection and process die at any byte arrive whole, and once',
  diesAnywhere,
  isFull ? 3_600_000 : 180_000,
);

async function wholeAndOnce(id: string, title: string, bytes: Buffer): Promise<void> {
  const { db } = processes.contextFor;
  await until('it is done', async () => {
    const { status } = await db
      .selectFrom('upload_session')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return status !== 'FINISHING';
  });
  const documents = await db.selectFrom('document').select('id').where('title', '=', title).execute();
  const receipts = await db
    .selectFrom('upload_receipt')
    .select(['sha256', 'document_id'])
    .where('session_id', '=', id)
    .execute();
  expect(documents.length).toBe(1);
  expect(receipts).toEqual([{ sha256: sha256(bytes), document_id: documents[0]?.id }]);
  expect(await storedSha256(title)).toBe(sha256(bytes));
  expect(await db.selectFrom('upload_segment').select('id').where('session_id', '=', id).execute()).toEqual([]);
}

/** Of what opens now; undefined when there is no such document. */
async function storedSha256(title: string): Promise<string | undefined> {
  const { db, vault } = processes.contextFor;
  const row = await db
    .selectFrom('document as d')
    .innerJoin('document_version as v', 'v.id', 'd.current_version_id')
    .select('v.file_id')
    .where('d.title', '=', title)
    .executeTakeFirst();
  const stored = row === undefined ? undefined : await openStored({ db, vault }, row.file_id as string);
  if (stored === undefined) return undefined;
  const hash = createHash('sha256');
  for await (const piece of (await stored.open()) as AsyncIterable<Buffer>) hash.update(piece);
  return hash.digest('hex');
}

test('nothing that was ever encrypted shares its key and nonce with anything else', () => {
  const noted = readFileSync(nonces, 'utf8').trim().split('\n');
  expect(noted.length).toBeGreaterThan((size.uploads * size.bytes) / 65_536);
  expect(new Set(noted).size).toBe(noted.length);
});

interface ClientRun {
  readonly ended: Promise<number | string>;
  readonly output: () => string;
  readonly kill: () => void;
}

function client(...args: readonly string[]): ClientRun {
  const child = spawn(
    process.execPath,
    ['sdk/bin/archive.mjs', 'upload', ...args, '--cabinet', cabinetId, '--state', state],
    {
      env: { ATELIER_URL: server.url, ATELIER_TOKEN: token },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (output += piece.toString()));
  return {
    output: () => output,
    kill: () => void child.kill('SIGKILL'),
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal ?? 1))),
  };
}

const clientDies = async (): Promise<void> => {
  const here = join(folder, 'chantier');
  mkdirSync(join(here, 'Photos'), { recursive: true });
  const files = new Map(
    Array.from(
      { length: 12 },
      (_, i) => [join(here, i % 3 === 0 ? 'Photos' : '', `f${i}.txt`), text(i === 0 ? 0 : 60_000 * i)] as const,
    ),
  );
  for (const [path, bytes] of files) writeFileSync(path, bytes);
  const nothingIsLost = async (): Promise<void> => {
    for (const [path, bytes] of files)
      if (!existsSync(path)) expect([path, await storedSha256(basename(path))]).toEqual([path, sha256(bytes)]);
  };
  const dry = client(here, '--delete-after-upload', '--dry-run');
  expect([await dry.ended, dry.output().split('would delete here').length]).toEqual([0, 13]);
  const unsure = client(join(here, 'f1.txt'), '--delete-after-upload');
  expect([await unsure.ended, existsSync(join(here, 'f1.txt'))]).toEqual([3, true]);
  for (let killed = 0; killed < size.clientKills; killed++) {
    const run = client(here, '--delete-after-upload', '--yes', '--folder', 'Archives/2026');
    // Between any two of its lines: one for each file that is sent, one for each that is deleted.
    const lines = randomInt(0, 2 * files.size);
    let isOver = false;
    void run.ended.then(() => (isOver = true));
    await until('it has come so far', () => isOver || run.output().split('\n').length > lines);
    run.kill();
    await run.ended;
    await nothingIsLost();
  }
  const last = client(here, '--delete-after-upload', '--yes', '--folder', 'Archives/2026');
  expect([await last.ended, last.output()]).toEqual([0, expect.stringContaining('0 kept, 0 refused')]);
  expect([...files.keys()].filter((path) => existsSync(path))).toEqual([]);
  await nothingIsLost();
  const { db } = processes.contextFor;
  const folders = await db.selectFrom('folder').select('name').orderBy('name').execute();
  expect(folders.map(({ name }) => name)).toEqual(['2026', 'Archives', 'Photos']);
};

test(
  'the client, killed at any moment with --delete-after-upload, never deletes what the server does not hold',
  clientDies,
  isFull ? 3_600_000 : 180_000,
);

test('the client keeps what changes, has another name, or is reached through a link, and says why', async () => {
  const here = join(folder, 'gardes');
  mkdirSync(here);
  const [changing, linked, plain] = ['change.txt', 'lie.txt', 'simple.txt'].map((name) => join(here, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(changing, text(12 * 2 ** 20));
  writeFileSync(linked, text(1_000));
  linkSync(linked, join(folder, 'autre-nom.txt'));
  writeFileSync(plain, text(1_000));
  symlinkSync(plain, join(here, 'lien.txt'));
  const dry = client(linked, '--delete-after-upload', '--dry-run');
  expect([await dry.ended, dry.output()]).toEqual([0, expect.stringContaining('would keep here (2 names)')]);
  const run = client(here, '--delete-after-upload', '--yes', '--parallel', '1');
  const { db } = processes.contextFor;
  await until('it is being sent', async () => {
    const rows = await db.selectFrom('upload_session').select('id').where('name', '=', 'change.txt').execute();
    return rows.length > 0;
  });
  appendFileSync(changing, 'et encore');
  expect(await run.ended).toBe(3);
  expect(readdirSync(here).sort()).toEqual(['change.txt', 'lie.txt', 'lien.txt']);
  expect(run.output()).toContain('it was changed');
  expect(run.output()).toContain('it has 2 names');
  expect(run.output()).toContain('a symbolic link');
  expect(run.output()).toContain('proves nothing on an SSD');
  expect(await storedSha256('simple.txt')).toBeDefined();

  // A server whose receipts another key signs than the one seen at first use: nothing is deleted.
  appendFileSync(state, `${JSON.stringify({ key: `keys ${address.origin}`, value: {} })}\n`);
  writeFileSync(join(here, 'faux.txt'), text(500));
  const forged = client(join(here, 'faux.txt'), '--delete-after-upload', '--yes');
  expect([await forged.ended, existsSync(join(here, 'faux.txt'))]).toEqual([3, true]);
  expect(forged.output()).toContain('which was not there at first use');

  const refused = client(join(here, 'faux.txt'), '--folder', 'a/'.repeat(30));
  expect(await refused.ended).toBe(4);
  server.child.kill('SIGKILL');
  await server.ended;
});
