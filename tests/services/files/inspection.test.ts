import { describe, expect, test } from '@jest/globals';
import { fileName } from '../../../src/services/files/file-name.ts';
import { checkHead, claimedType } from '../../../src/services/files/inspection/file-types.ts';
import { inspected } from '../../../src/services/files/inspection/inspected.ts';
import { checkPixels } from '../../../src/services/files/inspection/pixels.ts';
import { docx, zip } from '../../support/zip.ts';

const kinds = ['DOCUMENT', 'IMAGE'] as const;
const reasonOf = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
    return 'accepted';
  } catch (error) {
    return (error as { details?: { reason?: unknown } }).details?.reason ?? error;
  }
};

async function judge(name: string, declaredType: string, bytes: Buffer): Promise<void> {
  const type = claimedType({ name, declaredType }, kinds);
  checkHead(type, bytes.subarray(0, 65_536));
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 7_000) yield bytes.subarray(at, at + 7_000);
  }
  const passed: Uint8Array[] = [];
  for await (const piece of inspected(pieces(), type)) passed.push(piece);
  expect(Buffer.concat(passed).equals(bytes)).toBe(true);
}

const png = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(header);
  header.write('IHDR', 12);
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
};

describe('a file is what its name, its sender and its bytes agree on', () => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

  test('honest files pass unchanged', async () => {
    await judge('Roman.docx', word, docx('Il était une fois', [{ name: 'word/media/a.bin', content: Buffer.alloc(900_000, 7) }]));
    await judge('roman.DOCX', 'application/octet-stream', docx('x'));
    await judge('lettre.pdf', 'application/pdf', Buffer.from('%PDF-1.7\n…'));
    await judge('notes.md', 'text/plain; charset=utf-8', Buffer.from('# Élément'));
    await judge('livre.odt', 'application/vnd.oasis.opendocument.text', zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }, { name: 'content.xml' }]));
    await judge('livre.epub', 'application/epub+zip', zip([{ name: 'mimetype', content: 'application/epub+zip' }, { name: 'META-INF/container.xml' }]));
    await judge('a.rtf', 'application/rtf', Buffer.from('{\\rtf1 a}'));
  });

  test.each([
    ['page.html', 'text/html', Buffer.from('<html>'), 'extension'],
    ['image.svg', 'image/svg+xml', Buffer.from('<svg>'), 'extension'],
    ['programme.exe', 'application/pdf', Buffer.from('MZ'), 'extension'],
    ['sansextension', 'application/pdf', Buffer.from('%PDF-'), 'extension'],
    ['lettre.pdf', 'text/html', Buffer.from('%PDF-1.7'), 'declared-type'],
    ['lettre.pdf', 'application/pdf', Buffer.from('<html><script>'), 'content'],
    ['lettre.pdf', 'application/pdf', Buffer.from('MZ\u0090'), 'content'],
    ['polyglotte.pdf', 'application/pdf', Buffer.from('%PDF-1.4\n<html><script>alert(1)</script>'), 'content'],
    ['page.txt', 'text/plain', Buffer.from('  <!DOCTYPE html><script>'), 'content'],
    ['binaire.txt', 'text/plain', Buffer.from('a\0b'), 'content'],
    ['faux.odt', 'application/vnd.oasis.opendocument.text', docx('x'), 'content'],
    ['faux.docx', word, zip([{ name: 'autre.xml' }]), 'content'],
    ['macros.docx', word, docx('x', [{ name: 'word/vbaProject.bin', content: 'x' }]), 'macros'],
    ['poupee.docx', word, docx('x', [{ name: 'dedans.zip', content: 'x' }]), 'nested-archive'],
    ['bombe.docx', word, docx('x', [{ name: 'b', content: 'x', claimedSize: 0x7fffffff }]), 'archive-bomb'],
    ['bombe.docx', word, docx('x', [{ name: 'b', content: Buffer.alloc(20_000), claimedSize: 150 * 2 ** 20 }]), 'archive-bomb'],
    ['foule.docx', word, docx('x', Array.from({ length: 1_001 }, (_, i) => ({ name: `f${i}` }))), 'archive-bomb'],
    ['lien.docx', word, docx('x', [{ name: 'l', content: '/etc/passwd', unixMode: 0o120777 }]), 'archive-path'],
    ['chemin.docx', word, docx('x', [{ name: '../../etc/cron.d/x', content: '' }]), 'archive-path'],
    ['coupe.docx', word, docx('x').subarray(0, -30), 'archive'],
  ])('%s declared as %s is refused', async (name, declared, bytes, reason) => {
    expect(await reasonOf(() => judge(name, declared, bytes))).toBe(reason);
  });

  test('an enormous archive is judged by its end alone, quickly', async () => {
    const bytes = docx('x', Array.from({ length: 100_000 }, (_, i) => ({ name: `f${i}` })));
    const start = performance.now();
    expect(await reasonOf(() => judge('foule.docx', word, bytes))).toMatch(/archive/);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('a flood of pixels is refused by its header', async () => {
    expect(await reasonOf(() => checkPixels(png(60_000, 60_000)))).toBe('pixels');
    expect(await reasonOf(() => checkPixels(png(4_000, 3_000)))).toBe('accepted');
    expect(await reasonOf(() => checkPixels(Buffer.from([0x89, 0x50, 0x4e, 0x47])))).toBe('content');
  });
});

describe('a name is data, never a path', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\x.pdf', 'x.pdf'],
    ['a\0.pdf', 'a.pdf'],
    ['C:\\Documents\\Été à la mer.docx', 'Été à la mer.docx'],
    ['photo\u202egnp.exe', 'photognp.exe'],
    ['.profile', 'profile'],
    ['a\r\nSet-Cookie: x', 'aSet-Cookie: x'],
    ['', 'fichier'],
    ['///', 'fichier'],
    ['CON', 'CON'],
  ])('%j is kept as %j', (given, kept) => {
    expect(fileName(given)).toBe(kept);
  });

  test('a long name is cut between characters and keeps its extension', () => {
    const kept = fileName(`${'é'.repeat(300)}.docx`);
    expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(255);
    expect(kept).toMatch(/^é+\.docx$/);
  });
});
