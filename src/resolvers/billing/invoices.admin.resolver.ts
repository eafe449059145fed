import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { CustomerStatementArgs, InvoicesArgs } from '../../schema/billing/invoice.args.ts';
import { InvoiceConnection, InvoiceType } from '../../schema/billing/invoice.type.ts';
import { CustomerStatementType, InvoiceTimelineEntryType } from '../../schema/billing/statement.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import {
  customerStatement,
  listInvoices,
  timelinesOf,
  type CustomerStatement,
  type InvoiceRow,
  type TimelineEntry,
} from '../../services/billing/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadSure, type Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

/** Invoices of everybody, for staff; and what happened to one. */
@Resolver(() => InvoiceType)
export class InvoicesAdminResolver {
  @Auth('invoice:read-any')
  @Query(() => InvoiceConnection, { description: 'Invoices and credit notes of everybody, newest first.' })
  invoices(
    @Args(() => InvoicesArgs) args: InvoicesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PageOf<InvoiceRow>> {
    return listInvoices(context.read, args, selectionOf(info));
  }

  @Cost({ cost: 50 })
  @Auth('invoice:read-any')
  @Query(() => CustomerStatementType, {
    description:
      'What was invoiced to a person, credited, paid, refunded and lost, with the running balance: at most 5,000 lines. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  customerStatement(
    @Args(() => CustomerStatementArgs) args: CustomerStatementArgs,
    @Ctx() context: Context,
  ): Promise<CustomerStatement> {
    return customerStatement(context.read, args);
  }

  @Cost({ size: 10 })
  @FieldResolver(() => [InvoiceTimelineEntryType], {
    description: 'What happened to it, oldest first. Empty for whoever has a link only.',
  })
  timeline(@Root() { id }: InvoiceRow, @Ctx() context: Context): Promise<TimelineEntry[]> {
    return loadSure(context, timelinesOf, id);
  }
}
