// @lane sqlite at first: how requests are read; services/archive/uploads.test.ts has the statements.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Upload, type UploadOptions } from 'tus-js-client';
import { sdkOperations } from '../../../src/resolvers/graphql/registered/sdk-operations.generated.ts';
import { PlanEntitlement } from '../../../src/entities/billing/plan-entitlement.entity.ts';
import { createCabinet, receiptText } from '../../../src/services/archive/index.ts';
import { seedPlans } from '../../../src/services/billing/index.ts';
import { isSignedBy } from '../../../src/services/audit/proofs/signing.ts';
import { makeActor } from '../../support/make/actor.ts';
import { ask, signIn } from '../../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../../support/environment.ts';
import { until } from '../../support/until.ts';

let env: TestEnvironment;
let token: string;
let stranger: string;
let cabinetId: string;
beforeAll(async () => {
  env = await openTestEnvironment();
  await seedPlans(env.contextFor(), undefined);
  await env.run(({ em }) => em.nativeUpdate(PlanEntitlement, {}, { value: null }), null);
  [token, stranger] = [await signIn(env, 'ARTISAN'), await signIn(env, 'CUSTOMER')];
  const { id } = await env.db.selectFrom('user').select('id').where('role', '=', 'ARTISAN').executeTakeFirstOrThrow();
  const owner = makeActor(id, { role: 'ARTISAN' });
  cabinetId = (await createCabinet(env.contextFor(owner), { name: 'Chantiers' })).id;
});
afterAll(() => env.close());

const text = (length: number): Buffer => Buffer.from(randomBytes(length).toString('base64').slice(0, length));
const fields = 'id url status receivedBytes availableActions documentId versionId refusal expiresAt';
const receiptFields = 'uploadId documentId versionId sha256 sizeBytes storedAt keyId signature';

interface Begun {
  readonly id: string;
  readonly url: string;
  readonly status: string;
}

async function begin(input: object): Promise<Begun> {
  const query = `mutation ($input: BeginUploadInput!) { beginUpload(input: $input) { ${fields} } }`;
  const { data, text: all } = await ask(env, query, { token, variables: { input: { cabinetId, ...input } } });
  return (data as { beginUpload: Begun } | null)?.beginUpload ?? Promise.reject(new Error(all));
}

interface Sending {
  readonly method: string;
  readonly headers?: Record<string, string>;
  readonly body?: Buffer;
  readonly as?: string | undefined;
}

