import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { MyInvoicesArgs } from '../../schema/billing/invoice.args.ts';
import { InvoiceConnection, InvoiceLineType, InvoiceType } from '../../schema/billing/invoice.type.ts';
import { PersonWithoutAccountType } from '../../schema/billing/person.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { SubjectObjectType } from '../../schema/shared/subject.type.ts';
import { LocalDate } from '../../schema/scalars/index.ts';
import { Cost } from '../../schema/directives/cost.ts';
import {
  creditNotesOf,
  getInvoice,
  linesOfInvoices,
  listMyInvoices,
  peopleOfInvoices,
  suppliedDaysOf,
  type InvoiceLineRow,
  type InvoiceRow,
} from '../../services/billing/index.ts';
import type { Subject } from '../../services/kernel/subject.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadOne, loadSure, type Context } from '../context.ts';
import { shownPerson, type ShownPerson } from './shown-person.ts';

/** Invoices, for customers and admins. */
@Resolver(() => InvoiceType)
export class InvoiceResolver {
  @Auth('invoice:read')
  @Query(() => InvoiceType, { description: 'One invoice: your own, any for an admin.' })
  async invoice(
    @Arg('id', () => ID, { description: 'The invoice.' }) id: string,
    @Ctx() context: Context,
  ): Promise<InvoiceRow> {
    const invoice = await getInvoice(context.read, id);
    await context.note({ action: 'INVOICE_ACCESSED', targetId: invoice.id });
    return invoice;
  }

  @Auth('invoice:read')
  @Query(() => InvoiceConnection, { description: 'Your invoices, newest first.' })
  myInvoices(@Args(() => MyInvoicesArgs) page: MyInvoicesArgs, @Ctx() context: Context): Promise<PageOf<InvoiceRow>> {
    return listMyInvoices(context.read, page);
  }

  @FieldResolver(() => SubjectObjectType, {
    description:
      'What it is for: an order, an earlier invoice of the same sale, or itself where it is for nothing else.',
  })
  subject(@Root() { subjectType: type, subjectId: id }: InvoiceRow): Subject {
    return { type, id };
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description: 'When what it is for was supplied; null where it does not say: then on the day of issue.',
  })
  async suppliedOn(@Root() { id }: InvoiceRow, @Ctx() context: Context): Promise<string | null> {
    return (await loadOne(context, suppliedDaysOf, id)) ?? null;
  }

  @FieldResolver(() => [InvoiceLineType], { description: 'What it charges for, in order.' })
  lines(@Root() invoice: InvoiceRow, @Ctx() context: Context): Promise<InvoiceLineRow[]> {
    return loadSure(context, linesOfInvoices, invoice.id);
  }

  @FieldResolver(() => PersonWithoutAccountType, {
    nullable: true,
    description: 'The person without an account whom it is for; null for a user.',
  })
  async person(@Root() { id, buyerId }: InvoiceRow, @Ctx() context: Context): Promise<ShownPerson | null> {
    return buyerId === null ? shownPerson(await loadOne(context, peopleOfInvoices, id)) : null;
  }

  @Cost({ size: 3 })
  @FieldResolver(() => [InvoiceType], { description: 'The credit notes that correct it, oldest first.' })
  creditNotes(@Root() invoice: InvoiceRow, @Ctx() context: Context): Promise<InvoiceRow[]> {
    return loadSure(context, creditNotesOf, invoice.id);
  }
}
