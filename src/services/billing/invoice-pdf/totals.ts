/** Under the table: on the right what it comes to, on the left how it was or is to be paid. */
import { formatDate, formatMoney, formatRate, localDateOf } from '../../kernel/format.ts';
import { add, money, subtract } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import type { Mark, PdfSheet } from '../../adapters/pdf/port.ts';
import type { Locale } from '../../kernel/locale.ts';
import { bearsVat, type Offer, type PrintedDocument } from '../invoice-document.ts';
import { grouped } from './letterhead.ts';
import { colours, LEFT, RIGHT, styles } from '../../platform/print/style.ts';
import { clipped, endingAt, stacked, wrap } from '../../platform/print/text-block.ts';
import type { Block } from '../../platform/print/text-block.ts';
import { wordsIn } from './words.ts';

const SUMS_LEFT = LEFT + 270;
const ROW = 18;
const PANEL = 30;

const paidSoFar = ({ payments, currency }: PrintedDocument): Money =>
  payments.reduce((sum, { amount }) => add(sum, amount), money(0, currency));

/** What is still owed. A credit note owes nothing to anybody: its refund is shown separately. */
const remaining = (document: PrintedDocument): Money =>
  document.kind === 'CREDIT_NOTE' ? document.totals.due : subtract(document.totals.due, paidSoFar(document));

function dueLabel(document: PrintedDocument): string {
  const words = wordsIn[document.locale];
  const isPartly = document.kind !== 'CREDIT_NOTE' && paidSoFar(document).amount !== 0;
  return isPartly ? words.leftToPay : words.due[document.kind];
}

interface Sum {
  readonly label: string;
  readonly amount: Money;
  readonly isStrong?: boolean;
}

function sumsOf(document: PrintedDocument): Sum[] {
  const { totals, locale, kind } = document;
  const words = wordsIn[locale];
  const paid = paidSoFar(document);
  const less = (amount: Money): Money => money(-amount.amount, amount.currency);
  const taxed = bearsVat(document);
  return [
    { label: words.totalNet, amount: totals.net, isStrong: !taxed },
    ...(taxed
      ? totals.taxes.map(({ rate, net, tax }) => ({
          label: words.tax(formatRate(rate, locale), formatMoney(net, locale)),
          amount: tax,
        }))
      : []),
    ...(taxed ? [{ label: words.totalGross, amount: totals.gross, isStrong: true }] : []),
    ...(taxed && totals.taxInEuros !== undefined ? [{ label: words.taxInEuros, amount: totals.taxInEuros }] : []),
    ...(totals.deposits === undefined ? [] : [{ label: words.deposits, amount: less(totals.deposits) }]),
    ...(paid.amount === 0 || kind === 'CREDIT_NOTE' ? [] : [{ label: words.alreadyPaid, amount: less(paid) }]),
  ];
}

/** The tick of « paid », drawn: no font needs to have it. */
const tick = 'M0 4.2 L1.2 3 L3.4 5.2 L8 0 L9.3 1.1 L3.5 7.7 Z';

function paymentLines(document: PrintedDocument): { received: string[]; open: string[] } {
  const { payments, locale, timeZone, kind, seller, dueOn, number, offer } = document;
  const words = wordsIn[locale];
  if (offer !== undefined) return { received: [], open: offerLines(offer, locale) };
  const left = remaining(document).amount;
  const received = payments.map(({ paidAt, method: by, amount }) => {
    const method = words.methods[by];
    const date = formatDate(localDateOf(paidAt, timeZone), locale);
    if (kind === 'CREDIT_NOTE') return words.refundedOn(formatMoney(amount, locale), date, method);
    const paysAll = payments.length === 1 && left === 0;
    return paysAll ? words.paidOn(date, method) : words.receivedOn(formatMoney(amount, locale), date, method);
  });
  if (kind === 'CREDIT_NOTE' || left <= 0) return { received, open: [] };
  const account = seller.iban === undefined ? undefined : { iban: grouped(seller.iban, [4]), bic: seller.bic };
  const open = [
    ...(dueOn === undefined ? [] : [words.payBefore(formatDate(dueOn, locale))]),
    // What is not issued has no number to quote.
    ...(account === undefined || number === '' ? [] : [words.transferTo(account, number)]),
  ];
  return { received, open };
}

/** A quote asks for nothing but an answer. */
const offerLines = ({ deposit }: Offer, locale: Locale): string[] => [
  ...(deposit === undefined ? [] : [wordsIn[locale].deposit(formatMoney(deposit, locale))]),
  wordsIn[locale].signature,
];

function paymentBlock(document: PrintedDocument, measure: PdfSheet['measure']): Block {
  const width = SUMS_LEFT - LEFT - 30;
  const { received, open } = paymentLines(document);
  const lay = (texts: readonly string[], style: typeof styles.paid | typeof styles.body, space: number) =>
    texts.flatMap((text) => clipped(wrap(text, space, { measure, style }), 4)).map((text) => ({ text, style }));
  const done = stacked(lay(received, styles.paid, width - 16), LEFT + 16);
  const todo = stacked(lay(open, styles.body, width), LEFT);
  const why = stacked(lay(document.vatNote === undefined ? [] : [document.vatNote], styles.body, width), LEFT);
  const gap = (block: Block): number => (block.height === 0 ? 0 : 6);
  return {
    height: done.height + gap(done) + todo.height + gap(todo) + why.height,
    draw: (y) => [
      ...(received.length === 0
        ? []
        : [{ kind: 'shape' as const, path: tick, x: LEFT, y: y + 3.2, colour: colours.paid }]),
      ...done.draw(y),
      ...todo.draw(y + done.height + gap(done)),
      ...why.draw(y + done.height + gap(done) + todo.height + gap(todo)),
    ],
  };
}

/** The whole block: it is never cut between two pages. */
export function totalsBlock(document: PrintedDocument, measure: PdfSheet['measure']): Block {
  const sums = sumsOf(document);
  const { locale } = document;
  const payment = paymentBlock(document, measure);
  const height = 14 + Math.max(sums.length * ROW + 6 + PANEL, payment.height + 4) + 18;
  const amountAt = (
    y: number,
    amount: Money,
    style: typeof styles.body | typeof styles.strong | typeof styles.due,
  ): Mark => endingAt(RIGHT - 8, y, { text: formatMoney(amount, locale), style, space: 90, measure });
  return {
    height,
    draw: (top) => {
      const y = top + 14;
      const panel = y + sums.length * ROW + 6;
      return [
        ...sums.flatMap(({ label, amount, isStrong }, i): Mark[] => {
          const style = isStrong === true ? styles.strong : styles.body;
          return [
            { kind: 'text', text: label, x: SUMS_LEFT + 8, y: y + i * ROW + 11, style },
            amountAt(y + i * ROW + 11, amount, style),
          ];
        }),
        {
          kind: 'box',
          x: SUMS_LEFT,
          y: panel,
          width: RIGHT - SUMS_LEFT,
          height: PANEL,
          radius: 5,
          colour: colours.accent,
        },
        { kind: 'text', text: dueLabel(document), x: SUMS_LEFT + 8, y: panel + 19.5, style: styles.due },
        amountAt(panel + 19.5, remaining(document), styles.due),
        ...payment.draw(y + 1),
      ];
    },
  };
}
