// @lane sqlite: proves a page and a browser.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { mailboxFolder } from '../../src/services/adapters/mail/mailbox-folder.ts';
import { seedPriceList } from '../../src/services/catalog/index.ts';
import { wallClock } from '../../src/services/kernel/clock.ts';
import { hotp, stepOf } from '../../src/services/kernel/totp.ts';
import {
  docx,
  newContext,
  openTestEnvironment,
  patience,
  PlaygroundPage,
  type FileToChoose,
  type TestEnvironment,
} from './playground-page.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pictures = process.env['PLAYGROUND_PICTURES'];

if (executablePath) describe('the playground in a browser', inBrowser);
else process.stdout.write('No Chromium here: the main job is not done in the playground.\n');

function inBrowser(): void {
  let browser: Browser;
  let env: TestEnvironment;
  const clock = { lateBy: 0, now: () => new Date(Date.now() + clock.lateBy) };
  const claire = { email: 'claire.dumas@example.org', password: 'Phare-Ouessant-1926' };
  const manuscript: FileToChoose = {
    name: 'Le phare.docx',
    mimeType: docxType,
    buffer: docx('Il était une fois.', []),
  };
  const corrected: FileToChoose = {
    name: 'Le phare, corrigé.docx',
    mimeType: docxType,
    buffer: docx('Il était deux fois.', []),
  };

  beforeAll(async () => {
    env = await openTestEnvironment({ clock });
    await seedPriceList(env.contextFor());
    browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await env?.close();
  });

  const open = async (width = 1280, height = 900): Promise<PlaygroundPage> =>
    PlaygroundPage.open(await newContext(browser, width, height), env.url);
  const person = (role: 'ADMIN' | 'PROOFREADER') => env.people.get(role) ?? { email: '', password: '' };
  const mailed = async (to: string, subject: RegExp): Promise<string> => {
    const mailbox = mailboxFolder({ folder: join(env.config.dataDir, 'mailbox'), clock: wallClock });
    for (;;) {
      const mail = (await mailbox.list()).find((each) => each.to.email === to && subject.test(each.subject));
      const token = mail?.links.map((link) => new URL(link).searchParams.get('token')).find((found) => found !== null);
      if (token) return token;
      await new Promise((turn) => setTimeout(turn, 50));
    }
  };
  const bytesAt = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer());

  test('does the main job of the README, to the last step', async () => {
    const customer = await open();
    const prices = await customer.run('catalog', 'PriceItems');
    const priceItemId =
      (prices.data['priceItems'] as unknown as { id: string; unit: string }[]).find(({ unit }) => unit === 'PAGE')
        ?.id ?? '';
    const consents = ['TERMS', 'PRIVACY'].map((purpose) => ({ purpose, policyVersion: '2026-11-20' }));
    await customer.run('account', 'Register', {
      variables: { register: { ...claire, firstName: 'Claire', lastName: 'Dumas', consents } },
    });
    await customer.run('account', 'ActivateAccount', {
      variables: { activateAccount: { token: await mailed(claire.email, /^Activez/) } },
    });
    await customer.signedIn(claire);
    const placed = await customer.run('orders', 'CreateOrder', {
      variables: { createOrder: { priceItemId, title: 'Le phare', declaredPages: 120 } },
    });
    const orderId = placed.data['createOrder']?.['id'] as string;
    const sent = await customer.run('orders', 'UploadManuscript', {
      variables: { uploadManuscript: { orderId, file: '<file>' } },
      files: [manuscript],
    });
    const [{ id: manuscriptId }] = sent.data['uploadManuscript']?.['files'] as [{ id: string }];
    await customer.shows('PENDING');
    if (pictures) await customer.page.screenshot({ path: join(pictures, 'playground-1280.png') });

    const watcher = await (await open(390, 844)).signedIn(claire);
    await watcher.begin('orders', 'OrderUpdated', { orderId });
    while (env.served.sockets.counts().streams === 0) await watcher.page.waitForTimeout(20);

    await customer.run('billing', 'CreateCheckoutSession', { variables: { createCheckoutSession: { orderId } } });
    const checkout = await customer.page.context().newPage();
    await checkout.goto(await customer.link());
    await checkout.click('button.pay');
    await watcher.shows('PAID');

    const admin = await (await open()).signedIn(person('ADMIN'));
    const found = await admin.run('users', 'Users', { variables: { filter: { role: 'PROOFREADER' } } });
    const [{ id: proofreaderId }] = found.data['users']?.['nodes'] as [{ id: string }];
    await admin.run('admin', 'AssignProofreader', { variables: { assignProofreader: { orderId, proofreaderId } } });

    const proofreader = await (await open()).signedIn(person('PROOFREADER'));
    const work = await proofreader.run('orders', 'Order', { variables: { orderId } });
    await proofreader.run('files', 'RequestDownload', { variables: { requestDownload: { fileId: manuscriptId } } });
    expect((await bytesAt(await proofreader.link())).equals(manuscript.buffer)).toBe(true);
    await proofreader.run('proofreading', 'StartOrder', { variables: { startOrder: { orderId } } });
    const { id: conversationId } = work.data['order']?.['conversation'] as { id: string };
    const notes: FileToChoose = { name: 'questions.txt', mimeType: 'text/plain', buffer: Buffer.from('Page 3 ?') };
    const said = await proofreader.run('messaging', 'SendMessage', {
      variables: { sendMessage: { conversationId, content: 'Une question', attachments: ['<file>'] } },
      files: [notes],
    });
    expect(said.data['sendMessage']?.['attachments']).toMatchObject([{ name: 'questions.txt' }]);
    const done = await proofreader.run('proofreading', 'UploadCorrectedFile', {
      variables: { uploadCorrectedFile: { orderId, file: '<file>' } },
      files: [corrected],
    });
    await proofreader.run('proofreading', 'DeliverOrder', { variables: { deliverOrder: { orderId } } });
    await watcher.shows('COMPLETED');
    if (pictures) await watcher.page.screenshot({ path: join(pictures, 'playground-390.png') });

    const correctedId = (done.data['uploadCorrectedFile']?.['files'] as { id: string; role: string }[]).find(
      ({ role }) => role === 'CORRECTED',
    )?.id;
    await customer.run('files', 'RequestDownload', { variables: { requestDownload: { fileId: correctedId } } });
    expect((await bytesAt(await customer.link())).equals(corrected.buffer)).toBe(true);
    const invoices = await customer.run('billing', 'MyInvoices');
    const [{ pdfFileId }] = invoices.data['myInvoices']?.['nodes'] as [{ pdfFileId: string }];
    await customer.run('files', 'RequestDownload', { variables: { requestDownload: { fileId: pdfFileId } } });
    expect((await bytesAt(await customer.link())).subarray(0, 5).toString()).toBe('%PDF-');

    const log = await admin.run('audit', 'AuditEntries', { variables: { filter: {} } });
    expect((log.data['auditEntries']?.['nodes'] as unknown[]).length).toBeGreaterThan(5);
    expect([customer, watcher, admin, proofreader].flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 900_000);

  test('does the work of a public form by itself: a ticket that is left empty is asked for, and proven', async () => {
    const visitor = await open();
    const items = await visitor.run('catalog', 'PriceItems');
    const [item] = items.data['priceItems'] as unknown as { id: string }[];
    const consents = ['TERMS', 'PRIVACY'].map((purpose) => ({ purpose, policyVersion: '2026-11-20' }));
    const form = { ...claire, email: 'ines@example.org', firstName: 'Inès', lastName: 'Le Goff', title: 'La Balise' };
    const { data } = await visitor.run('guests', 'StartGuestOrder', {
      variables: { startGuestOrder: { ...form, ticket: '', consents, priceItemId: item?.id, declaredPages: 80 } },
    });
    expect(data['startGuestOrder']).toMatchObject({ guestOrder: { status: 'STARTED' } });
  });

  test('renews its token, asks for a fresh proof, and for a second factor by any method one has; fits a telephone', async () => {
    const { password } = person('PROOFREADER');
    const phone = await (await open(390, 844)).signedIn(person('PROOFREADER'));
    await phone.page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('atelier-session') ?? '') as { tokens: object };
      sessionStorage.setItem(
        'atelier-session',
        JSON.stringify({ ...kept, tokens: { ...kept.tokens, accessToken: 'ended', accessTokenExpiresAt: undefined } }),
      );
    });
    await phone.page.reload();
    await phone.page.waitForSelector('.graphiql-container .view-lines');
    const me = await phone.run('account', 'Me');
    expect(me.data['me']?.['role']).toBe('PROOFREADER');

    // Who signed in a moment ago has proven themself.
    clock.lateBy += 11 * 60_000;
    const enabling = phone.run('security', 'EnableTwoFactor', { variables: { enableTwoFactor: { method: 'TOTP' } } });
    await phone.prove('PASSWORD', password);
    const { data } = await enabling;
    const seed = base32(data['enableTwoFactor']?.['secret'] as string);
    const code = (steps = 0): string => hotp(seed, stepOf(clock.now()) + steps);
    const confirmed = await phone.run('security', 'ConfirmTwoFactor', {
      variables: { confirmTwoFactor: { method: 'TOTP', code: code() } },
    });
    const [recovery = ''] = confirmed.data['confirmTwoFactor']?.['recoveryCodes'] as string[];

    for (const [method, answer] of [
      ['TOTP', () => code(1)],
      ['RECOVERY_CODE', () => recovery],
    ] as const) {
      await phone.page.click('#sign-out');
      await phone.page.waitForSelector('#sign-in:not([hidden])');
      await phone.page.waitForSelector('.graphiql-container .view-lines');
      await phone.signIn(person('PROOFREADER'));
      await phone.prove('TOTP', '000000');
      await phone.page.waitForSelector('#proof-note:not(:empty)');
      if (pictures) await phone.page.screenshot({ path: join(pictures, 'playground-proof-390.png') });
      await phone.prove(method, answer());
      await phone.page.waitForSelector('#sign-out:not([hidden])');
    }
    for (const selector of ['#bar', '.graphiql-query-editor', '.graphiql-response', '.graphiql-execute-button']) {
      const box = await phone.page.locator(selector).boundingBox();
      expect({
        selector,
        isVisible: box !== null && box.height > 20 && box.x >= 0 && box.x + box.width <= 390,
      }).toEqual({ selector, isVisible: true });
    }
    expect((await phone.page.locator('.graphiql-query-editor').boundingBox())?.width).toBeGreaterThan(280);
    expect(await phone.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(phone.complaints).toEqual([]);
  }, 900_000);
}

function base32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
