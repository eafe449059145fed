import type { AllocationCause } from '../../../entities/billing/payment-allocation.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { StatementKind } from '../../kernel/invoice-history.ts';
import { money, type Currency, type Money } from '../../kernel/money.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { Db, ReadContext } from '../../platform/context.ts';

/** One line of a statement. */
export interface StatementEntry {
  readonly at: Date;
  readonly kind: StatementKind;
  /** The number of the invoice or credit note that it is, or that the money counts for. */
  readonly number: string;
  /** What the person owes more by it, or less when negative. */
  readonly amount: Money;
  /** What they owe after it. */
  readonly balance: Money;
}

export interface CustomerStatement {
  readonly personId: string;
  readonly currency: Currency;
  /** What they owed before the first line. */
  readonly opening: Money;
  readonly entries: readonly StatementEntry[];
  /** What they owe after the last. */
  readonly closing: Money;
}

export interface StatementRequest {
  readonly personId: string;
  readonly currency?: Currency | null | undefined;
  /** Lines of this instant or later; those before it are in the opening balance. */
  readonly from?: Date | null | undefined;
  /** Lines before this instant. */
  readonly to?: Date | null | undefined;
}

/** Lines of one answer: of a person with more, a shorter period is asked for. */
const mostLines = 5_000;

interface Moved {
  readonly at: Date;
  readonly kind: StatementKind;
  readonly number: string;
  readonly cents: number;
}

/**
 * What was invoiced to a person, credited, paid, refunded and lost, with the running balance, for those who may read any invoice. The
 * balance is the sum of the balances of their invoices. Refuses more than 5,000 lines with `INPUT_INVALID` on `from`.
 */
export async function customerStatement(
  { db, actor }: ReadContext,
  { personId, currency: wanted, from, to }: StatementRequest,
): Promise<CustomerStatement> {
  requirePermission(actor, 'invoice:read-any');
  const person = isId(personId)
    ? await db.selectFrom('user').select('id').where('id', '=', personId).executeTakeFirst()
    : undefined;
  if (person === undefined) throw new DomainError('NOT_FOUND');
  const currency = wanted ?? 'EUR';
  const lines = await linesUntil(db, { personId, currency, to });
  const isBefore = ({ at }: Moved): boolean => from !== null && from !== undefined && at < from;
  const opening = lines.filter(isBefore).reduce((sum, { cents }) => sum + cents, 0);
  const within = lines.filter((line) => !isBefore(line));
  if (within.length > mostLines)
    throw new DomainError('INPUT_INVALID', { fields: [{ path: 'from', rules: ['too-many'] }] });
  let balance = opening;
  const entries = within.map(({ cents, ...line }) => ({
    ...line,
    amount: money(cents, currency),
    balance: money((balance += cents), currency),
  }));
  return { personId, currency, opening: money(opening, currency), entries, closing: money(balance, currency) };
}

type Wanted = Pick<StatementRequest, 'personId' | 'to'> & { readonly currency: Currency };

/** In the order in which they happened: an invoice comes before the money that pays it in the same instant. */
async function linesUntil(db: Db, wanted: Wanted): Promise<Moved[]> {
  const lines = [...(await documents(db, wanted)), ...(await movements(db, wanted))];
  return lines.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

async function documents(db: Db, { personId, currency, to }: Wanted): Promise<Moved[]> {
  let query = db
    .selectFrom('invoice')
    .select(['kind', 'number', 'gross_cents', 'issued_at as at'])
    .where('buyer_id', '=', personId)
    .where('currency', '=', currency);
  if (to) query = query.where('issued_at', '<', to);
  return (await query.orderBy('id').execute()).map(({ kind, number, gross_cents, at }) => ({
    at: instantFrom(at),
    kind,
    number,
    cents: (kind === 'CREDIT_NOTE' ? -1 : 1) * Number(gross_cents),
  }));
}

const kinds: Readonly<Record<AllocationCause, StatementKind>> = {
  PAYMENT: 'PAYMENT',
  REFUND: 'REFUND',
  DISPUTE: 'DISPUTE',
  REVERSAL: 'REVERSAL',
};

async function movements(db: Db, { personId, currency, to }: Wanted): Promise<Moved[]> {
  let query = db
    .selectFrom('payment_allocation')
    .innerJoin('invoice', 'invoice.id', 'payment_allocation.invoice_id')
    .select(['cause', 'number', 'amount_cents', 'at'])
    .where('invoice.buyer_id', '=', personId)
    .where('invoice.currency', '=', currency);
  if (to) query = query.where('payment_allocation.at', '<', to);
  return (await query.orderBy('payment_allocation.id').execute()).map(({ cause, number, amount_cents, at }) => ({
    at: instantFrom(at),
    kind: kinds[cause],
    number,
    cents: -Number(amount_cents),
  }));
}
