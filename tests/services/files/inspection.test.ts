import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { fileName } from '../../../src/services/files/file-name.ts';
import { JpegSizeFinder } from '../../../src/services/files/inspection/jpeg-size.ts';
import { docx, wordTypes, zip, type ZipEntry } from '../../support/zip.ts';
import { judge, reasonOf } from './judge.ts';
import { inTime } from '../../support/in-time.ts';

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
    await judge(
      'Roman.docx',
      word,
      docx('Il était une fois', [{ name: 'word/media/a.bin', content: Buffer.alloc(900_000, 7) }]),
    );
    await judge('roman.DOCX', 'application/octet-stream', docx('x'));
    await judge('lettre.pdf', 'application/pdf', Buffer.from('%PDF-1.7\n…'));
    await judge('notes.md', 'text/plain; charset=utf-8', Buffer.from('# Élément'));
    await judge(
      'livre.odt',
      'application/vnd.oasis.opendocument.text',
      zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }, { name: 'content.xml' }]),
    );
    await judge(
      'livre.epub',
      'application/epub+zip',
      zip([{ name: 'mimetype', content: 'application/epub+zip' }, { name: 'META-INF/container.xml' }]),
    );
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
    [
      'bombe.docx',
      word,
      docx('x', [{ name: 'b', content: Buffer.alloc(20_000), claimedSize: 150 * 2 ** 20 }]),
      'archive-bomb',
    ],
    [
      'bombe.docx',
      word,
      docx(
        'x',
        Array.from({ length: 4 }, (_, i) => ({
          name: `b${i}`,
          content: Buffer.alloc(20_000),
          claimedSize: 49 * 2 ** 20,
          claimedPacked: 2 ** 31,
        })),
      ),
      'archive-bomb',
    ],
    [
      'macros.docx',
      word,
      zip([
        {
          name: '[Content_Types].xml',
          content: wordTypes(
            '/word/document.xml',
            '<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
          ),
        },
        { name: 'word/document.xml' },
        { name: 'word/x.bin' },
      ]),
      'macros',
    ],
    [
      'commentaire.docx',
      word,
      zip([
        { name: '[Content_Types].xml', content: `<Types><!-- ${wordTypes('/word/document.xml')} --></Types>` },
        { name: 'word/document.xml' },
      ]),
      'content',
    ],
    [
      'absente.docx',
      word,
      zip([{ name: '[Content_Types].xml', content: wordTypes('/word/ailleurs.xml') }, { name: 'word/document.xml' }]),
      'content',
    ],
    [
      'tableur.docx',
      word,
      zip([
        {
          name: '[Content_Types].xml',
          content:
            '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        },
        { name: 'xl/workbook.xml' },
      ]),
      'content',
    ],
    [
      'enorme.docx',
      word,
      zip([
        {
          name: '[Content_Types].xml',
          content: wordTypes('/word/document.xml') + ' '.repeat(3_000_000),
          deflate: true,
        },
        { name: 'word/document.xml' },
      ]),
      'content',
    ],
    [
      'foule.docx',
      word,
      docx(
        'x',
        Array.from({ length: 1_001 }, (_, i) => ({ name: `f${i}` })),
      ),
      'archive-bomb',
    ],
    ['lien.docx', word, docx('x', [{ name: 'l', content: '/etc/passwd', unixMode: 0o120777 }]), 'archive-path'],
    ['chemin.docx', word, docx('x', [{ name: '../../etc/cron.d/x', content: '' }]), 'archive-path'],
    ['coupe.docx', word, docx('x').subarray(0, -30), 'archive'],
  ])('%s declared as %s is refused', async (name, declared, bytes, reason) => {
    expect(await reasonOf(() => judge(name, declared, bytes))).toBe(reason);
  });

  const noise = Buffer.from(Array.from({ length: 3_000 }, (_, i) => (i * i * 7 + (i >> 3)) % 251));
  const dense = Buffer.concat(Array.from({ length: 400 }, (_, i) => Buffer.concat([noise, Buffer.from(`${i}`)])));

  test.each<[string, ZipEntry]>([
    [
      'an entry that is larger than its directory says',
      { name: 'b', content: dense, deflate: true, claimedSize: 1_000 },
    ],
    ['a stored entry that is smaller', { name: 'b', content: 'x', claimedSize: 2 }],
    ['another checksum', { name: 'b', content: dense, deflate: true, claimedCrc: 1 }],
    ['another packed size', { name: 'b', content: dense, deflate: true, claimedPacked: 50_000 }],
    ['bytes that are not compressed at all', { name: 'b', content: dense, method: 8 }],
    ['a method that cannot be counted', { name: 'b', content: 'x', method: 12 }],
  ])('a directory that lies is damaged: %s', async (_, entry) => {
    await expect(judge('menteur.docx', word, docx('x', [entry]))).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });

  test('a bomb is refused by what comes out of it, whatever its directory says', async () => {
    const bomb = docx('x', [{ name: 'b', content: Buffer.alloc(201 * 2 ** 20), deflate: true, claimedSize: 1_000 }]);
    expect(await reasonOf(() => judge('bombe.docx', word, bomb, { pieceBytes: 65_536 }))).toBe('archive-bomb');
  });

  test.each([1, 29, 65_536])(
    'entries that say their size after their bytes are counted, in pieces of %i',
    async (bytes) => {
      const streamed = [noise, Buffer.alloc(0), dense.subarray(0, 9_000)].map((content, i) => ({
        ...{ name: `word/media/${i}.bin`, content, deflate: true, described: true },
      }));
      const stored = { name: 'word/stored.bin', content: 'PK\x03\x04 inside' };
      await judge('flux.docx', word, docx('x', [...streamed, stored, ...streamed]), { pieceBytes: bytes });
    },
  );

  test('an enormous archive is judged by its end alone, quickly', async () => {
    const bytes = docx(
      'x',
      Array.from({ length: 100_000 }, (_, i) => ({ name: `f${i}` })),
    );
    expect(await inTime(5_000, () => reasonOf(() => judge('foule.docx', word, bytes)))).toMatch(/archive/);
  });

  test('a flood of pixels is refused by its header', async () => {
    expect(await reasonOf(() => judge('a.png', 'image/png', png(60_000, 60_000)))).toBe('pixels');
    expect(await reasonOf(() => judge('a.png', 'image/png', png(4_000, 3_000)))).toBe('accepted');
    expect(await reasonOf(() => judge('a.png', 'image/png', png(4_000, 3_000).subarray(0, 12)))).toBe('content');
    expect(await reasonOf(() => judge('a.jpg', 'image/jpeg', jpeg({ width: 20_000, height: 20_000 })))).toBe('pixels');
  });
});

