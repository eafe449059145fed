import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { mailGalleryRoutes } from '../../../src/resolvers/http/mail-gallery.ts';
import { mailboxRoutes } from '../../../src/resolvers/http/mailbox.ts';
import { mailboxFolder } from '../../../src/services/adapters/mail/mailbox-folder.ts';
import { mailRenderer } from '../../../src/services/notifications/index.ts';
import type { UserRole } from '../../../src/services/kernel/roles.ts';
import { nobody, person } from '../../support/make/actor.ts';
import { mails } from '../../support/mails.ts';
import { sampleMail } from '../../services/adapters/mail/sample-mail.ts';

const renderer = mailRenderer(mails, {
  brand: 'Staka Livres',
  tagline: { fr: '', en: '' },
  siteUrl: 'https://www.example.org',
  contactEmail: 'bonjour@example.org',
  timeZone: 'Europe/Paris',
});
const mailer = { mails, write: renderer.renderStored };

const unasked = async (): Promise<never> => {
  throw new Error('nobody is asked who they are');
};

let app: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'mailbox-'));
const mailbox = mailboxFolder({ folder, clock: { now: () => new Date('2026-11-20T09:05:00.000Z') } });
const hostile = sampleMail({
  deliveryId: '0199c0de-0000-7000-8000-0000000000bb',
  subject: '<img src=x onerror=alert(1)>',
  to: { email: 'eve@example.com', name: '"><script>alert(2)</script>' },
  html: '<html><head><title>x</title></head><body><script>alert(3)</script><a href="https://example.org/x">x</a></body></html>',
  text: '</pre><script>alert(4)</script> https://example.org/"onmouseover="alert(5)',
});

beforeAll(async () => {
  app = fastify();
  mailboxRoutes(app, { mailbox, config: { isProduction: false, TIME_ZONE: 'Europe/Paris' } });
  mailGalleryRoutes(app, { mailer, config: { isProduction: false }, hasMailbox: true, surround: unasked });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string) => app.inject({ url });

describe('the mailbox page', () => {
  test('shows every template with its sample, in both languages', async () => {
    const gallery = (await get('/mailbox/gallery')).body;
    for (const name of Object.keys(mails)) expect(gallery).toContain(`href="/mailbox/gallery/${name}/fr"`);
    const shown = await get('/mailbox/gallery/daily-digest/en');
    expect(shown.body).toContain('Your daily summary');
    expect(shown.body).toContain('Stop receiving messages of this kind');
    for (const path of ['daily-digest/de', 'toString/fr', 'none/fr'])
      expect((await get(`/mailbox/gallery/${path}`)).statusCode).toBeGreaterThanOrEqual(400);
  });

  test('says so when it is empty', async () => {
    expect((await get('/mailbox')).body).toContain('Aucun message pour l’instant');
  });

  test('lists mails and shows one: its frame, its links, its text', async () => {
    await mailbox.send(sampleMail());
    const list = await get('/mailbox');
    expect(list.body).toContain('Votre commande est confirmée — 350,00 €');
    expect(list.body).toMatch(/>20\snovembre\s2026, 10\u202fh\u202f05</);
    const one = await get(`/mailbox/${sampleMail().deliveryId}`);
    expect(one.body).toContain(
      `<iframe src="/mailbox/${sampleMail().deliveryId}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"`,
    );
    expect(one.body).toContain('href="https://example.org/a?b=1&amp;c=2"');
    expect(one.body).toContain('Camille Lefèvre &lt;camille@example.com&gt;');
    for (const { headers } of [list, one])
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; frame-src 'self'/,
      );
  });

  test('nothing of a mail lives in the page, and the mail itself is sandboxed', async () => {
    await mailbox.send(hostile);
    for (const url of ['/mailbox', `/mailbox/${hostile.deliveryId}`]) {
      const { body } = await get(url);
      expect(body).not.toMatch(/<script|<img|"onmouseover=/i);
    }
    const { headers, body } = await get(`/mailbox/${hostile.deliveryId}/html`);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toMatch(/sandbox(?!.*allow-(scripts|same-origin))/);
    expect(body).toContain('<base target="_blank">');
  });

  test('a mail that is not there is 404, and no path leads out of the folder', async () => {
    for (const id of ['0199c0de-0000-7000-8000-00000000dead', '..%2f..%2fetc%2fpasswd'])
      expect((await get(`/mailbox/${id}`)).statusCode).not.toBe(200);
  });
});

test('in production the gallery exists for admins only', async () => {
  const production = fastify();
  mailGalleryRoutes(production, {
    ...{ mailer, config: { isProduction: true }, hasMailbox: false },
    surround: async ({ headers }) => ({
      actor: headers['x-role'] === undefined ? nobody : person(headers['x-role'] as UserRole),
    }),
  });
  const statusOf = async (url: string, role?: UserRole) =>
    (await production.inject({ url, headers: role === undefined ? {} : { 'x-role': role } })).statusCode;
  for (const url of ['/mailbox/gallery', '/mailbox/gallery/welcome/fr']) {
    expect(await statusOf(url, 'ADMIN')).toBe(200);
    for (const role of [undefined, 'CUSTOMER', 'PROOFREADER'] as const)
      expect(await statusOf(url, role)).toBeGreaterThanOrEqual(400);
  }
  const shown = await production.inject({ url: '/mailbox/gallery', headers: { 'x-role': 'ADMIN' } });
  expect(shown.body).not.toContain('href="/mailbox"');
  await production.close();
});

test('it refuses to exist in production', () => {
  expect(() =>
    mailboxRoutes(fastify(), { mailbox, config: { isProduction: true, TIME_ZONE: 'Europe/Paris' } }),
  ).toThrow('does not exist in production');
});
