// @lane sqlite at first: pictures, and a file; frozen invoices are those of credit-invoice.test.ts.
/** The logo of the seller: what cannot be printed is refused, and what was issued keeps the one that it froze. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openServices } from '../../../src/adapters.ts';
import { changeSeller } from '../../../src/services/billing/change-seller.ts';
import { changeSellerLogo, createInvoiceDraft, issueDraft } from '../../../src/services/billing/index.ts';
import { facturX } from '../../../src/services/billing/factur-x/attachment.ts';
import { renderInvoice } from '../../../src/services/billing/invoice-pdf/render-invoice.ts';
import { logoPicture } from '../../../src/services/billing/logo-picture.ts';
import { isLogo, mayReadLogo } from '../../../src/services/billing/queries/file-questions.ts';
import { documentFromStore } from '../../../src/services/billing/stored-document.ts';
import { logoOf } from '../../../src/services/billing/stored-logo.ts';
import { printInvoice } from '../../../src/services/billing/tasks/print-invoice.ts';
import { openStored } from '../../../src/services/files/index.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { flatPng } from '../../../src/services/platform/print/flat-png.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makePerson } from '../../support/make/person.ts';
import { noLimits } from '../../support/no-limits.ts';
import { createWorld, type World } from '../../support/world.ts';
import { line } from './drafts-fixture.ts';
import { inspect, isInstalled } from './pdf-tools.ts';

let world: World;
let ctx: AppContext;
let buyerId: string;
beforeAll(async () => {
  world = await createWorld({ services: openServices });
  buyerId = (await world.run(({ em }) => Promise.resolve(makePerson(em, {})), undefined)).id;
  ctx = { ...world.contextFor(makeActor(buyerId, { role: 'ADMIN' })), limits: noLimits };
});
afterAll(() => world.close());

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [data.length, crc32(named)].map((value) => {
    const four = Buffer.alloc(4);
    four.writeUInt32BE(value);
    return four;
  }) as [Buffer, Buffer];
  return Buffer.concat([length, named, sum]);
};
interface Drawn {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample, the colour type, and whether it is interlaced. */
  readonly kind: readonly [depth: number, type: number, interlace?: number];
  readonly rows: readonly (readonly number[])[];
  readonly more?: readonly Buffer[];
}
const png = ({ width, height, kind: [depth, type, interlace = 0], rows, more = [] }: Drawn): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, type, 0, 0, interlace], 8);
  const data = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[chunk('IHDR', head), ...more, chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))],
  ]);
};
/** The rows of a flat one, whose data follow its header, unfiltered. */
const rowsOf = (bytes: Buffer): number[][] => {
  const { bytes: flat, width, height } = flatPng(bytes, 100);
  expect(flatPng(flat, 100).bytes.equals(flat)).toBe(true);
  const raw = inflateSync(flat.subarray(41, 41 + flat.readUInt32BE(33)));
  return Array.from({ length: height }, (_, y) => [
    ...raw.subarray(y * (width * 3 + 1) + 1, (y + 1) * (width * 3 + 1)),
  ]);
};