/** A JPEG up to its frame: segments of `profileBytes` in all, with another picture's frame inside, stand before its size. */
function jpeg({ width, height, profileBytes = 0 }: { width: number; height: number; profileBytes?: number }): Buffer {
  const segments: Buffer[] = [Buffer.from([0xff, 0xd8])];
  for (let left = profileBytes; left > 0; left -= 60_000) {
    const body = Buffer.alloc(Math.min(left, 60_000), 0x20);
    Buffer.from([0xff, 0xc0, 0, 17, 8, 0xff, 0xff, 0xff, 0xff]).copy(body);
    segments.push(Buffer.from([0xff, 0xff, 0xe2, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body);
  }
  segments.push(
    Buffer.from([0xff, 0xc2, 0, 11, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]),
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3]),
  );
  return Buffer.concat(segments);
}

describe('what people really send is taken', () => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const part = (name: string, types: string | Buffer = wordTypes(`/${name}`)) =>
    zip([
      { name, content: '<w/>' },
      { name: 'x', content: Buffer.alloc(90_000, 1) },
      { name: '[Content_Types].xml', content: types, deflate: true },
    ]);

  test.each([
    ['word-online.docx', word, part('word/document2.xml')],
    ['ailleurs.docx', word, part('Texte/Élément 1.xml', wordTypes('/texte/%C3%89l%C3%A9ment%201.xml'))],
    [
      'defaut.docx',
      word,
      part(
        'word/document.main',
        "<Types xmlns:a=\"b\"><Default ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' Extension='main'/></Types>",
      ),
    ],
    [
      'prefixe.docx',
      word,
      part('word/document.xml', wordTypes('/word/document.xml').replaceAll('<Override', '<ct:Override')),
    ],
    ['utf16.docx', word, part('word/document.xml', Buffer.from(`\ufeff${wordTypes('/word/document.xml')}`, 'utf16le'))],
    [
      'antislash.docx',
      word,
      zip([{ name: '[Content_Types].xml', content: wordTypes('/word/document.xml') }, { name: 'word\\document.xml' }]),
    ],
    [
      'grandes-tailles.docx',
      word,
      zip([
        { name: '[Content_Types].xml', content: wordTypes('/word/document.xml'), zip64: true },
        { name: 'word/document.xml', zip64: true },
      ]),
    ],
    ['lettre.rtf', 'application/msword', Buffer.from('{\\rtf1 a}')],
    ['lettre.rtf', 'text/richtext', Buffer.from('\ufeff {\\rtf1 a}')],
    ['roman.docx', 'application/x-zip-compressed', docx('x')],
    ['roman.docx', 'text/plain', docx('x')],
    ['lettre.pdf', 'application/x-pdf', Buffer.from('\ufeff\r\n %PDF-1.7\n1 0 obj << /Title (<body>) >>')],
    [
      'livre.epub',
      'application/octet-stream',
      zip([{ name: 'META-INF/container.xml' }, { name: 'mimetype', content: 'application/epub+zip\n', deflate: true }]),
    ],
    ['notes.txt', 'text/plain', Buffer.from('\ufeffRoman « Été »', 'utf16le')],
    ['notes.txt', 'text/plain', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('Roman', 'utf16le').swap16()])],
    ['balises.txt', 'text/plain', Buffer.from('Il écrivit <body> sur la page, puis <script> et l’effaça.')],
    ['page.md', 'text/markdown', Buffer.from('# Écrire du HTML\n\n<iframe> …')],
    [
      'image-blanche.docx',
      word,
      docx('x', [
        { name: 'word/media/image1.bmp', content: Buffer.alloc(6_000_000, 0xff), deflate: true },
        { name: 'word/media/image2.emf', content: Buffer.alloc(3_000_000, 0xff), deflate: true },
      ]),
    ],
    ['photo.jpg', 'image/jpeg', jpeg({ width: 400, height: 300, profileBytes: 80_000 })],
    ['photo.jpeg', 'image/pjpeg', jpeg({ width: 400, height: 300, profileBytes: 3_000_000 })],
  ])('%s declared as %s', async (name, declared, bytes) => {
    for (const pieceBytes of [7_000, 65_536, 61])
      expect(
        await reasonOf(() =>
          judge(name, declared, bytes, { pieceBytes: bytes.length > 1_000_000 ? 7_000 : pieceBytes }),
        ),
      ).toBe('accepted');
  });

  test.each(['a.txt', 'a.pdf', 'a.docx', 'a.png', 'a.jpg'])('%s without content is a failed upload', async (name) => {
    expect(await reasonOf(() => judge(name, '', Buffer.alloc(0)))).toBe('empty');
  });

  test.each([
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml; charset=utf-8',
    'application/x-msdownload',
    'text/javascript',
    'application/java-archive',
    'application/vnd.ms-word.document.macroEnabled.12',
  ])('what is declared as %s is refused', async (declared) => {
    expect(await reasonOf(() => judge('roman.docx', declared, docx('x')))).toBe('declared-type');
  });

  test('the size of a JPEG is found a byte at a time', () => {
    const finder = new JpegSizeFinder();
    const found = [...jpeg({ width: 640, height: 480, profileBytes: 200 })]
      .map((byte) => finder.see(Buffer.from([byte])))
      .filter((size) => size !== undefined);
    expect(found).toEqual([{ width: 640, height: 480 }]);
  });

  const cases = new URL('../../../../shared/cases/', import.meta.url);
  const theirs = [
    ['word-online.docx', word],
    ['manuscrit.rtf', 'application/msword'],
    ['plain.docx', ''],
    ['plain.docx', 'application/x-zip-compressed'],
    ['photo-long-header.jpg', 'image/jpeg'],
    ['notepad-utf16.txt', 'text/plain'],
    ['speaks-of-html.txt', 'text/plain'],
    ['bom-before-pdf.pdf', 'application/pdf'],
    ['white-picture.docx', word],
  ] as const;
  if (!existsSync(cases)) console.log('Skipped: files written by other programs, which are in ../shared/cases');
  else {
    test.each(theirs)('%s, written by another program, declared as "%s"', async (name, declared) => {
      expect(await reasonOf(() => judge(name, declared, readFileSync(new URL(name, cases))))).toBe('accepted');
    });
  }
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
