// @lane sqlite at first: what is stored of a scan is proven by services/files/scan on both.
/** A visitor sends a text with a virus in it: nobody ever downloads it, and the admins are notified. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askWithFiles, ask } from '../support/ask.ts';
import { eicar, openFakeClamd } from '../support/fake-clamd.ts';
import { hasClamd, openRealClamd } from '../support/real-clamd.ts';
import { docx } from '../support/zip.ts';
import { openGuestWorld, type GuestWorld } from './guest-orders.world.ts';

const servers = {
  'a small server that speaks like clamd': openFakeClamd,
  ...(hasClamd ? { clamd: openRealClamd } : {}),
};
if (!hasClamd) process.stdout.write('No clamd here: its own scan of EICAR is not proven.\n');

describe.each(Object.entries(servers))('with %s', (_name, openClamd) => {
  let clamd: Awaited<ReturnType<typeof openClamd>>;
  let world: GuestWorld;
  let adminToken: string;
  beforeAll(async () => {
    clamd = await openClamd();
    world = await openGuestWorld({ CLAMD_URL: clamd.url });
    const { email, password } = world.env.people.get('ADMIN')!;
    const login = 'mutation($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }';
    const { data } = await ask(world.env, login, { variables: { input: { email, password } } });
    adminToken = (data as { login: { accessToken: string } }).login.accessToken;
  }, 90_000);
  afterAll(async () => {
    await world.env.close();
    await clamd.close();
  });

  interface Sent {
    readonly token: string;
    readonly fileId: string;
  }
  /** A guest order with this text. */
  async function sent(email: string, name: string, bytes: Uint8Array): Promise<Sent> {
    const { data } = await world.start({ email });
    const token = (data as { startGuestOrder: { resumeToken: string } }).startGuestOrder.resumeToken;
    return { token, fileId: await upload(token, name, bytes) };
  }
  async function upload(token: string, name: string, bytes: Uint8Array): Promise<string> {
    const document = 'mutation($input: UploadGuestManuscriptInput!) { uploadGuestManuscript(input: $input) { id } }';
    const { data, code } = await askWithFiles(world.env, document, {
      variables: { input: { token, file: null } },
      files: { 'variables.input.file': { name, bytes: Buffer.from(bytes) } },
    });
    expect(code).toBeUndefined();
    const { id } = (data as { uploadGuestManuscript: { id: string } }).uploadGuestManuscript;
    const guest = world.env.db.selectFrom('guest_order').select('manuscript_id').where('id', '=', id);
    return (await guest.executeTakeFirstOrThrow()).manuscript_id as string;
  }
  const statusOf = async (id: string): Promise<unknown> =>
    (await world.env.db.selectFrom('stored_file').select('scan_status').where('id', '=', id).executeTakeFirstOrThrow())
      .scan_status;
  const download = (fileId: string) =>
    ask(world.env, 'mutation($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }', {
      variables: { input: { fileId } },
      token: adminToken,
    });

  test.each([
    ['as a text', 'chapitre.txt', Buffer.from(eicar)],
    ['inside a document', 'chapitre.docx', docx(eicar)],
  ])(
    'EICAR %s is found, is paid for by nobody, and the admins are notified; another text is',
    async (_how, name, bytes) => {
      const { token, fileId } = await sent(`${name}@example.org`, name, bytes);
      expect(await statusOf(fileId)).toBe('PENDING');
      await world.work();
      expect(await statusOf(fileId)).toBe('INFECTED');
      const shown = '{ guestOrderStatus(token: $token) { manuscriptScanStatus availableActions } }';
      const { data } = await ask(world.env, `query($token: String!) ${shown}`, { variables: { token } });
      expect(data).toEqual({
        guestOrderStatus: {
          manuscriptScanStatus: 'INFECTED',
          availableActions: ['attachManuscript', 'askReview', 'expire'],
        },
      });
      expect((await world.send('openGuestCheckout', { token })).code).toBe('FILE_INFECTED');
      const notices = await world.env.db.selectFrom('notification').select('message').execute();
      expect(notices.some(({ message }) => message.includes('FILE_INFECTED'))).toBe(true);
      await upload(token, 'propre.docx', docx('La balise clignotait.'));
      await world.work();
      expect(await world.checkout(token)).toContain('http');
    },
  );

  test('found only after the payment, it is never downloaded, by link or by session; a clean text is', async () => {
    const bad = await sent('tard@example.org', 'tard.txt', Buffer.from(eicar));
    const clean = await sent('propre@example.org', 'propre.docx', docx('La balise clignotait.'));
    for (const { token } of [bad, clean]) await world.pay(await world.checkout(token));
    await world.work();
    expect([await statusOf(bad.fileId), await statusOf(clean.fileId)]).toEqual(['INFECTED', 'CLEAN']);
    expect((await download(bad.fileId)).code).toBe('FILE_INFECTED');
    const bearer = { headers: { authorization: `Bearer ${adminToken}` } };
    const direct = await fetch(`${world.env.url}/files/${bad.fileId}`, bearer);
    expect([direct.ok, (await direct.text()).includes('EICAR')]).toEqual([false, false]);
    const { data } = await download(clean.fileId);
    expect((await fetch((data as { requestDownload: { url: string } }).requestDownload.url)).ok).toBe(true);
  });

  test('the health of the server says that the antivirus answers', async () => {
    const { checks } = (await (await fetch(`${world.env.url}/health`)).json()) as { checks: Record<string, string> };
    expect(checks['antivirus']).toBe('ok');
  });
});

test('without an antivirus a guest’s text is as any other, and the health says nothing of one', async () => {
  const world = await openGuestWorld();
  const { id } = await world.prepared('sans@example.org');
  await world.work();
  const row = await world.env.db
    .selectFrom('guest_order')
    .innerJoin('stored_file', 'stored_file.id', 'guest_order.manuscript_id')
    .select('scan_status')
    .where('guest_order.id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row.scan_status).toBeNull();
  const { checks } = (await (await fetch(`${world.env.url}/health`)).json()) as { checks: Record<string, string> };
  expect(checks).not.toHaveProperty('antivirus');
  await world.env.close();
});
