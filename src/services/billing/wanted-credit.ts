import { InvoiceLine as StoredLine } from '../../entities/billing/invoice-line.entity.ts';
import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import { grossLeft, grossLeftAt, leftToCredit } from '../kernel/credit.ts';
import { DomainError, fieldError } from '../kernel/errors.ts';
import type { TaxAtRate } from '../kernel/invoice-sums.ts';
import { add, money, type Currency, type Money } from '../kernel/money.ts';
import { jsonFrom } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import type { CreditedLine, WantedCredit } from './compose-credit-note.ts';
import { creditedByRate } from './credited-by-rate.ts';
import type { InvoiceDocument } from './invoice-document.ts';
import { documentFromStore } from './stored-document.ts';

type Amount = { readonly amount: number; readonly currency: Currency };

export interface LineChoice {
  readonly lineId: string;
  /** VAT included; the whole line unless said. */
  readonly amount?: Amount | null | undefined;
}

/** What is credited: one of the three. */
export interface CreditChoice {
  /** All that is left. */
  readonly whole?: boolean | null | undefined;
  readonly lines?: readonly LineChoice[] | null | undefined;
  /** VAT included. */
  readonly amount?: Amount | null | undefined;
}

/** What a choice means of an invoice, which is locked. Refuses with `CREDIT_TOO_LARGE { available }` what is not left. */
export async function wantedCredit(tx: Tx<'em'>, invoice: Invoice, choice: CreditChoice): Promise<WantedCredit> {
  const { whole, lines, amount } = choice;
  if ([whole === true, (lines ?? null) !== null, (amount ?? null) !== null].filter(Boolean).length !== 1)
    throw fieldError('input', 'oneOfThree');
  const document = documentFromStore(jsonFrom(invoice.document));
  const left = leftToCredit(document.totals.taxes, await creditedByRate(tx, invoice));
  const available = grossLeft(left, document.currency);
  if (lines) return wantedLines(tx, invoice, { document, left, lines });
  const wanted = amount ? amountIn(amount, document.currency, 'input.amount') : available;
  requireLeft(wanted, available);
  return { amount: wanted };
}

function amountIn({ amount, currency }: Amount, expected: Currency, path: string): Money {
  if (currency !== expected) throw fieldError(`${path}.currency`, 'currency');
  return money(amount, currency);
}

function requireLeft(wanted: Money, available: Money): void {
  if (wanted.amount <= 0 || wanted.amount > available.amount) throw new DomainError('CREDIT_TOO_LARGE', { available });
}

interface Named {
  readonly document: InvoiceDocument;
  readonly left: readonly TaxAtRate[];
  readonly lines: readonly LineChoice[];
}

async function wantedLines(
  { em }: Tx<'em'>,
  invoice: Invoice,
  { document, left, lines }: Named,
): Promise<WantedCredit> {
  const stored = await em.find(StoredLine, { invoice }, { orderBy: { position: 'asc' } });
  const wanted = lines.map(({ lineId, amount }, i): CreditedLine => {
    const path = `input.lines.${i}`;
    const at = stored.findIndex(({ id }) => id === lineId);
    const line = document.lines[at];
    if (line === undefined || line.gross.amount <= 0) throw fieldError(`${path}.lineId`, 'unknown');
    if (lines.findIndex((other) => other.lineId === lineId) !== i) throw fieldError(`${path}.lineId`, 'twice');
    const gross = amount ? amountIn(amount, document.currency, `${path}.amount`) : line.gross;
    requireLeft(gross, line.gross);
    return { line, gross };
  });
  for (const { line } of wanted) {
    const atRate = wanted.filter((other) => other.line.category === line.category && other.line.rate === line.rate);
    const sum = atRate.reduce((all, { gross }) => add(all, gross), money(0, document.currency));
    requireLeft(sum, grossLeftAt(left, line, document.currency));
  }
  return { lines: wanted };
}
