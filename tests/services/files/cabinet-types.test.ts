import { describe, expect, test } from '@jest/globals';
import { docx, zip } from '../../support/zip.ts';
import { judge, reasonOf } from './judge.ts';

describe('what cabinets take beside, and nobody else', () => {
  const taken = ['DOCUMENT', 'IMAGE', 'AUDIO', 'VIDEO', 'ARCHIVE', 'OTHER'] as const;
  const office = (kind: string, part: string) =>
    zip([
      {
        name: '[Content_Types].xml',
        content: `<Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`,
      },
      { name: part, content: 'x' },
    ]);
  const open = 'application/vnd.oasis.opendocument';
  const openDocument = (kind: string) =>
    zip([{ name: 'mimetype', content: `${open}.${kind}` }, { name: 'content.xml' }]);

  test.each<readonly [string, string, Buffer]>([
    ['comptes.xlsx', '', office('spreadsheetml.sheet', 'xl/workbook.xml')],
    ['exposé.pptx', '', office('presentationml.presentation', 'ppt/presentation.xml')],
    ['comptes.ods', `${open}.spreadsheet`, openDocument('spreadsheet')],
    ['exposé.odp', '', openDocument('presentation')],
    ['liste.csv', 'text/csv', Buffer.from('nom;montant\nMorel;12,50')],
    ['facture.xml', 'application/xml', Buffer.from('<?xml version="1.0"?><Invoice/>')],
    ['courrier.eml', 'message/rfc822', Buffer.from('Received: x\r\nFrom: a@example.org\r\n\r\nBonjour')],
    ['tout.zip', '', zip([{ name: 'a.txt', content: 'a' }])],
    ['plan.tif', '', Buffer.from([0x49, 0x49, 0x2a, 0, 8])],
    ['photo.heic', '', Buffer.from('\0\0\0\x18ftypheic', 'latin1')],
    ['logo.gif', '', Buffer.from('GIF89a…')],
    ['message.mp3', '', Buffer.from('ID3…')],
    ['message.wav', '', Buffer.from('RIFF\0\0\0\0WAVE', 'latin1')],
    ['film.mp4', '', Buffer.from('\0\0\0\x18ftypisom', 'latin1')],
  ])('%s', async (name, declared, bytes) => {
    expect(await reasonOf(() => judge(name, declared, bytes, { taken }))).toBe('accepted');
    expect(await reasonOf(() => judge(name, declared, bytes))).toBe('extension');
  });

  test.each<readonly [string, string, Buffer, string]>([
    ['dessin.xml', '', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'content'],
    ['page.csv', '', Buffer.from('<script>alert(1)</script>'), 'content'],
    ['faux.xlsx', '', docx('x'), 'content'],
    ['poupée.zip', '', zip([{ name: 'dedans.zip', content: 'x' }]), 'nested-archive'],
    ['dehors.zip', '', zip([{ name: '../a', content: 'x' }]), 'archive-path'],
    ['film.mp4', '', Buffer.from('MZ'), 'content'],
    ['faux.eml', '', Buffer.from('Bonjour, ceci n’est pas un courrier'), 'content'],
    ['programme.exe', '', Buffer.from('MZ'), 'extension'],
  ])('%s is refused', async (name, declared, bytes, reason) => {
    expect(await reasonOf(() => judge(name, declared, bytes, { taken }))).toBe(reason);
  });
});

describe('what messages take beside documents and images, where it is named', () => {
  test.each<readonly [string, Buffer]>([
    ['logo.gif', Buffer.from('GIF89a…')],
    ['voix.mp3', Buffer.from('ID3…')],
    ['voix.wav', Buffer.from('RIFF\0\0\0\0WAVE', 'latin1')],
    ['film.mp4', Buffer.from('\0\0\0\x18ftypisom', 'latin1')],
    ['film.avi', Buffer.from('RIFF\0\0\0\0AVI LIST', 'latin1')],
    // Never unfolded: whoever receives it judges what is in it.
    ['tout.zip', Buffer.from('PK\x03\x04 and no directory')],
    ['tout.rar', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')],
  ])('%s', async (name, bytes) => {
    const attachments = [name.slice(-3)];
    expect(await reasonOf(() => judge(name, '', bytes, { attachments }))).toBe('accepted');
    expect(await reasonOf(() => judge(name, '', Buffer.from('<html>'), { attachments }))).toBe('content');
    expect(await reasonOf(() => judge(name, '', bytes))).toBe('extension');
  });
});
