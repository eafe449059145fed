import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailboxFolder } from '../../../../src/services/adapters/mail/mailbox-folder.ts';
import { sampleMail } from './sample-mail.ts';

let folder: string;
const now = new Date('2026-11-20T10:00:00.000Z');
const mailbox = () => mailboxFolder({ folder: join(folder, 'mails'), clock: { now: () => now } });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailbox-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the mailbox folder', () => {
  test('gives back the mail that was sent, with its links', async () => {
    const { providerId } = await mailbox().send(
      sampleMail({
        attachments: [{ filename: 'facture n° 1.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF') }],
      }),
    );
    const mail = await mailbox().read(providerId);
    expect(mail).toMatchObject({
      id: sampleMail().deliveryId,
      subject: sampleMail().subject,
      to: sampleMail().to,
      from: sampleMail().from,
      date: now,
      links: ['https://example.org/a?b=1&c=2'],
    });
    expect(mail?.html.trim()).toBe(sampleMail().html);
    expect(mail?.text.trim()).toBe(sampleMail().text);
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual(['facture n° 1.pdf']);
    expect(Buffer.from(mail?.attachments[0]?.content ?? []).toString()).toBe('%PDF');
  });

  test('writes an invitation as the last alternative of the message, and as a file', async () => {
    const content = ['BEGIN:VCALENDAR', 'METHOD:CANCEL', 'END:VCALENDAR', ''].join('\r\n');
    const { providerId } = await mailbox().send(sampleMail({ invitation: { method: 'CANCEL', content } }));
    const written = await readFile(join(folder, 'mails', `${providerId}.eml`), 'utf8');
    const types = [...written.matchAll(/^Content-Type: ([^;\r\n]+)/gm)].map(([, type]) => type);
    const alternatives = types.slice(types.indexOf('multipart/alternative') + 1);
    expect(alternatives).toEqual(['text/plain', 'text/html', 'text/calendar', 'application/ics']);
    expect(written).toMatch(/text\/calendar; charset=utf-8; method=CANCEL/);
  });

  test('writes a multipart/alternative that other programs read', async () => {
    await mailbox().send(sampleMail());
    const eml = await readFile(join(folder, 'mails', `${sampleMail().deliveryId}.eml`), 'latin1');
    const head = eml.slice(0, eml.indexOf('\r\n\r\n'));
    expect(head).toMatch(/^From: Staka Livres <bonjour@example\.org>\r$/m);
    expect(head).toMatch(/^To: =\?UTF-8\?[BQ]\?.+\?= <camille@example\.com>\r$/m);
    expect(head).toMatch(/^Message-ID: <0199c0de-0000-7000-8000-000000000001@example\.org>\r$/m);
    expect(head).toMatch(/^Date: Fri, 20 Nov 2026 10:00:00 \+0000\r$/m);
    expect(head).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect([...eml].every((byte) => byte.charCodeAt(0) < 128)).toBe(true);
    expect(eml.split('\r\n').every((line) => line.length <= 998)).toBe(true);
  });

  test('holds a delivery once, however often it is sent, and no draft', async () => {
    await Promise.all([1, 2, 3].map(() => mailbox().send(sampleMail())));
    await mailbox().send(sampleMail({ subject: 'Autre' }));
    expect(await readdir(join(folder, 'mails'))).toEqual([`${sampleMail().deliveryId}.eml`]);
    expect((await mailbox().list()).map(({ subject }) => subject)).toEqual([sampleMail().subject]);
  });

  test('lists the newest first and is empty before the first mail', async () => {
    expect(await mailbox().list()).toEqual([]);
    for (const deliveryId of ['a', 'b', 'c']) await mailbox().send(sampleMail({ deliveryId }));
    expect((await mailbox().list(2)).map(({ id }) => id)).toEqual(['c', 'b']);
  });

  test('keeps headers whole when a name tries to add one', async () => {
    await mailbox().send(
      sampleMail({ to: { email: 'a@example.com', name: 'A\r\nBcc: b@example.com' }, subject: 'x\r\n\r\n<b>' }),
    );
    const eml = await readFile(join(folder, 'mails', `${sampleMail().deliveryId}.eml`), 'utf8');
    expect(eml).not.toMatch(/^Bcc:/m);
    const mail = await mailbox().read(sampleMail().deliveryId);
    expect(mail?.subject).toBe('x <b>');
    expect(mail?.to).toEqual({ email: 'a@example.com', name: 'A Bcc: b@example.com' });
  });

  test('reads nothing outside its folder', async () => {
    await writeFile(join(folder, 'secret.eml'), 'Subject: secret\r\n\r\n');
    expect(await mailbox().read('../secret')).toBeUndefined();
    expect(await mailbox().read('missing')).toBeUndefined();
    await expect(mailbox().send(sampleMail({ deliveryId: '../x' }))).rejects.toMatchObject({ kind: 'permanent' });
  });

  test('says that the mail can be tried again when the folder cannot be written', async () => {
    await writeFile(join(folder, 'mails'), 'a file, not a folder');
    await expect(mailbox().send(sampleMail())).rejects.toMatchObject({ name: 'MailFailure', kind: 'retryable' });
  });
});
