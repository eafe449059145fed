/** What an invoice would look like: as it is issued, without a number, and with a word across each page that says so. */
import { A4, type Mark, type PdfSheet } from '../../adapters/pdf/port.ts';
import { styles } from '../../platform/print/style.ts';
import type { InvoiceDocument } from '../invoice-document.ts';
import { layOut, type Printing } from './render-invoice.ts';
import { wordsIn } from './words.ts';

const ANGLE = -52;

/** Below the panel of the buyer, which would cover it. */
const MIDDLE = A4.height * 0.635;

/** Behind everything else, from the lower left to the upper right. */
function watermark(text: string, measure: PdfSheet['measure']): Mark {
  const half = measure(text, styles.watermark) / 2;
  const turn = (ANGLE * Math.PI) / 180;
  const x = A4.width / 2 - half * Math.cos(turn);
  const y = MIDDLE - half * Math.sin(turn);
  return { kind: 'text', text, x, y, style: styles.watermark, angle: ANGLE };
}

/** The PDF of a draft. It carries no XML: nothing was issued. */
export async function renderDraft({ pdf, ...beside }: Printing, document: InvoiceDocument): Promise<Buffer> {
  const { draft } = wordsIn[document.locale];
  const sheet = await pdf.open({
    title: `${draft.charAt(0)}${draft.slice(1).toLowerCase()}`,
    author: document.seller.name,
    language: document.locale === 'fr' ? 'fr-FR' : 'en-GB',
    createdAt: document.issuedAt,
  });
  const measure: PdfSheet['measure'] = (text, style) => sheet.measure(text, style);
  const pages = await layOut(document, measure, beside);
  return sheet.finish(pages.map((marks) => [watermark(draft, measure), ...marks]));
}
