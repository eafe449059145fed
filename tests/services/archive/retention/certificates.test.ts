// @lane sqlite at first: a document and its signature; retention.test.ts has the statements.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import {
  getCertificate,
  linkToCertificate,
  listCertificates,
  openCertificatePdf,
  purgeDocument,
  verifyCertificate,
  type CertificateRow,
} from '../../../../src/services/archive/index.ts';
import { certificateCommands } from '../../../../src/commands/certificates.ts';
import type { CommandTools } from '../../../../src/commands/command.ts';
import { writing } from '../../../../src/services/platform/orm/values.ts';
import { openSigningKeys } from '../../../../src/services/platform/signing-keys.ts';
import { auditVerdict } from '../../../support/audit-log.ts';
import { createRetentionWorld, type RetentionWorld } from './retention-world.ts';

let world: RetentionWorld;
beforeAll(async () => {
  world = await createRetentionWorld();
});
afterAll(() => world.close());

/** A certificate of a document with a title and a content that nothing may repeat. */
async function certified() {
  const owner = await world.person();
  const cabinetId = await world.cabinet(owner);
  const { document, version } = await world.upload(owner, { cabinetId, text: 'Zorglub', name: 'Zinzolin.txt' });
  await world.file(document.id, { type: 'Facture', documentDate: '2010-01-01' });
  await world.trash(document.id);
  const id = await purgeDocument(world.ctx(owner), { id: document.id });
  return { owner, cabinetId, document, version, certificate: await getCertificate(world.ctx(owner), id) };
}

const publicKeys = (): string[] =>
  openSigningKeys(world.config.keysDir, 'certificates')
    .keys()
    .map(({ publicKey }) => publicKey);

test('a certificate says what, who, why and when, and nothing of the document', async () => {
  const { owner, cabinetId, document, version, certificate } = await certified();
  const entry = await world.db
    .selectFrom('audit_entry')
    .select(['action', 'target_id'])
    .where('seq', '=', certificate.auditEntry)
    .executeTakeFirst();
  expect(entry).toEqual({ action: 'DOCUMENT_PURGED', target_id: document.id });
  expect(await auditVerdict(world.db, world.config)).toBe('OK');
  expect(JSON.parse(certificate.file)).toMatchObject({
    certificate: {
      ...{ number: certificate.number, cabinetId, documentId: document.id, destroyedBy: owner.userId, why: 'PURGED' },
      ...{ ground: 'Code de commerce, art. L123-22', auditEntry: certificate.auditEntry },
      contents: [{ part: 'version', number: 1, sha256: version.sha256, sizeBytes: 7, destroyedAt: null }],
    },
  });
  expect(certificate.file).not.toMatch(/Zorglub|Zinzolin/);
  const { url } = await linkToCertificate(world.ctx(owner), { id: certificate.id });
  const grant = new URL(url).searchParams.get('grant') ?? '';
  const { bytes } = await openCertificatePdf(world.ctx(), { grant });
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await expect(openCertificatePdf(world.ctx(), { grant: `${grant}x` })).rejects.toMatchObject({
    code: 'TOKEN_INVALID',
  });
});

test('a certificate is verified offline, and refused when any one of its bytes differs, or under another key', async () => {
  const { file, number } = (await certified()).certificate;
  expect(verifyCertificate(file, publicKeys())).toMatchObject({ verdict: 'GENUINE', number });
  const bytes = Buffer.from(file);
  const flipped = Array.from(bytes, (byte, i) => {
    const changed = Buffer.from(bytes);
    changed[i] = byte ^ 1;
    return verifyCertificate(changed.toString(), publicKeys()).verdict;
  });
  expect(new Set(flipped)).toEqual(new Set(['NOT_GENUINE']));
  for (const other of ['', '{}', ` ${file}`, `${file}\n`, file.replace('"number":', '"number": ')])
    expect(verifyCertificate(other, publicKeys()).verdict).toBe('NOT_GENUINE');
  const stranger = openSigningKeys(world.config.keysDir, 'another-purpose').keys();
  expect(verifyCertificate(file, [stranger[0]?.publicKey ?? '']).verdict).toBe('NOT_GENUINE');
});

test('the command takes the file and the keys that were published, and says by its code whether it is genuine', async () => {
  const { file } = (await certified()).certificate;
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [genuine, forged, keys] = ['genuine.json', 'forged.json', 'keys.json'].map((name) => join(folder, name));
  writeFileSync(genuine as string, file);
  writeFileSync(forged as string, file.replace('"why":"PURGED"', '"why":"APPROVED"'));
  writeFileSync(keys as string, JSON.stringify({ keys: openSigningKeys(world.config.keysDir, 'certificates').keys() }));
  const printed: string[] = [];
  const tools = { print: (text: string) => void printed.push(text) } as unknown as CommandTools;
  const verify = (...args: string[]) => certificateCommands(tools)['certificate:verify']?.run(world.config, args);
  expect(await verify(genuine as string)).toBe(0);
  expect(await verify(genuine as string, '--keys', keys as string)).toBe(0);
  expect(await verify(forged as string)).toBe(17);
  expect(printed.map((text) => text.split(':')[0])).toEqual(['GENUINE', 'GENUINE', 'NOT_GENUINE']);
  rmSync(folder, { recursive: true });
});

test('numbers have no gap, whoever destroys at the same instant, and no row of them changes or goes', async () => {
  await Promise.all(Array.from({ length: 4 }, certified));
  const rows = await world.db.selectFrom('destruction_certificate').select('number').orderBy('number').execute();
  expect(rows.map((row) => Number(row.number))).toEqual(rows.map((_, i) => i + 1));
  const changing = world.run(async ({ em }) => {
    await writing(em).db.updateTable('destruction_certificate').set({ number: 1_000 }).execute();
  }, undefined);
  await expect(changing).rejects.toThrow('immutable');
  const deleting = world.run(async ({ em }) => {
    await sql`delete from destruction_certificate`.execute(writing(em).db);
  }, undefined);
  await expect(deleting).rejects.toThrow('kept');
});

test('managers see those of their cabinet, auditors and admins all, others none', async () => {
  const { owner, cabinetId, certificate } = await certified();
  const other = await certified();
  const reader = await world.person();
  const admin = await world.person('ADMIN');
  const seen = async (actor: typeof owner, of?: string): Promise<CertificateRow[]> =>
    (await listCertificates(world.ctx(actor), { cabinetId: of, first: 100 })).nodes as CertificateRow[];
  expect((await seen(owner, cabinetId)).map(({ id }) => id)).toEqual([certificate.id]);
  expect((await seen(admin)).map(({ id }) => id)).toContain(other.certificate.id);
  for (const wanted of [undefined, other.cabinetId])
    await expect(seen(owner, wanted)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(seen(reader, cabinetId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(getCertificate(world.ctx(reader), certificate.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
