import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { CardSetupFormType } from '../../schema/billing/payment-form.type.ts';
import {
  BeginCardSetupInput,
  PaymentMethodType,
  RemovePaymentMethodInput,
  SetDefaultPaymentMethodInput,
} from '../../schema/billing/payment-method.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  beginCardSetup,
  getMyPaymentMethod,
  listMyPaymentMethods,
  removePaymentMethod,
  setDefaultPaymentMethod,
  type CardSetupForm,
  type PaymentMethodRow,
} from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** The caller's saved cards. */
@Resolver(() => PaymentMethodType)
export class PaymentMethodResolver {
  @Auth('payment-method:manage')
  @Query(() => [PaymentMethodType], {
    description: 'Your saved cards, the default first, then the newest; 20 at most.',
  })
  myPaymentMethods(@Ctx() context: Context): Promise<PaymentMethodRow[]> {
    return listMyPaymentMethods(context.read);
  }

  @Heavy()
  @Auth('payment-method:manage')
  @Mutation(() => CardSetupFormType, {
    description:
      'Begins to save a card in a form of your page; it is among your cards as soon as the provider has reported it. Errors: TOO_MANY_CARDS, PAYMENT_UNAVAILABLE.',
  })
  beginCardSetup(
    @Arg('input', () => BeginCardSetupInput, { description: 'The saving of a card.' }) input: BeginCardSetupInput,
    @Ctx() context: Context,
  ): Promise<CardSetupForm> {
    return context.perform(beginCardSetup, input);
  }

  @Auth('payment-method:manage')
  @Mutation(() => PaymentMethodType, {
    description: 'Makes one of your cards the one that is proposed first. Error: NOT_FOUND.',
  })
  async setDefaultPaymentMethod(
    @Arg('input', () => SetDefaultPaymentMethodInput, { description: 'Which card.' })
    input: SetDefaultPaymentMethodInput,
    @Ctx() context: Context,
  ): Promise<PaymentMethodRow> {
    return getMyPaymentMethod(context.read, (await context.run(setDefaultPaymentMethod, input)).id);
  }

  @Auth('payment-method:manage', { stepUp: true })
  @Mutation(() => PaymentMethodType, {
    description:
      'Removes one of your cards; the provider forgets it too. Answers it as it was. Errors: NOT_FOUND, PAYMENT_METHOD_IN_USE.',
  })
  async removePaymentMethod(
    @Arg('input', () => RemovePaymentMethodInput, { description: 'Which card.' }) input: RemovePaymentMethodInput,
    @Ctx() context: Context,
  ): Promise<PaymentMethodRow> {
    return getMyPaymentMethod(context.read, (await context.run(removePaymentMethod, input)).id);
  }
}
