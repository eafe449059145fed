import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PaymentType } from '../../schema/billing/payment.type.ts';
import { PersonWithoutAccountType } from '../../schema/billing/person.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { SubjectObjectType } from '../../schema/shared/subject.type.ts';
import { getPayment, peopleOfPayments, refreshPayment, type PaymentRow } from '../../services/billing/index.ts';
import type { Subject } from '../../services/kernel/subject.ts';
import { loadOne, type Context } from '../context.ts';
import { shownPerson, type ShownPerson } from './shown-person.ts';

/** Payments, for those who pay and for admins. */
@Resolver(() => PaymentType)
export class PaymentResolver {
  @Auth('payment:read')
  @Query(() => PaymentType, { description: 'One payment: your own, any for an admin.' })
  payment(
    @Arg('id', () => ID, { description: 'The payment.' }) id: string,
    @Ctx() context: Context,
  ): Promise<PaymentRow> {
    return getPayment(context.read, id);
  }

  @Heavy()
  @Auth('payment:read')
  @Query(() => PaymentType, {
    description:
      'The payment of a session, for the page that its payer comes back to. While it is open the provider is asked, at most every two seconds: ask again until it is no longer PENDING.',
  })
  async paymentStatus(
    @Arg('sessionId', () => ID, { description: 'The session, or the payment.' }) sessionId: string,
    @Ctx() context: Context,
  ): Promise<PaymentRow> {
    const payment = await context.perform(refreshPayment, { sessionId });
    await context.note({ action: 'PAYMENT_STATUS_CHECKED', targetId: payment.id, payload: { status: payment.status } });
    return payment;
  }

  @FieldResolver(() => SubjectObjectType, { description: 'What it pays for.' })
  subject(@Root() { subjectType: type, subjectId: id }: PaymentRow): Subject {
    return { type, id };
  }

  @FieldResolver(() => PersonWithoutAccountType, {
    nullable: true,
    description: 'The person without an account who pays; null for a user.',
  })
  async person(@Root() { id, payerId }: PaymentRow, @Ctx() context: Context): Promise<ShownPerson | null> {
    return payerId === null ? shownPerson(await loadOne(context, peopleOfPayments, id)) : null;
  }
}
