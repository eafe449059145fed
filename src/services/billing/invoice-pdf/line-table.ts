/** The table of lines. Its heading is repeated on every page; a row longer than a page goes on to the next. */
import { setImmediate } from 'node:timers/promises';
import { formatMoney, formatQuantity, formatRate, formatUnitPrice } from '../../kernel/format.ts';
import type { Mark, TextStyle } from '../../adapters/pdf/port.ts';
import { bearsVat, type PrintedDocument, type InvoiceLine } from '../invoice-document.ts';
import type { Flow } from '../../platform/print/flow.ts';
import { colours, LEFT, leading, RIGHT, styles, WIDTH } from '../../platform/print/style.ts';
import { endingAt, wrap, type Line } from '../../platform/print/text-block.ts';
import { wordsIn } from './words.ts';

const GAP = 5;
const HEADING = 24;
const ROWS_AT_ONCE = 8;

interface Column {
  readonly right: number;
  readonly space: number;
  readonly title: string;
  readonly value: (line: InvoiceLine) => string;
}

/** The columns of figures, each ending at `right`. An invoice without VAT has no column for it. */
function columnsOf(document: PrintedDocument): Column[] {
  const { locale } = document;
  const { columns } = wordsIn[locale];
  const taxed = bearsVat(document);
  const unit = (line: InvoiceLine): string => (line.unit === '' ? '' : `\u00a0${line.unit}`);
  return [
    {
      right: taxed ? 352 : 384,
      space: 66,
      title: columns.quantity,
      value: (line) => formatQuantity(line.quantity, locale) + unit(line),
    },
    {
      right: taxed ? 424 : 462,
      space: 66,
      title: columns.unitNet,
      value: (line) => formatUnitPrice(line.unitPrice, locale),
    },
    ...(taxed
      ? [{ right: 466, space: 38, title: columns.rate, value: (line: InvoiceLine) => formatRate(line.rate, locale) }]
      : []),
    { right: RIGHT - 8, space: 70, title: columns.net, value: (line) => formatMoney(line.net, locale) },
  ];
}

export class LineTable {
  readonly #flow: Flow;
  readonly #columns: readonly Column[];
  readonly #document: PrintedDocument;

  constructor(flow: Flow, document: PrintedDocument) {
    this.#flow = flow;
    this.#document = document;
    this.#columns = columnsOf(document);
  }

  /**
   * Draws all rows. `reserve` is the height that the totals need, so that they never stand alone on a page. A long table gives
   * way to other requests from time to time.
   */
  async draw(reserve: number): Promise<void> {
    const { lines } = this.#document;
    if (this.#flow.space < HEADING + 40) this.#flow.breakPage();
    this.#heading();
    for (const [i, line] of lines.entries()) {
      this.#row(line, i === lines.length - 1 ? reserve : 0);
      if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate();
    }
  }

  #heading(): void {
    const flow = this.#flow;
    const baseline = flow.y + 15.5;
    const { columns } = wordsIn[this.#document.locale];
    flow.mark(
      { kind: 'box', x: LEFT, y: flow.y, width: WIDTH, height: HEADING, radius: 4, colour: colours.panel },
      { kind: 'text', text: columns.description, x: LEFT + 8, y: baseline, style: styles.column },
      ...this.#columns.map(({ title, right, space }) =>
        endingAt(right, baseline, { text: title, style: styles.column, space, measure: flow.measure }),
      ),
    );
    flow.y += HEADING;
  }

  #row(line: InvoiceLine, reserve: number): void {
    const flow = this.#flow;
    const texts = this.#textsOf(line);
    const height = texts.reduce((sum, { style }) => sum + leading(style), 2 * GAP);
    const fitsAPage = height + reserve <= flow.freshSpace - HEADING;
    if (height + reserve > flow.space && fitsAPage) this.#turn();
    else if (leading(styles.body) + 2 * GAP > flow.space) this.#turn();
    this.#write(texts, line);
  }

  /** What is sold, and what was taken off its price: without it, quantity and price would not make the amount. */
  #textsOf({ description, discount }: InvoiceLine): Line[] {
    const first = this.#columns[0];
    const width = (first === undefined ? RIGHT : first.right - first.space) - LEFT - 18;
    const { measure } = this.#flow;
    const { locale } = this.#document;
    const fitted = (text: string, style: TextStyle) =>
      wrap(text, width, { measure, style }).map((part): Line => ({ text: part, style }));
    const isDiscounted = discount !== undefined && discount.amount !== 0;
    return [
      ...fitted(description, styles.body),
      ...(isDiscounted ? fitted(wordsIn[locale].discount(formatMoney(discount, locale)), styles.quiet) : []),
    ];
  }

  #write(texts: readonly Line[], line: InvoiceLine): void {
    const flow = this.#flow;
    flow.y += GAP;
    flow.mark(...this.#figures(line, flow.y + leading(styles.body) * 0.73));
    for (const { text, style } of texts) {
      if (leading(style) > flow.space) {
        this.#turn();
        flow.y += GAP;
      }
      flow.mark({ kind: 'text', text, x: LEFT + 8, y: flow.y + leading(style) * 0.73, style });
      flow.y += leading(style);
    }
    flow.y += GAP;
    flow.mark({ kind: 'rule', x: LEFT, y: flow.y, width: WIDTH, thickness: 0.5, colour: colours.hairline });
  }

  #figures(line: InvoiceLine, baseline: number): Mark[] {
    const { measure } = this.#flow;
    return this.#columns.map(({ right, space, value }) =>
      endingAt(right, baseline, { text: value(line), style: styles.body, space, measure }),
    );
  }

  #turn(): void {
    this.#flow.breakPage();
    this.#heading();
  }
}
