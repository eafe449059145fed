import type { Mark, PdfPort, PdfSheet } from '../../adapters/pdf/port.ts';
import { formatDate, formatInstant, formatMoney, formatQuantity } from '../../kernel/format.ts';
import { Flow } from '../../platform/print/flow.ts';
import { colours, FOOT_BASELINE, LEFT, leading, RIGHT, styles, WIDTH } from '../../platform/print/style.ts';
import { endingAt, stacked, wrap, type Block } from '../../platform/print/text-block.ts';
import type { MonthStats } from '../queries/monthly-stats.ts';
import { moneyTexts, reportWords, type ReportContent } from './report-content.ts';

/** Where each column of figures ends, and how wide it may be. */
const columns = [
  { right: 186, space: 44 },
  { right: 232, space: 44 },
  { right: 278, space: 44 },
  { right: 324, space: 44 },
  { right: 370, space: 44 },
  { right: 458, space: 84 },
  { right: RIGHT, space: 84 },
];
const ROW = 20;

export interface Printing {
  readonly pdf: PdfPort;
  readonly author: string;
  readonly timeZone: string;
}

/** The report on A4 pages: a row for each month. The same figures give the same bytes. */
export async function reportPdf({ pdf, author, timeZone }: Printing, content: ReportContent): Promise<Buffer> {
  const { locale, period, madeAt, months } = content;
  const words = reportWords[locale];
  const sheet = await pdf.open({
    title: `${words.title} ${period.from} – ${period.to}`,
    author,
    language: locale === 'fr' ? 'fr-FR' : 'en-GB',
    createdAt: madeAt,
  });
  const measure: PdfSheet['measure'] = (text, style) => sheet.measure(text, style);
  const heading = headingOf(content, measure);
  const flow = new Flow(measure, heading);
  flow.place(
    stacked(
      [
        { text: words.title, style: styles.title, after: 4 },
        { text: words.period(period.from, period.to), style: styles.strong, after: 4 },
        ...wrap(words.note, WIDTH, { measure, style: styles.quiet }).map((text) => ({ text, style: styles.quiet })),
        { text: formatInstant(madeAt, { locale, timeZone }), style: styles.quiet, after: 14 },
      ],
      LEFT,
    ),
  );
  flow.place(heading);
  for (const month of months) flow.place(rowOf(month, content, measure));
  return sheet.finish(flow.pages.map((marks, i) => [...marks, pageMark(`${i + 1} / ${flow.pages.length}`, measure)]));
}

const pageMark = (text: string, measure: PdfSheet['measure']): Mark =>
  endingAt(RIGHT, FOOT_BASELINE, { text, style: styles.legal, space: 60, measure });

function headingOf({ locale }: ReportContent, measure: PdfSheet['measure']): Block {
  const [first, ...titles] = reportWords[locale].columns;
  return {
    height: ROW + 2,
    draw: (y) => [
      { kind: 'box', x: LEFT - 4, y, width: WIDTH + 8, height: ROW, radius: 3, colour: colours.panel },
      { kind: 'text', text: first, x: LEFT, y: y + 13, style: styles.column },
      ...titles.map((text, i) => cell(i, { text, y, style: styles.column, measure })),
    ],
  };
}

interface Cell {
  readonly text: string;
  readonly y: number;
  readonly style: (typeof styles)['column' | 'body'];
  readonly measure: PdfSheet['measure'];
}

const cell = (i: number, { text, y, style, measure }: Cell): Mark => {
  const { right, space } = columns[i] as (typeof columns)[number];
  return endingAt(right, y + 13, { text, style, space, measure });
};

function rowOf(month: MonthStats, { locale }: ReportContent, measure: PdfSheet['measure']): Block {
  const count = (value: number): string => formatQuantity(value * 1_000, locale);
  const texts = [
    ...[month.orders, month.completed, month.cancelled, month.pages, month.newUsers].map(count),
    ...[month.revenue, month.averageBasket].map((amounts) => moneyTexts(amounts, (one) => formatMoney(one, locale))),
  ];
  const { bucket } = month;
  const label = formatDate(bucket.startsOn, locale) + (bucket.isPartial ? reportWords[locale].partial : '');
  return {
    height: ROW,
    draw: (y) => [
      { kind: 'text', text: label, x: LEFT, y: y + 13, style: { ...styles.body, size: 8 } },
      ...texts.map((text, i) => cell(i, { text, y, style: styles.body, measure })),
      {
        kind: 'rule',
        x: LEFT,
        y: y + leading(styles.body) + 5,
        width: WIDTH,
        thickness: 0.4,
        colour: colours.hairline,
      },
    ],
  };
}
