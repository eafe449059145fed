/** Lays the record of processing out on A4 pages and has them printed. */
import type { PdfPort, PdfSheet } from '../../adapters/pdf/port.ts';
import { formatDate, localDateOf } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import { Flow } from '../../platform/print/flow.ts';
import { colours, FOOT_BASELINE, LEFT, leading, RIGHT, styles, WIDTH } from '../../platform/print/style.ts';
import { endingAt, stacked, wrap, type Block } from '../../platform/print/text-block.ts';
import type { ProcessingActivity, ProcessingRecord } from './processing-record.ts';
import { colon, periodText, recordTexts } from './record-texts.ts';

export interface Printing {
  readonly pdf: PdfPort;
  readonly locale: Locale;
  readonly timeZone: string;
}

/** The PDF (A4, PDF/A-3b) of a record. */
export async function printRecord({ pdf, locale, timeZone }: Printing, record: ProcessingRecord): Promise<Buffer> {
  const words = recordTexts[locale];
  const sheet = await pdf.open({
    title: words.title,
    author: record.controller.name,
    language: locale === 'fr' ? 'fr-FR' : 'en-GB',
    createdAt: record.madeAt,
  });
  const measure: PdfSheet['measure'] = (text, style) => sheet.measure(text, style);
  const page = new RecordPages(measure, locale);
  page.head(record, `${words.madeOn} ${formatDate(localDateOf(record.madeAt, timeZone), locale)}`);
  for (const activity of record.activities) page.activity(activity);
  page.list(words.measures, record.securityMeasures);
  return sheet.finish(page.finished());
}

const LABEL_WIDTH = 130;
const GAP = 12;

/** The pages as they fill. */
class RecordPages {
  readonly #measure: PdfSheet['measure'];
  readonly #locale: Locale;
  readonly #flow: Flow;

  constructor(measure: PdfSheet['measure'], locale: Locale) {
    this.#measure = measure;
    this.#locale = locale;
    const { title, continued } = recordTexts[locale];
    this.#flow = new Flow(measure, {
      height: 28,
      draw: (y) => [...stacked([{ text: `${title} ${continued}`, style: styles.quiet }], LEFT).draw(y)],
    });
  }

  head({ controller }: ProcessingRecord, madeOn: string): void {
    const words = recordTexts[this.#locale];
    const { name, legalForm, address, siret, email, dataProtectionOfficer } = controller;
    this.#flow.place(
      stacked(
        [
          { text: words.title, style: styles.title, after: 2 },
          { text: `${words.subtitle} · ${madeOn}`, style: styles.quiet, after: 14 },
        ],
        LEFT,
      ),
    );
    this.#row(words.controller, [`${name}, ${legalForm}`, ...address, `SIRET\u00a0${siret}`, email].join('\n'));
    this.#row(words.officer, dataProtectionOfficer ?? words.none);
    this.#flow.y += GAP;
  }

  activity({
    title,
    purpose,
    basisText,
    peopleTexts,
    data,
    recipientTexts,
    processors,
    retention,
  }: ProcessingActivity): void {
    const words = recordTexts[this.#locale];
    this.#title(title);
    this.#row(words.purpose, purpose);
    this.#row(words.basis, basisText);
    this.#row(words.people, peopleTexts.join(', '));
    this.#row(words.data, data.join(', '));
    this.#row(words.recipients, recipientTexts.join(', '));
    this.#row(
      words.processors,
      processors.map(({ company, purpose: what }) => `${company}${colon[this.#locale]}${what}`).join('\n') ||
        words.noProcessor,
    );
    this.#row(
      words.transfers,
      [...new Set(processors.flatMap(({ transfer }) => transfer ?? []))].join('\n') || words.noTransfer,
    );
    this.#row(
      words.retention,
      retention
        .map(({ description, days }) => `${description}${colon[this.#locale]}${periodText(days, this.#locale)}`)
        .join(', '),
    );
    this.#flow.y += GAP;
  }

  list(title: string, lines: readonly string[]): void {
    this.#title(title);
    for (const line of lines) this.#flow.pour(this.#wrapped(`• ${line}`, WIDTH), LEFT, styles.body);
  }

  finished() {
    return this.#flow.pages.map((marks, i) => [
      ...marks,
      { kind: 'rule', x: LEFT, y: FOOT_BASELINE - 14, width: WIDTH, thickness: 0.6, colour: colours.hairline } as const,
      endingAt(RIGHT, FOOT_BASELINE - 2, {
        text: `${i + 1}\u00a0/\u00a0${this.#flow.pages.length}`,
        style: styles.legal,
        space: 44,
        measure: this.#measure,
      }),
    ]);
  }

  /** A title keeps company with the lines that follow it. */
  #title(text: string): void {
    if (this.#flow.space < 80) this.#flow.breakPage();
    this.#flow.mark({ kind: 'rule', x: LEFT, y: this.#flow.y, width: WIDTH, thickness: 0.6, colour: colours.hairline });
    this.#flow.y += 6;
    this.#flow.place(stacked([{ text, style: styles.number, after: 3 }], LEFT));
  }

  /** A label, and beside it a text that may go on over pages. */
  #row(label: string, text: string): void {
    const lines = this.#wrapped(text, WIDTH - LABEL_WIDTH);
    const name = this.#label(label);
    if (this.#flow.space < Math.max(name.height, leading(styles.body))) this.#flow.breakPage();
    const [top, page] = [this.#flow.y, this.#flow.pages.length];
    this.#flow.mark(...name.draw(top));
    this.#flow.pour(lines, LEFT + LABEL_WIDTH, styles.body);
    // On the page where it began, the label may be the longer of the two.
    if (this.#flow.pages.length === page) this.#flow.y = Math.max(this.#flow.y, top + name.height);
    this.#flow.y += 2;
  }

  #label(text: string): Block {
    return stacked(
      wrap(text, LABEL_WIDTH - 10, { measure: this.#measure, style: styles.label }).map((line) => ({
        text: line,
        style: styles.label,
      })),
      LEFT,
    );
  }

  #wrapped(text: string, width: number): string[] {
    return wrap(text, width, { measure: this.#measure, style: styles.body });
  }
}
