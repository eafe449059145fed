// @lane sqlite at first: what is stored of a scan is proven by services/files/scan on both.
/** 23 A visitor asks for a free sample with a virus in the text: nobody ever opens it, and the admins are notified. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { ask } from '../support/ask.ts';
import { eicar, openFakeClamd } from '../support/fake-clamd.ts';
import { hasClamd, openRealClamd } from '../support/real-clamd.ts';
import { docx } from '../support/zip.ts';
import { openVisitorWorld, sample, type VisitorWorld } from './visitors.world.ts';

let world: VisitorWorld;
afterEach(() => world.close());

const email = 'camille@example.org';
const infected = { name: 'incipit.docx', bytes: docx(eicar) };

/** The only file of the world, as it stands. */
const stored = () =>
  world.env.db.selectFrom('stored_file').select(['id', 'scan_status as status']).executeTakeFirstOrThrow();
const forAdmin = (fileId: string) =>
  world.asAdmin('mutation ($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }', {
    input: { fileId },
  });
const forVisitor = async (fileId: string) =>
  ask(world.env, 'mutation ($input: RequestVisitorDownloadInput!) { requestVisitorDownload(input: $input) { url } }', {
    variables: { input: { token: await world.mailedToken(email), fileId } },
  });

const servers = {
  'a small server that speaks like clamd': openFakeClamd,
  ...(hasClamd ? { clamd: openRealClamd } : {}),
};

describe.each(Object.entries(servers))('with %s', (_name, openClamd) => {
  let clamd: Awaited<ReturnType<typeof openClamd>> | undefined;
  afterAll(() => clamd?.close());

  async function asked(file: typeof sample): Promise<string> {
    clamd ??= await openClamd();
    world = await openVisitorWorld({ environment: { CLAMD_URL: clamd.url } });
    expect((await world.askSample({ email }, file)).code).toBeUndefined();
    const { id, status } = await stored();
    expect(status).toBe('PENDING');
    expect((await forAdmin(id)).code).toBeUndefined();
    await world.work();
    return id;
  }

  test('the request is seen, its file is opened by nobody', async () => {
    const id = await asked(infected);
    expect((await stored()).status).toBe('INFECTED');
    expect([(await forAdmin(id)).code, (await forVisitor(id)).code]).toEqual(['FILE_INFECTED', 'FILE_INFECTED']);
    const notices = await world.env.db.selectFrom('notification').select('message').execute();
    expect(notices.some(({ message }) => message.includes('FILE_INFECTED'))).toBe(true);
    const { data } = await world.asAdmin(
      '{ conversations(first: 1, filter: { kind: VISITOR }) { nodes { lastMessage { attachments { scanStatus } } } } }',
    );
    expect(data).toEqual({
      conversations: { nodes: [{ lastMessage: { attachments: [{ scanStatus: 'INFECTED' }] } }] },
    });
  });

  test('a clean one is opened by whoever sent it as well', async () => {
    const id = await asked(sample);
    expect((await stored()).status).toBe('CLEAN');
    const { data } = await forVisitor(id);
    const { url } = (data as { requestVisitorDownload: { url: string } }).requestVisitorDownload;
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(sample.bytes)).toBe(true);
  });
});

test('without an antivirus it is not verified: an admin opens it, and nobody else', async () => {
  world = await openVisitorWorld();
  await world.askSample({ email });
  await world.work();
  const { id, status } = await stored();
  expect(status).toBe('UNVERIFIED');
  expect((await forVisitor(id)).code).toBe('FILE_NOT_VERIFIED');
  const { data } = await forAdmin(id);
  expect((await fetch((data as { requestDownload: { url: string } }).requestDownload.url)).ok).toBe(true);
});