test.each<[string, Drawn, number[][]]>([
  ['grey of one bit', { width: 2, height: 1, kind: [1, 0], rows: [[0, 0b01000000]] }, [[0, 0, 0, 255, 255, 255]]],
  [
    'grey of two bits with a transparent one',
    { width: 3, height: 1, kind: [2, 0], rows: [[0, 0b00011000]], more: [chunk('tRNS', Buffer.from([0, 1]))] },
    [[0, 0, 0, 255, 255, 255, 170, 170, 170]],
  ],
  ['grey of sixteen bits', { width: 1, height: 1, kind: [16, 0], rows: [[0, 0x80, 0x80]] }, [[128, 128, 128]]],
  [
    'a palette with a transparent colour',
    {
      ...{ width: 3, height: 1, kind: [2, 3], rows: [[0, 0b00011000]] },
      more: [chunk('PLTE', Buffer.from([9, 9, 9, 200, 0, 0, 0, 0, 200])), chunk('tRNS', Buffer.from([0]))],
    },
    [[255, 255, 255, 200, 0, 0, 0, 0, 200]],
  ],
  [
    'a colour that is transparent, beside a palette that only advises',
    {
      ...{ width: 3, height: 1, kind: [8, 2], rows: [[0, 1, 2, 3, 1, 2, 4, 9, 9, 9]] },
      more: [chunk('PLTE', Buffer.from([7, 7, 7])), chunk('tRNS', Buffer.from([0, 1, 0, 2, 0, 3]))],
    },
    [[255, 255, 255, 1, 2, 4, 9, 9, 9]],
  ],
  ['half of a colour', { width: 1, height: 1, kind: [8, 6], rows: [[0, 255, 0, 0, 128]] }, [[255, 127, 127]]],
  [
    'each filter',
    {
      ...{ width: 2, height: 5, kind: [8, 4] },
      rows: [
        [0, 10, 255, 20, 255],
        [1, 10, 255, 10, 0],
        [2, 5, 0, 5, 0],
        [3, 5, 128, 5, 0],
        [4, 3, 0, 3, 0],
      ],
    },
    [10, 10, 15, 12, 15].map((first, y) => {
      const second = [20, 20, 25, 23, 26][y] ?? 0;
      return [first, first, first, second, second, second];
    }),
  ],
  [
    'two passes of an interlaced one',
    {
      width: 1,
      height: 2,
      kind: [8, 0, 1],
      rows: [
        [0, 7],
        [0, 9],
      ],
    },
    [
      [7, 7, 7],
      [9, 9, 9],
    ],
  ],
])('%s is put on white', (_, drawn, rows) => {
  expect(rowsOf(png(drawn))).toEqual(rows);
});

const red: Drawn = {
  width: 40,
  height: 10,
  kind: [8, 6],
  rows: Array(10).fill([0, ...Array(40).fill([200, 0, 0, 90]).flat()]),
};
const jpeg = (components: number): Buffer =>
  Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xc0,
    0,
    8 + 3 * components,
    8,
    0,
    20,
    0,
    40,
    components,
    ...Array(3 * components).fill(1),
  ]);
const change = (bytes: Buffer, name = 'logo.png') =>
  changeSellerLogo(ctx, {
    file: Promise.resolve({
      ...{ filename: name, mimetype: 'application/octet-stream' },
      createReadStream: () => Readable.from([bytes]),
    }),
  });

/** Of as many pixels as are decoded aside. */
const large = (more?: readonly Buffer[]): Buffer =>
  png({
    width: 1_500,
    height: 200,
    kind: [8, 0],
    rows: Array(200).fill([0, ...Array(1_500).fill(9)]),
    more: more ?? [],
  });
const pictureOf = (bytes: Buffer, name = 'a.png') =>
  logoPicture(Promise.resolve({ filename: name, mimetype: '', createReadStream: () => Readable.from([bytes]) }));

test('a large picture is put on white in a thread of its own, and a second header or a profile counts for nothing', async () => {
  const picture = await pictureOf(
    large([png(red).subarray(8, 33), chunk('iCCP', Buffer.from('bomb\0\0not to be unfolded'))]),
  );
  expect(picture).toMatchObject({ width: 1_500, height: 200, file: { mimetype: 'image/png' } });
  expect(picture.bytes.equals(flatPng(large(), 1_500).bytes)).toBe(true);
});

test('a JPEG is kept without what a camera wrote about it', async () => {
  const plain = jpeg(3);
  const written = Buffer.from([0xff, 0xe1, 0, 10, ...Buffer.from('Exif\0\0GP')]);
  const sent = Buffer.concat([plain.subarray(0, 2), written, plain.subarray(2)]);
  const picture = await pictureOf(sent, 'a.jpg');
  expect(picture).toMatchObject({ width: 40, height: 20, file: { mimetype: 'image/jpeg' } });
  expect(picture.bytes.equals(plain)).toBe(true);
});

