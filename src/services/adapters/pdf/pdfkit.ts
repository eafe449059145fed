import type { PdfPort, PdfSettings, PdfSheet } from './port.ts';

/** Documents by pdfkit, which is loaded for the first of them: it is a tenth of a start, and most processes print none. */
export function pdfkitPdf(): PdfPort {
  let sheets: Promise<(settings: PdfSettings) => PdfSheet> | undefined;
  return { open: async (settings) => (await (sheets ??= load()))(settings) };
}

const load = async (): Promise<(settings: PdfSettings) => PdfSheet> =>
  (await import('./pdfkit-sheet.ts')).sheetsOfPdfkit();
