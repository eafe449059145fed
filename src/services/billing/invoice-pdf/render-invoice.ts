/** Lays an issued invoice out on A4 pages and has them printed. */
import type { Mark, PdfAttachment, PdfPort, PdfSheet } from '../../adapters/pdf/port.ts';
import type { PrintedDocument } from '../invoice-document.ts';
import { Flow } from '../../platform/print/flow.ts';
import { continuation, grouped, letterhead } from './letterhead.ts';
import { LineTable } from './line-table.ts';
import { BOTTOM, colours, FOOT_BASELINE, LEFT, leading, RIGHT, styles, WIDTH } from '../../platform/print/style.ts';
import { clipped, endingAt, wrap } from '../../platform/print/text-block.ts';
import { termsPages, type PrintedTerms } from './terms-pages.ts';
import { totalsBlock } from './totals.ts';
import { wordsIn } from './words.ts';

/** What is on the pages beside the document: the seller's logo where it froze one, and the terms of sale of a quote. */
export interface Beside {
  readonly logo?: Uint8Array | undefined;
  readonly terms?: PrintedTerms | undefined;
}

/** What prints it, with what. */
export interface Printing extends Beside {
  readonly pdf: PdfPort;
}

/**
 * The PDF (A4, PDF/A-3b) of an issued invoice. The same document gives the same bytes: it can be made again from the
 * stored data at any time. `attachment` is a file to carry inside, for instance the XML of an e-invoice.
 */
export async function renderInvoice(
  { pdf, ...beside }: Printing,
  document: PrintedDocument,
  attachment?: PdfAttachment,
): Promise<Buffer> {
  const { kind, number, locale, seller, issuedAt } = document;
  const title = wordsIn[locale].title[kind];
  const sheet = await pdf.open({
    title: `${title.charAt(0)}${title.slice(1).toLowerCase()} ${number}`,
    author: seller.name,
    language: locale === 'fr' ? 'fr-FR' : 'en-GB',
    createdAt: issuedAt,
  });
  return sheet.finish(await layOut(document, (text, style) => sheet.measure(text, style), beside), attachment);
}

/** Where everything stands, page by page. */
export async function layOut(
  document: PrintedDocument,
  measure: PdfSheet['measure'],
  { logo, terms }: Beside = {},
): Promise<readonly (readonly Mark[])[]> {
  const flow = new Flow(measure, continuation(document, measure));
  const totals = totalsBlock(document, measure);
  const notes = document.notes.map((note) => wrap(note, WIDTH, { measure, style: styles.body }));
  const mentions = document.legalMentions.flatMap((mention) => wrap(mention, WIDTH, { measure, style: styles.legal }));
  const closing = totals.height + notes.reduce((sum, lines) => sum + notesHeight(lines), 0) + mentionsHeight(mentions);

  for (const block of letterhead(document, measure, logo)) flow.place(block);
  // The last line keeps company with all that follows it, unless that is most of a page by itself.
  await new LineTable(flow, document).draw(closing < flow.freshSpace / 2 ? closing : totals.height);
  flow.place(totals);
  for (const lines of notes) {
    flow.pour(lines, LEFT, styles.body);
    flow.y += NOTE_GAP;
  }
  legalMentions(flow, mentions);
  if (terms !== undefined) termsPages(flow, terms);
  return flow.pages.map((marks, i) => [...marks, ...foot(document, measure, `${i + 1} / ${flow.pages.length}`)]);
}

const NOTE_GAP = 4;
const notesHeight = (lines: readonly string[]): number => lines.length * leading(styles.body) + NOTE_GAP;
const mentionsHeight = (lines: readonly string[]): number => lines.length * leading(styles.legal) + 6;

/** At the bottom of the last page. */
function legalMentions(flow: Flow, lines: readonly string[]): void {
  const height = mentionsHeight(lines);
  if (height > flow.space && height <= flow.freshSpace) flow.breakPage();
  flow.y = Math.max(flow.y, BOTTOM - height);
  flow.pour(lines, LEFT, styles.legal);
}

/** On every page: who sends this, and which page it is. */
function foot(document: PrintedDocument, measure: PdfSheet['measure'], page: string): Mark[] {
  const { seller } = document;
  const identity = [
    seller.name,
    seller.legalForm,
    seller.siren && `SIREN\u00a0${grouped(seller.siren, [3])}`,
    seller.email,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
  const [line = ''] = clipped(wrap(identity, WIDTH - 50, { measure, style: styles.legal }), 1);
  return [
    { kind: 'rule', x: LEFT, y: FOOT_BASELINE - 14, width: WIDTH, thickness: 0.6, colour: colours.hairline },
    { kind: 'text', text: line, x: LEFT, y: FOOT_BASELINE - 2, style: styles.legal },
    endingAt(RIGHT, FOOT_BASELINE - 2, {
      text: page.replaceAll(' ', '\u00a0'),
      style: styles.legal,
      space: 44,
      measure,
    }),
  ];
}