async function send(url: string, { method, headers = {}, body, as = token }: Sending) {
  const type = body === undefined ? {} : { 'content-type': 'application/offset+octet-stream' };
  const answer = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${as}`, 'tus-resumable': '1.0.0', ...type, ...headers },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
  const { status } = answer;
  await answer.arrayBuffer();
  return { status, code: answer.headers.get('upload-error'), headers: answer.headers };
}
const patch = (url: string, offset: number, body: Buffer, more: Partial<Sending> = {}) =>
  send(url, { method: 'PATCH', body, ...more, headers: { 'upload-offset': String(offset), ...more.headers } });

/** As the reference client sends it. */
const byTus = (bytes: Buffer, options: UploadOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    new Upload(bytes, { headers, ...options, onSuccess: () => resolve(), onError: reject }).start();
  });

const uploadOf = async (id: string) => {
  const query = `query ($id: ID!) { upload(id: $id) { ${fields} receipt { ${receiptFields} } } }`;
  return (await ask(env, query, { token, variables: { id } })).data?.['upload'] as Record<string, unknown> & {
    receipt: Parameters<typeof receiptText>[0] & { signature: string; storedAt: string };
  };
};

test('the reference client uploads in steps, to an upload that was begun here or by itself', async () => {
  const bytes = text(400_000);
  const { id, url } = await begin({ name: 'devis.txt', size: bytes.length, deleteAfterUpload: true });
  await byTus(bytes, { uploadUrl: url, chunkSize: 150_000 });
  const upload = await uploadOf(id);
  expect(upload).toMatchObject({ status: 'DONE', receivedBytes: bytes.length, availableActions: [], expiresAt: null });
  const { signature, storedAt, ...facts } = upload.receipt;
  const { keys } = (await (await fetch(`${env.url}/receipts/keys`)).json()) as {
    keys: { keyId: string; publicKey: string; isActive: boolean }[];
  };
  expect(keys).toMatchObject([{ keyId: facts.keyId, isActive: true }]);
  expect(facts.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  const signed = receiptText({ ...facts, storedAt: new Date(storedAt) });
  expect(isSignedBy(keys[0]?.publicKey as string)(signed, signature)).toBe(true);

  const metadata = { filename: 'seul.txt', cabinetId, sha256: facts.sha256, onNameTaken: 'KEEP_BOTH' };
  await byTus(bytes, { endpoint: `${env.url}/uploads`, metadata, uploadDataDuringCreation: true });
  await byTus(Buffer.alloc(0), { endpoint: `${env.url}/uploads`, metadata: { filename: 'vide.txt', cabinetId } });
  await until('the empty one is done', async () => {
    const rows = await env.db.selectFrom('document').select('title').orderBy('title').execute();
    return rows.map(({ title }) => title).join() === 'devis.txt,seul.txt,vide.txt';
  });
});

test('says what it can do, and refuses what is not tus 1.0, or not by its owner', async () => {
  const options = await fetch(`${env.url}/uploads`, { method: 'OPTIONS' });
  expect([options.status, options.headers.get('tus-extension'), options.headers.get('tus-checksum-algorithm')]).toEqual(
    [204, 'creation,creation-with-upload,termination,expiration,checksum', 'sha256,sha1'],
  );
  const { url, id } = await begin({ name: 'portes.txt', size: 1_000 });
  expect(await send(url, { method: 'HEAD', headers: { 'tus-resumable': '0.2' } })).toMatchObject({ status: 412 });
  expect(await send(url, { method: 'HEAD', as: 'x' })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  const body = text(1_000);
  for (const refused of [
    await send(url, { method: 'HEAD', as: stranger }),
    await patch(url, 0, body, { as: stranger }),
    await send(url, { method: 'DELETE', as: stranger }),
    await patch(`${env.url}/uploads/nothing`, 0, body),
  ])
    expect(refused).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect(await patch(url, 0, body, { headers: { 'content-type': 'text/plain' } })).toMatchObject({ status: 415 });
  expect(await send(url, { method: 'PATCH', body })).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
  expect(await patch(url, 5, body.subarray(5))).toMatchObject({ status: 409, code: 'UPLOAD_OFFSET_WRONG' });
  expect(await patch(url, 0, text(1_001))).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
  const checksum = (name: string, bytes: Buffer): Partial<Sending> => ({
    headers: { 'upload-checksum': `${name} ${createHash(name).update(bytes).digest('base64')}` },
  });
  expect(await patch(url, 0, body, checksum('md5', body))).toMatchObject({ status: 400 });
  expect(await patch(url, 0, body, checksum('sha1', text(5)))).toMatchObject({
    status: 460,
    code: 'CHECKSUM_MISMATCH',
  });
  expect(await patch(url, 0, body.subarray(0, 9), checksum('sha1', body.subarray(0, 9)))).toMatchObject({
    status: 204,
  });
  const head = await send(url, { method: 'HEAD' });
  expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
    200,
    '9',
    '1000',
  ]);
  expect(head.headers.get('upload-expires')).toMatch(/GMT$/);
  const { data } = await ask(env, `{ myUploads { id status availableActions receivedBytes } }`, { token });
  expect(data).toEqual({
    myUploads: [{ id, status: 'RECEIVING', availableActions: ['append', 'cancel'], receivedBytes: 9 }],
  });
  expect(await send(url, { method: 'DELETE' })).toMatchObject({ status: 204 });
  expect(await patch(url, 9, body.subarray(9))).toMatchObject({ status: 410, code: 'UPLOAD_EXPIRED' });
  const lied = await begin({ name: 'faux.txt', size: 1_000, sha256: '0'.repeat(64) });
  expect(await patch(lied.url, 0, body)).toMatchObject({ status: 460, code: 'CHECKSUM_MISMATCH' });
  const create = (metadata: Record<string, string>, more: Record<string, string> = {}) =>
    send(`${env.url}/uploads`, {
      method: 'POST',
      headers: {
        'upload-length': '5',
        'upload-metadata': Object.entries(metadata)
          .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
          .join(','),
        ...more,
      },
    });
  expect(await create({ filename: 'a.txt' })).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
  expect(await create({ filename: 'a.txt', cabinetId }, { 'upload-defer-length': '1' })).toMatchObject({ status: 400 });
  expect(await create({ filename: 'a.exe', cabinetId })).toMatchObject({ status: 415, code: 'FILE_TYPE_REFUSED' });
  expect(await create({ filename: 'devis.txt', cabinetId })).toMatchObject({ status: 409, code: 'NAME_TAKEN' });
  await env.run(({ em }) => em.nativeUpdate(PlanEntitlement, {}, { value: 1 }), null);
  await env.db.updateTable('cabinet').set({ storage_limit: 1 }).execute();
  expect(await create({ filename: 'a.txt', cabinetId })).toMatchObject({ status: 507, code: 'QUOTA_EXCEEDED' });
  await env.db.updateTable('cabinet').set({ storage_limit: null }).execute();
  await env.run(({ em }) => em.nativeUpdate(PlanEntitlement, {}, { value: null }), null);
});

test('a connection that is reset loses nothing that arrived, and who watches sees it advance', async () => {
  const bytes = text(300_000);
  const { id, url } = await begin({ name: 'coupe.txt', size: bytes.length });
  const { pathname, port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  const head = [
    `PATCH ${pathname} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `authorization: Bearer ${token}`,
    'tus-resumable: 1.0.0',
    'content-type: application/offset+octet-stream',
    `content-length: ${bytes.length}`,
    'upload-offset: 0',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(bytes.subarray(0, 120_000));
  await until('it arrived', () => env.app.services.uploads.writers.size === 1);
  // The one that hangs is ended by whoever asks where to go on.
  const offset = Number((await send(url, { method: 'HEAD' })).headers.get('upload-offset'));
  socket.on('error', () => undefined);
  socket.resetAndDestroy();
  expect(offset).toBeLessThanOrEqual(120_000);
  expect(await patch(url, offset, bytes.subarray(offset))).toMatchObject({ status: 204 });
  expect(await uploadOf(id)).toMatchObject({ status: 'DONE', refusal: null });
  const events = await env.db
    .selectFrom('live_event')
    .select('payload')
    .where('stream', '=', `uploadProgress:${id}`)
    .execute();
  // Begun, arrived, done, and at most four a second in between.
  expect(events.length).toBeGreaterThanOrEqual(3);
  const document = `subscription ($id: ID!) { uploadProgress(uploadId: $id) { upload { status } cursor } }`;
  const customer = await env.db
    .selectFrom('user')
    .select('id')
    .where('role', '=', 'CUSTOMER')
    .executeTakeFirstOrThrow();
  const refused = await env.subscribe(makeActor(customer.id, { role: 'CUSTOMER' }), document, { id });
  expect(refused).toMatchObject({ errors: [{ originalError: { code: 'NOT_FOUND' } }] });
});

test('the command-line client sends operations of sdk/operations only, letter by letter', () => {
  const source = readFileSync('sdk/bin/archive/documents.mjs', 'utf8');
  const texts = [...source.matchAll(/: `([^`]+)`,$/gm)].map(([, text]) => text as string);
  expect(texts.length).toBe(4);
  expect(texts.filter((one) => !sdkOperations.includes(one))).toEqual([]);
});
