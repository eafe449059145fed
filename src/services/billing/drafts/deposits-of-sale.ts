import { LockMode } from '@mikro-orm/core';
import { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { leftToCredit } from '../../kernel/credit.ts';
import { fieldError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Payer } from '../../kernel/payer.ts';
import type { Subject } from '../../kernel/subject.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { creditedByRate } from '../credited-by-rate.ts';
import type { DeductedDeposit } from '../deduct-deposits.ts';
import { buyerOnRow, isSameBuyer } from '../payer.ts';
import { documentFromStore } from '../stored-document.ts';

export interface DepositsOfSale {
  readonly deposits: readonly DeductedDeposit[];
  /** Their ids, by number. */
  readonly ids: ReadonlyMap<string, string>;
}

const none: DepositsOfSale = { deposits: [], ids: new Map() };

/** The deposits of a sale, oldest first, each with what no credit note has taken back. Locked until the commit. */
export async function depositsOfSale(
  tx: Tx<'em'>,
  { subject, buyer, currency }: { subject: Subject | null; buyer: Payer; currency: Currency },
): Promise<DepositsOfSale> {
  if (subject === null) return none;
  const invoices = await tx.em.find(
    Invoice,
    { subjectType: subject.type, subjectId: subject.id, kind: 'DEPOSIT', status: { $ne: 'CANCELLED' } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  if (invoices.some((invoice) => invoice.currency !== currency)) throw fieldError('input.currency', 'currency');
  if (invoices.some((invoice) => !isSameBuyer(buyerOnRow(invoice), buyer)))
    throw fieldError('input.buyerId', 'otherBuyer');
  const deposits: DeductedDeposit[] = [];
  for (const invoice of invoices) deposits.push(await leftOf(tx, invoice));
  return { deposits, ids: new Map(invoices.map(({ number, id }) => [number, id])) };
}

async function leftOf(tx: Tx<'em'>, invoice: Invoice): Promise<DeductedDeposit> {
  const { number, issuedAt, timeZone, totals, lines } = documentFromStore(jsonFrom(invoice.document));
  return {
    deposit: { number, issuedOn: localDateOf(issuedAt, timeZone) },
    left: leftToCredit(totals.taxes, await creditedByRate(tx, invoice)),
    exemptionCode: lines.find(({ exemptionCode }) => exemptionCode !== undefined)?.exemptionCode,
  };
}
