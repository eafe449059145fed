// @lane sqlite at first: how files are read and kept; their rows are those of tests/services/files.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Tx } from '../../src/services/platform/context.ts';
import { ask, askWithFiles, signIn, type SentFile } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { until } from '../support/until.ts';
import { docx } from '../support/zip.ts';
import { makePriceItem } from '../support/make/price-item.ts';
import { inTime } from '../support/in-time.ts';

const upload =
  'mutation ($input: UploadManuscriptInput!) { uploadManuscript(input: $input) { id files { id name sizeBytes } } }';
/** In every file that is sent: it must be found nowhere afterwards. */
const canary = randomBytes(64).toString('hex');

let env: TestEnvironment;
let token: string;
let orderId: string;

beforeAll(async () => {
  env = await openTestEnvironment({ environment: { MAX_UPLOAD_BYTES: String(2 * 2 ** 20) } });
  token = await signIn(env, 'CUSTOMER');
  const home = env.contextFor();
  const item = await home.run(
    async ({ em }: Tx<'em'>) =>
      makePriceItem(em, {
        name: 'Relecture',
        description: '…',
        priceCents: 20_000,
        serviceType: 'Correction',
      }),
    {},
  );
  const { data } = await ask(env, 'mutation ($input: CreateOrderInput!) { createOrder(input: $input) { id } }', {
    token,
    variables: { input: { priceItemId: item.id, title: 'Roman' } },
  });
  orderId = (data as { createOrder: { id: string } }).createOrder.id;
});
afterAll(() => env.close());

const send = (file: SentFile) =>
  askWithFiles(env, upload, {
    token,
    variables: { input: { orderId, file: null } },
    files: { 'variables.input.file': file },
  });
const everyFile = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const parts = (): string[] => readdirSync(join(env.config.dataDir, 'files', 'tmp'));
const descriptors = (): number => readdirSync(`/proc/${process.pid}/fd`).length;
const rows = async (): Promise<number> => (await env.db.selectFrom('stored_file').select('id').execute()).length;

/** The bytes of a form, piece by piece, so that a test can send it wrong. */
const boundary = '----atelier';
const field = (name: string, value: string): string =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const operations = (variables: object, query = upload): string =>
  field('operations', JSON.stringify({ query, variables }));
const fileHead = (name: string, filename = 'a.docx'): string =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${filename}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
const end = `\r\n--${boundary}--\r\n`;
const variables = () => ({ input: { orderId, file: null } });

