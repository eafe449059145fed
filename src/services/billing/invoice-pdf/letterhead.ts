/** The top of the first page: mark, title and number, seller and buyer, dates. */
import { formatDate, localDateOf } from '../../kernel/format.ts';
import type { Mark, PdfSheet, TextStyle } from '../../adapters/pdf/port.ts';
import type { PrintedDocument } from '../invoice-document.ts';
import { colours, LEFT, leading, RIGHT, styles, WIDTH } from '../../platform/print/style.ts';
import { clipped, endingAt, stacked, wrap } from '../../platform/print/text-block.ts';
import type { Block, Line } from '../../platform/print/text-block.ts';
import { wordsIn } from './words.ts';

type Measure = PdfSheet['measure'];

const PANEL_LEFT = LEFT + 250;
const PANEL_WIDTH = RIGHT - PANEL_LEFT;
const PADDING = 14;

/** An open book: two pages, and the line of a pen under them. */
const bookMark = (x: number, y: number): Mark[] => [
  { kind: 'box', x, y, width: 38, height: 38, radius: 8, colour: colours.accent },
  {
    kind: 'shape',
    x,
    y,
    colour: colours.white,
    path: 'M18 12.2 C15.4 10.2 11.6 9.4 8 9.6 L8 25.4 C11.6 25.2 15.4 26 18 28 Z',
  },
  {
    kind: 'shape',
    x,
    y,
    colour: colours.white,
    path: 'M20 12.2 C22.6 10.2 26.4 9.4 30 9.6 L30 25.4 C26.4 25.2 22.6 26 20 28 Z',
  },
  { kind: 'box', x: x + 8, y: y + 29.6, width: 22, height: 1.4, radius: 0.7, colour: colours.white },
];

/** Digits in groups, so that a person can read them aloud: SIREN by three, IBAN by four. */
export const grouped = (identifier: string, sizes: readonly number[]): string => {
  const compact = identifier.replace(/\s+/g, '');
  const parts: string[] = [];
  for (let from = 0, i = 0; from < compact.length; i += 1) {
    const size = sizes[Math.min(i, sizes.length - 1)] ?? compact.length;
    parts.push(compact.slice(from, from + size));
    from += size;
  }
  return parts.join('\u00a0');
};

const present = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text): text is string => text !== undefined && text !== '');

function fitted(
  texts: readonly string[],
  width: number,
  { measure, style, most }: { measure: Measure; style: TextStyle; most: number },
): Line[] {
  return texts.flatMap((text) => clipped(wrap(text, width, { measure, style }), most)).map((text) => ({ text, style }));
}

function sellerLines({ seller, locale }: PrintedDocument, measure: Measure): Line[] {
  const width = PANEL_LEFT - LEFT - 24;
  const identifier =
    seller.siret === undefined
      ? seller.siren && `SIREN\u00a0${grouped(seller.siren, [3])}`
      : `SIRET\u00a0${grouped(seller.siret, [3, 3, 3, 5])}`;
  const tax = seller.vatNumber && `${wordsIn[locale].vatNumber}\u00a0${seller.vatNumber}`;
  return [
    { text: wordsIn[locale].seller, style: styles.label, after: 3 },
    ...fitted([seller.name], width, { measure, style: styles.strong, most: 3 }),
    ...fitted(present(seller.legalForm, ...seller.address), width, { measure, style: styles.body, most: 3 }),
    ...fitted(present(seller.email, seller.phone, seller.register, identifier, tax), width, {
      measure,
      style: styles.quiet,
      most: 2,
    }),
  ];
}

function buyerLines({ buyer, locale, offer }: PrintedDocument, measure: Measure): Line[] {
  const width = PANEL_WIDTH - 2 * PADDING;
  const identifier = buyer.siren && `SIREN\u00a0${grouped(buyer.siren, [3])}`;
  const reference = buyer.purchaseOrder && wordsIn[locale].purchaseOrder(buyer.purchaseOrder);
  const tax = buyer.vatNumber && `${wordsIn[locale].vatNumber}\u00a0${buyer.vatNumber}`;
  return [
    { text: offer === undefined ? wordsIn[locale].buyer : wordsIn[locale].offeredTo, style: styles.label, after: 3 },
    ...fitted([buyer.name], width, { measure, style: styles.strong, most: 4 }),
    ...fitted(present(...buyer.address), width, { measure, style: styles.body, most: 3 }),
    ...fitted(present(buyer.email, identifier, tax, reference), width, { measure, style: styles.quiet, most: 2 }),
  ];
}

/** Its number, and which version of a quote it is. */
function numberOf({ number, locale, offer }: PrintedDocument): string {
  const words = wordsIn[locale];
  const revision = offer?.revision ?? 1;
  return revision === 1 ? words.numbered(number) : `${words.numbered(number)}, ${words.revision(revision)}`;
}

/** The logo of the seller, else the mark of the application. */
interface Emblem {
  readonly width: number;
  draw(y: number): Mark[];
}

const EMBLEM_HEIGHT = 38;
const WIDEST_LOGO = 150;

