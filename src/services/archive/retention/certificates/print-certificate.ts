import type { PdfPort, PdfSheet } from '../../../adapters/pdf/port.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { Flow } from '../../../platform/print/flow.ts';
import { LEFT, styles, WIDTH } from '../../../platform/print/style.ts';
import { stacked, wrap } from '../../../platform/print/text-block.ts';
import type { CertificateFacts } from './certificate.ts';
import { certificateWords } from './certificate-words.ts';

/** A certificate as it comes out of its text: instants are text. */
export type PrintedFacts = Omit<CertificateFacts, 'issuedAt' | 'addedAt' | 'retainUntil' | 'contents'> & {
  readonly issuedAt: string;
  readonly addedAt: string;
  readonly retainUntil: string | null;
  readonly contents: readonly { readonly number: number; readonly sha256: string; readonly sizeBytes: number }[];
};

export interface CertificatePrinting {
  readonly pdf: PdfPort;
  readonly locale: Locale;
  readonly author: string;
}

/** The PDF (A4, PDF/A-3b) of a certificate, with its file inside: what is printed is what was signed. */
export async function printCertificate(
  { pdf, locale, author }: CertificatePrinting,
  { facts, file }: { readonly facts: PrintedFacts; readonly file: string },
): Promise<Buffer> {
  const words = certificateWords[locale];
  const title = `${words.title} ${facts.number}`;
  const language = locale === 'fr' ? 'fr-FR' : 'en-GB';
  const sheet = await pdf.open({ title, author, language, createdAt: new Date(facts.issuedAt) });
  const measure: PdfSheet['measure'] = (text, style) => sheet.measure(text, style);
  const flow = new Flow(measure, stacked([{ text: title, style: styles.quiet, after: 14 }], LEFT));
  flow.place(stacked([{ text: title, style: styles.title, after: 16 }], LEFT));
  for (const [label, text] of rowsOf(facts, locale)) drawRow(flow, label, text);
  drawRow(flow, words.contents, contentsText(facts, locale));
  flow.pour(wrap(words.statement, WIDTH, { measure, style: styles.body }), LEFT, styles.body);
  return sheet.finish(flow.pages, {
    ...{ name: `certificate-${facts.number}.json`, mimeType: 'application/json', relationship: 'Data' },
    content: Buffer.from(file),
  });
}

function rowsOf(facts: PrintedFacts, locale: Locale): (readonly [label: string, text: string])[] {
  const words = certificateWords[locale];
  return [
    [words.issuedAt, facts.issuedAt],
    [words.destroyed, words.kinds[facts.kind]],
    [words.cabinet, facts.cabinetId],
    [words.document, facts.documentId ?? words.none],
    [words.destroyedBy, facts.destroyedBy ?? words.application],
    [words.why, words.reasons[facts.why]],
    [words.ground, facts.ground ?? words.none],
    [words.retainUntil, facts.retainUntil ?? words.none],
    [words.addedAt, facts.addedAt],
    [words.auditEntry, String(facts.auditEntry)],
    [words.key, facts.keyId],
  ];
}

function contentsText({ contents }: PrintedFacts, locale: Locale): string {
  const words = certificateWords[locale];
  const lines = contents.map(
    ({ number, sha256, sizeBytes }) => `${words.version(number)} · ${words.bytes(String(sizeBytes))}\n${sha256}`,
  );
  return lines.join('\n') || words.none;
}

/** A label, and under it a text that may go on over pages. */
function drawRow(flow: Flow, label: string, text: string): void {
  const { measure } = flow;
  flow.place(stacked([{ text: label, style: styles.label }], LEFT));
  flow.pour(wrap(text, WIDTH, { measure, style: styles.body }), LEFT, styles.body);
  flow.y += 6;
}