interface Raw {
  readonly status: number;
  readonly body: string;
}
function post(body: Buffer | string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sending = request(
      `${env.url}/graphql`,
      {
        method: 'POST',
        headers: {
          'content-type': `multipart/form-data; boundary=${boundary}`,
          authorization: `Bearer ${token}`,
          'apollo-require-preflight': 'true',
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response
          .setEncoding('utf8')
          .on('data', (chunk: string) => (text += chunk))
          .on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

test('honest manuscripts arrive whole; nothing of their text is on disk, in the database or in the logs', async () => {
  const sent = await send({
    name: 'Été.docx',
    bytes: docx(canary, [{ name: 'word/media/image.bin', content: randomBytes(1_000_000) }]),
  });
  expect(sent.code).toBeUndefined();
  expect(sent.data).toMatchObject({ uploadManuscript: { files: [{ name: 'Été.docx' }] } });
  await send({ name: 'notes.txt', type: 'text/plain', bytes: Buffer.from(`${canary} fin`) });
  await sleep(100);
  for (const path of everyFile(env.database.directory))
    expect([path, readFileSync(path).includes(canary)]).toEqual([path, false]);
  expect(env.logs.text()).not.toContain(canary);
});

describe('attacks are refused with a typed error, quickly, and leave nothing', () => {
  test.each<[string, SentFile, string]>([
    [
      'one byte too many',
      { name: 'gros.txt', type: 'text/plain', bytes: Buffer.alloc(2 * 2 ** 20 + 1, 97) },
      'FILE_TOO_LARGE',
    ],
    [
      'a page in disguise',
      { name: 'lettre.pdf', type: 'application/pdf', bytes: Buffer.from('<html><script>alert(1)</script>') },
      'FILE_TYPE_REFUSED',
    ],
    ['a program in disguise', { name: 'roman.docx', bytes: Buffer.from('MZ\x90') }, 'FILE_TYPE_REFUSED'],
    [
      'macros',
      { name: 'roman.docx', bytes: docx('x', [{ name: 'word/vbaProject.bin', content: 'x' }]) },
      'FILE_TYPE_REFUSED',
    ],
    [
      'a bomb',
      { name: 'roman.docx', bytes: docx('x', [{ name: 'bombe', content: 'x', claimedSize: 0x7fffffff }]) },
      'FILE_TYPE_REFUSED',
    ],
    ['no content at all', { name: 'roman.docx', bytes: Buffer.alloc(0) }, 'FILE_TYPE_REFUSED'],
  ])('%s', async (_name, file, code) => {
    const before = await rows();
    expect((await send(file)).code).toBe(code);
    expect([await rows(), parts()]).toEqual([before, []]);
  });

  test('exactly the limit passes', async () => {
    expect(
      (await send({ name: 'juste.txt', type: 'text/plain', bytes: Buffer.alloc(2 * 2 ** 20, 97) })).code,
    ).toBeUndefined();
  });

  test.each<[string, () => string | Buffer]>([
    ['no map', () => operations(variables()) + end],
    ['no operations', () => field('map', '{}') + end],
    ['files before operations', () => `${fileHead('0')}x\r\n${operations(variables())}${end}`],
    ['map before operations', () => field('map', '{"0":["variables.input.file"]}') + operations(variables()) + end],
    ['a map to nowhere', () => operations(variables()) + field('map', '{"0":["variables.nothing.there"]}') + end],
    ['a map to the prototype', () => operations(variables()) + field('map', '{"0":["__proto__.polluted"]}') + end],
    [
      'six files',
      () =>
        operations(variables()) +
        field(
          'map',
          JSON.stringify(Object.fromEntries(Array.from({ length: 6 }, (_, i) => [i, ['variables.input.file']]))),
        ) +
        end,
    ],
    ['ten megabytes of operations', () => operations({ padding: 'x'.repeat(10 * 2 ** 20) }) + end],
    ['broken JSON', () => field('operations', '{') + end],
    ['no end', () => operations(variables())],
  ])('a form with %s', async (_name, body) => {
    const refused = (error: NodeJS.ErrnoException) => ({
      status: 400,
      body: `{"errors":[{"extensions":{"code":"${error.code}"}}]}`,
    });
    const { status, body: text } = await inTime(5_000, () => post(body()).catch(refused));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).toMatch(/"code":"(INPUT_INVALID|DOCUMENT_INVALID|UPLOAD_INCOMPLETE|ECONNRESET|EPIPE)"/);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('the same file in two variables, and a file that nobody reads, end without a hang', async () => {
    const twice =
      'mutation ($a: UploadManuscriptInput!, $b: UploadManuscriptInput!) { x: uploadManuscript(input: $a) { id } y: uploadManuscript(input: $b) { id } }';
    const form =
      operations({ a: { orderId, file: null }, b: { orderId, file: null } }, twice) +
      field('map', '{"0":["variables.a.file","variables.b.file"]}');
    const both = await post(Buffer.concat([Buffer.from(form + fileHead('0')), docx('x'), Buffer.from(end)]));
    expect(both.body).toMatch(/read-once|INPUT_INVALID|UPLOAD_INCOMPLETE/);
    const unread = operations({ ignored: null }, '{ me { id } }') + field('map', '{"0":["variables.ignored"]}');
    const { status } = await post(
      Buffer.concat([Buffer.from(unread + fileHead('0')), Buffer.alloc(300_000, 97), Buffer.from(end)]),
    );
    expect(status).toBeLessThan(500);
  });

  test('one file for a hundred variables is read once, or refused, without a hang', async () => {
    const paths = Array.from({ length: 100 }, (_, i) => `variables.spare.${i}`);
    const spare = paths.map(() => null);
    const form =
      operations({ ...variables(), spare }) + field('map', JSON.stringify({ 0: [...paths, 'variables.input.file'] }));
    const whole = Buffer.concat([Buffer.from(form + fileHead('0')), docx('x'), Buffer.from(end)]);
    const { status } = await inTime(5_000, () => post(whole));
    expect(status).toBeLessThan(500);
    expect(parts()).toEqual([]);
  });

  test('without the preflight header a form of another site is refused before it is read', async () => {
    const { status } = await post(operations(variables()) + end, { 'apollo-require-preflight': '' }).catch(() => ({
      status: 400,
    }));
    expect(status).toBe(400);
  });

  test.each([
    '../../etc/passwd.docx',
    '..\\x.docx',
    'CON.docx',
    '.caché.docx',
    '-rf.docx',
    'a\r\nSet-Cookie: x.docx',
    'x\u202egnp.docx',
    `${'é'.repeat(300)}.docx`,
  ])('the name %j is data', async (name) => {
    const sent = await send({ name, bytes: docx('x') });
    expect(sent.code).toBeUndefined();
    for (const path of everyFile(join(env.config.dataDir, 'files')))
      expect(path).toMatch(/files\/objects\/[0-9a-f]{2}\/[0-9a-f-]{36}\.sef$/);
  });
});

test('two hundred senders who leave in the middle cost nothing that stays', async () => {
  const address = new URL(env.url);
  const form = Buffer.concat([
    Buffer.from(operations(variables()) + field('map', '{"0":["variables.input.file"]}') + fileHead('0')),
    docx('x', [{ name: 'm', content: randomBytes(200_000) }]),
    Buffer.from(end),
  ]);
  const head = Buffer.from(
    `POST /graphql HTTP/1.1\r\nhost: ${address.host}\r\nauthorization: Bearer ${token}\r\napollo-require-preflight: true\r\ncontent-type: multipart/form-data; boundary=${boundary}\r\ncontent-length: ${form.length}\r\n\r\n`,
  );
  const before = { descriptors: descriptors(), rows: await rows() };
  const leave = async (i: number): Promise<void> => {
    const socket: Socket = connect(Number(address.port), address.hostname);
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write(Buffer.concat([head, form.subarray(0, Math.floor(Math.random() * (form.length - 1)))]));
    await sleep(Math.random() * 20);
    if (i % 2 === 0) socket.resetAndDestroy();
    else socket.end();
    await sleep(5);
    socket.destroy();
  };
  for (let i = 0; i < 200; i += 10) await Promise.all(Array.from({ length: 10 }, (_, j) => leave(i + j)));
  for (let i = 0; i < 50 && (descriptors() > before.descriptors + 2 || parts().length > 0); i++) await sleep(100);
  expect(descriptors()).toBeLessThanOrEqual(before.descriptors + 2);
  expect(parts()).toEqual([]);
  expect(await rows()).toBe(before.rows);
  // The last of them may still be giving their places back; nobody keeps one.
  await until(
    'there is space again',
    async () => (await send({ name: 'apres.docx', bytes: docx('x') })).code === undefined,
  );
});
