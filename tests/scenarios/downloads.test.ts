// @lane sqlite at first: how files are sent; their rows are those of tests/services/files.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Tx } from '../../src/services/platform/context.ts';
import { ask, askWithFiles, signIn } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { makePriceItem } from '../support/make/price-item.ts';

let env: TestEnvironment;
let token: string;
let orderId: string;
beforeAll(async () => {
  env = await openTestEnvironment();
  token = await signIn(env, 'CUSTOMER');
  const item = await env.contextFor().run(
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

const bytes = Buffer.from('Il était une fois.\n'.repeat(5_000));

/** Another manuscript; answers its id and a link to it. */
async function file(): Promise<{ id: string; url: string }> {
  const sent = await askWithFiles(
    env,
    'mutation ($input: UploadManuscriptInput!) { uploadManuscript(input: $input) { files { id createdAt } } }',
    {
      token,
      variables: { input: { orderId, file: null } },
      files: { 'variables.input.file': { name: 'roman.txt', type: 'text/plain', bytes } },
    },
  );
  const { files } = (sent.data as { uploadManuscript: { files: { id: string }[] } }).uploadManuscript;
  const id = files
    .map((each) => each.id)
    .sort()
    .at(-1) as string;
  const { data } = await ask(
    env,
    'mutation ($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }',
    { token, variables: { input: { fileId: id } } },
  );
  return { id, url: (data as { requestDownload: { url: string } }).requestDownload.url };
}

const fetched = async (id: string): Promise<number> => {
  const { db } = env;
  return (
    await db
      .selectFrom('audit_entry')
      .select('seq')
      .where('target_id', '=', id)
      .where('action', 'like', '%DOWNLOAD%')
      .execute()
  ).length;
};
const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { errors: [{ extensions: { code: string } }] }).errors[0].extensions.code;
const headersOf = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries(
    [...headers].filter(([name]) => !['date', 'x-request-id', 'keep-alive', 'connection'].includes(name)),
  );

test('HEAD on a download link is 404', async () => {
  const { id, url } = await file();
  const before = await fetched(id);
  const head = await fetch(url, { method: 'HEAD' });
  expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', String(bytes.length)]);
  expect(await fetched(id)).toBe(before);
  const get = await fetch(url);
  expect(headersOf(head)).toEqual(headersOf(get));
  expect(Buffer.from(await get.arrayBuffer()).equals(bytes)).toBe(true);
  expect(await fetched(id)).toBe(before + 1);
  const range = await fetch(url, { method: 'HEAD', headers: { range: 'bytes=5-9' } });
  expect([range.status, range.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
  expect(
    (await fetch(url, { method: 'HEAD', headers: { 'if-none-match': get.headers.get('etag') as string } })).status,
  ).toBe(304);
});

test('HEAD says of a link that is none, and of a stranger, what GET says', async () => {
  const { id, url } = await file();
  expect((await fetch(`${url}a`, { method: 'HEAD' })).status).toBe(401);
  expect((await fetch(`${env.url}/files/${id}`, { method: 'HEAD' })).status).toBe(401);
  expect(
    (await fetch(`${env.url}/files/${id}`, { method: 'HEAD', headers: { authorization: `Bearer ${token}` } })).status,
  ).toBe(200);
});

test('HEAD on the record of processing is 404', async () => {
  const admin = await signIn(env, 'ADMIN');
  const { data } = await ask(env, '{ processingRecord { pdfUrl } }', { token: admin });
  const { pdfUrl } = (data as { processingRecord: { pdfUrl: string } }).processingRecord;
  const head = await fetch(pdfUrl, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'application/pdf', '']);
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1_000);
  expect((await fetch(pdfUrl)).status).toBe(200);
  expect((await fetch(`${pdfUrl}&also=this`)).status).toBe(401);
});

test('a grant is accepted with more behind it', async () => {
  const { id, url } = await file();
  const grant = new URL(url).searchParams.get('grant') as string;
  for (const more of [
    `${grant}.more`,
    `${grant}.`,
    `${grant}.${grant.split('.')[1]}`,
    `.${grant}`,
    `${grant}%00`,
    `${grant}%20`,
    `${grant}&grant=${grant}`,
    `${grant}&also=this`,
    `${grant}&grant=`,
  ]) {
    const answer = await fetch(`${env.url}/files/${id}?grant=${more}`);
    expect([more, answer.status, await codeOf(answer)]).toEqual([more, 401, 'TOKEN_INVALID']);
  }
  for (const path of [`/files/${id}/more`, `/files/${id}/`, `/files//${id}`, `/files/${id};v=1`]) {
    expect([path, (await fetch(`${env.url}${path}?grant=${grant}`)).status]).not.toEqual([path, 200]);
  }
  expect((await fetch(url)).status).toBe(200);
});

test('a damaged file, and one that is gone from the disk, answer 400', async () => {
  const stored = (): string[] =>
    readdirSync(join(env.config.dataDir, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const known = new Set(stored());
  const damages: ((path: string) => void)[] = [
    (path) => {
      const sealed = readFileSync(path);
      sealed[20] = (sealed[20] as number) ^ 1;
      writeFileSync(path, sealed);
    },
    (path) => writeFileSync(path, readFileSync(path).subarray(0, 100)),
    (path) => writeFileSync(path, ''),
    (path) => rmSync(path),
  ];
  for (const damage of damages) {
    const { id, url } = await file();
    const [path] = stored().filter((each) => !known.has(each));
    damage(path as string);
    if (damage !== damages.at(-1)) known.add(path as string);
    for (const headers of [{}, { range: 'bytes=0-9' }, { range: 'bytes=10-' }]) {
      const answer = await fetch(url, { headers });
      expect([answer.status, await codeOf(answer), answer.headers.get('content-disposition')]).toEqual([
        500,
        'FILE_DAMAGED',
        null,
      ]);
    }
    expect(
      env.logs.lines().filter(({ msg, fileId }) => msg === 'stored file damaged' && fileId === id).length,
    ).toBeGreaterThan(0);
  }
});
