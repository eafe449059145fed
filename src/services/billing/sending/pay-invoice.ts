import { DomainError } from '../../kernel/errors.ts';
import type { Locale } from '../../kernel/locale.ts';
import { money, type Money } from '../../kernel/money.ts';
import { subscriberOf } from '../../kernel/network.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { AppContext, Operation } from '../../platform/context.ts';
import type { InvoiceKind } from '../../../entities/billing/invoice.entity.ts';
import { billableByToken } from '../billable-invoice.ts';
import { openCheckout, type CheckoutSession } from '../open-checkout.ts';
import { noteOpened, payableOf } from '../invoice-token.ts';

/** What the holder of a link that pays sees of the invoice: no more than they need to pay it. */
export interface InvoiceToPay {
  readonly number: string;
  readonly kind: InvoiceKind;
  /** In whose name it was issued. */
  readonly sellerName: string;
  readonly total: Money;
  /** What is still to be paid. */
  readonly amountDue: Money;
  readonly dueOn: string;
  readonly locale: Locale;
}

interface Opening {
  readonly token: string;
}

/** Twenty tries in a quarter of an hour and address. Whatever pays nothing is `TOKEN_INVALID`: paid, credited, over, or never there. */
async function payable(ctx: Pick<AppContext, 'db' | 'limits' | 'actor' | 'now'>, { token }: Opening) {
  await ctx.limits.take('billing-token/address', subscriberOf(ctx.actor.address));
  const opened = await payableOf(ctx, token);
  if (opened === undefined) throw new DomainError('TOKEN_INVALID');
  return opened;
}

/** The invoice that a mailed link pays, without an account. */
export const payInvoice: Operation<'db' | 'limits' | 'actor' | 'now' | 'note' | 'run', Opening, InvoiceToPay> = async (
  ctx,
  input,
) => {
  const { id: tokenId, invoiceId, openedAt } = await payable(ctx, input);
  const { currency, ...row } = await ctx.db
    .selectFrom('invoice')
    .select(['number', 'kind', 'document', 'gross_cents', 'balance_cents', 'currency', 'due_on', 'locale'])
    .where('id', '=', invoiceId)
    .executeTakeFirstOrThrow();
  if (openedAt === null) await ctx.run(noteOpened, { tokenId });
  await ctx.note({ action: 'INVOICE_ACCESSED', targetId: invoiceId });
  return {
    number: row.number,
    kind: row.kind,
    sellerName: jsonFrom<{ seller?: { name: string } }>(row.document).seller?.name ?? '',
    total: money(Number(row.gross_cents), currency),
    amountDue: money(Number(row.balance_cents), currency),
    dueOn: row.due_on,
    locale: row.locale as Locale,
  };
};

/** Opens the payment page of what is owed of it, or answers the one that is open. */
export const openInvoiceCheckout: Operation<
  'db' | 'limits' | 'actor' | 'now' | 'run' | 'payments' | 'config' | 'log',
  Opening,
  CheckoutSession
> = async (ctx, input) => {
  const { invoiceId: subjectId } = await payable(ctx, input);
  return openCheckout('INVOICE', billableByToken)(ctx, { subjectId });
};