/** As large as fits, in its own proportions. */
function emblemOf({ seller: { logo } }: PrintedDocument, bytes: Uint8Array | undefined): Emblem {
  if (logo === undefined || bytes === undefined) return { width: EMBLEM_HEIGHT, draw: (y) => bookMark(LEFT, y) };
  const scale = Math.min(EMBLEM_HEIGHT / logo.height, WIDEST_LOGO / logo.width);
  const [width, height] = [logo.width * scale, logo.height * scale];
  const draw = (y: number): Mark[] => [
    { kind: 'image', bytes, x: LEFT, y: y + (EMBLEM_HEIGHT - height) / 2, width, height },
  ];
  return { width, draw };
}

/** Emblem and seller's name on the left, the kind of document and its number on the right. */
function banner(document: PrintedDocument, measure: Measure, logo: Uint8Array | undefined): Block {
  const words = wordsIn[document.locale];
  const space = 240;
  const emblem = emblemOf(document, logo);
  const names = fitted([document.seller.name], WIDTH - space - emblem.width - 24, {
    measure,
    style: styles.seller,
    most: 2,
  });
  return {
    height: 66,
    draw: (y) => [
      ...emblem.draw(y),
      ...stacked(names, LEFT + emblem.width + 12).draw(y + (names.length === 1 ? 9 : 0)),
      endingAt(RIGHT, y + 18, { text: words.title[document.kind], style: styles.title, space, measure }),
      ...(document.number === ''
        ? []
        : [endingAt(RIGHT, y + 36, { text: numberOf(document), style: styles.number, space, measure })]),
    ],
  };
}

function parties(document: PrintedDocument, measure: Measure): Block {
  const seller = stacked(sellerLines(document, measure), LEFT);
  const buyer = stacked(buyerLines(document, measure), PANEL_LEFT + PADDING);
  const height = Math.max(seller.height, buyer.height) + 2 * PADDING;
  return {
    height: height + 16,
    draw: (y) => [
      { kind: 'box', x: PANEL_LEFT, y, width: PANEL_WIDTH, height, radius: 6, colour: colours.panel },
      ...seller.draw(y + PADDING),
      ...buyer.draw(y + PADDING),
    ],
  };
}

/** Each date under its name, side by side. */
function dates(document: PrintedDocument, measure: Measure): Block {
  const { locale, corrects, offer } = document;
  const words = wordsIn[locale];
  const onDate = (localDate: string | undefined): string | undefined => localDate && formatDate(localDate, locale);
  const cells = [
    [words.issuedOn, onDate(localDateOf(document.issuedAt, document.timeZone))],
    [words.suppliedOn, onDate(document.suppliedOn)],
    [words.dueOn, onDate(document.dueOn)],
    [words.validUntil, onDate(offer?.validUntil)],
    [words.corrects, corrects && words.correctsValue(corrects.number, formatDate(corrects.issuedOn, locale))],
  ].flatMap(([label, value]) => (label === undefined || value === undefined ? [] : [{ label, value }]));
  const step = WIDTH / Math.max(3, cells.length);
  const values = cells.map(({ value }, i) =>
    stacked(
      fitted([value], i === cells.length - 1 ? RIGHT - LEFT - i * step : step - 10, {
        measure,
        style: styles.strong,
        most: 2,
      }),
      LEFT + i * step,
    ),
  );
  const height = Math.max(...values.map((block) => block.height)) + leading(styles.label) + 18;
  const line = (y: number): Mark => ({
    kind: 'rule',
    x: LEFT,
    y,
    width: WIDTH,
    thickness: 0.6,
    colour: colours.hairline,
  });
  return {
    height: height + 20,
    draw: (y) => [
      line(y),
      ...cells.flatMap(({ label }, i) => stacked([{ text: label, style: styles.label }], LEFT + i * step).draw(y + 8)),
      ...values.flatMap((block) => block.draw(y + 8 + leading(styles.label))),
      line(y + height),
    ],
  };
}

/** Everything above the table, in reading order. */
export const letterhead = (document: PrintedDocument, measure: Measure, logo?: Uint8Array): Block[] => [
  banner(document, measure, logo),
  parties(document, measure),
  dates(document, measure),
];

/** The heading of the following pages: which invoice this is, and that it goes on. */
export function continuation(document: PrintedDocument, measure: Measure): Block {
  const words = wordsIn[document.locale];
  const number = document.number === '' ? words.draft : numberOf(document);
  const title = `${words.title[document.kind]} ${number} ${words.continued}`;
  return {
    height: 34,
    draw: (y) => [
      ...stacked(fitted([document.seller.name], WIDTH / 2, { measure, style: styles.strong, most: 1 }), LEFT).draw(y),
      endingAt(RIGHT, y + 10, { text: title, style: styles.quiet, space: WIDTH / 2 - 12, measure }),
      { kind: 'rule', x: LEFT, y: y + 20, width: WIDTH, thickness: 0.6, colour: colours.hairline },
    ],
  };
}