test('what an archive cannot print is refused, and nothing is written', async () => {
  const damaged = png(red);
  damaged[45] = (damaged[45] ?? 0) ^ 1;
  const largeDamaged = Buffer.from(large());
  largeDamaged[60] = (largeDamaged[60] ?? 0) ^ 1;
  const unprintable = {
    code: 'INPUT_INVALID',
    details: { fields: [{ path: 'input.file', rules: ['printablePicture'] }] },
  };
  const wrong = [
    ...[damaged, png(red).subarray(0, 50), png({ ...red, rows: red.rows.slice(1) }), Buffer.from('%PDF-1.7')],
    ...[png({ ...red, width: 1_501 }), png({ ...red, height: 0 }), png({ ...red, kind: [3, 6] }), jpeg(4)],
    ...[png({ ...red, rows: [...red.rows, ...red.rows] }), png({ ...red, kind: [1, 0, 1] }), largeDamaged],
    ...[png({ width: 1, height: 1, kind: [8, 3], rows: [[0, 1]] })],
  ];
  for (const bytes of wrong) await expect(change(bytes)).rejects.toMatchObject(unprintable);
  await expect(change(Buffer.alloc(512 * 1024 + 1))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  await expect(change(png(red), 'logo.pdf')).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' });
  expect(await world.db.selectFrom('stored_file').select('id').execute()).toEqual([]);
  expect(await world.db.selectFrom('seller').select('id').where('logo_id', 'is not', null).execute()).toEqual([]);
});

/** The PDF of an invoice that is issued now. */
async function printed(): Promise<() => Promise<Buffer>> {
  const { id: draftId, version } = await createInvoiceDraft(ctx, { buyerId, currency: 'EUR', lines: [line('10')] });
  const { id: invoiceId } = await issueDraft(ctx, { draftId, version });
  return async () => {
    await printInvoice(ctx, { invoiceId });
    const row = world.db.selectFrom('invoice').select(['pdf_id', 'document']).where('id', '=', invoiceId);
    const { pdf_id: pdfId, document: stored } = await row.executeTakeFirstOrThrow();
    const file = await openStored(ctx, pdfId ?? '');
    const pdf = await buffer(await (file as NonNullable<typeof file>).open());
    const document = documentFromStore(jsonFrom(stored));
    const again = await renderInvoice({ pdf: ctx.pdf, logo: await logoOf(ctx, document) }, document, facturX(document));
    expect(again.equals(pdf)).toBe(true);
    return pdf;
  };
}

const imagesIn = (pdf: Buffer): string[] =>
  inspect('pdfimages', pdf, (path) => ['-list', path])
    .split('\n')
    .slice(2)
    .filter(Boolean);

test('an invoice shows the logo of its day, and goes on showing it; without one it shows none', async () => {
  const before = await printed();
  const { logoFileId } = await change(png(red));
  const file = await openStored(ctx, logoFileId ?? '');
  expect(file).toMatchObject({ name: 'logo.png', mimeType: 'image/png' });
  const during = await printed();
  const owner = await world.db.selectFrom('stored_file').select('owner_id').executeTakeFirstOrThrow();
  expect(owner.owner_id).toBeNull();
  expect(await isLogo(ctx, logoFileId ?? '')).toBe(true);
  const visitor = { ...ctx, ...world.contextFor(makeActor(buyerId)) };
  expect([await mayReadLogo(ctx, logoFileId ?? ''), await mayReadLogo(visitor, logoFileId ?? '')]).toEqual([
    true,
    false,
  ]);
  expect(await world.run(changeSeller, { name: 'Autre nom' })).toMatchObject({ logoFileId });
  expect(await changeSellerLogo(ctx, { file: null })).toMatchObject({ logoFileId: null });
  const after = await printed();
  const pdfs = [await before(), await during(), await after()];
  if (!isInstalled('pdfimages') || !isInstalled('qpdf')) return;
  expect(pdfs.map((pdf) => imagesIn(pdf).length)).toEqual([0, 1, 0]);
  // Its own pixels, and no mask beside them: nothing is transparent.
  expect(imagesIn(pdfs[1] as Buffer)[0]).toMatch(/image +40 +10 +rgb +3 +8 +image/);
  for (const pdf of pdfs)
    expect(inspect('qpdf', pdf, (path) => ['--check', path])).toContain('No syntax or stream encoding errors');
});
