import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Tier } from '../../entities/scheduling/booking.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import { CancellationTierType } from '../../schema/scheduling/cancellation-tier.type.ts';
import { CreateOfferingInput } from '../../schema/scheduling/create-offering.input.ts';
import { AssignArtisansInput, OfferingIdInput } from '../../schema/scheduling/offering.input.ts';
import { ManagedOfferingType, OfferingQuestionType } from '../../schema/scheduling/offering.type.ts';
import { UpdateOfferingInput } from '../../schema/scheduling/update-offering.input.ts';
import {
  archiveOffering,
  artisanIdsByOffering,
  assignArtisans,
  createOffering,
  getManagedOffering,
  questionsByOffering,
  restoreOffering,
  tiersByOffering,
  updateOffering,
  type ManagedOfferingRow,
  type QuestionRow,
} from '../../services/scheduling/index.ts';
import { loadOne, type Context } from '../context.ts';
import { changedOffering, createdOffering } from './offering-fields.ts';

/** What can be booked, for its artisans and for admins. */
@Resolver(() => ManagedOfferingType)
export class OfferingResolver {
  @Cost({ size: 5 })
  @FieldResolver(() => [ID], { description: 'Who gives it, published or not.' })
  async artisanIds(@Root() { id }: ManagedOfferingRow, @Ctx() context: Context): Promise<readonly string[]> {
    return (await loadOne(context, artisanIdsByOffering, id)) ?? [];
  }

  @Cost({ size: 5 })
  @FieldResolver(() => [OfferingQuestionType], { description: 'What a customer is asked, in order.' })
  async questions(@Root() { id }: ManagedOfferingRow, @Ctx() context: Context): Promise<readonly QuestionRow[]> {
    return (await loadOne(context, questionsByOffering, id)) ?? [];
  }

  @Cost({ size: 5 })
  @FieldResolver(() => [CancellationTierType], { description: 'What comes back of a deposit, the earliest first.' })
  async cancellationTiers(@Root() { id }: ManagedOfferingRow, @Ctx() context: Context): Promise<readonly Tier[]> {
    return (await loadOne(context, tiersByOffering, id)) ?? [];
  }

  @Auth('offering:manage')
  @Mutation(() => ManagedOfferingType, {
    description:
      'Adds what can be booked of artisans. Errors: NOT_FOUND (an artisan who is not you), INPUT_INVALID, DEPOSIT_TOO_SMALL.',
  })
  async createOffering(
    @Arg('input', () => CreateOfferingInput, { description: 'The offering.' }) input: CreateOfferingInput,
    @Ctx() context: Context,
  ): Promise<ManagedOfferingRow> {
    return getManagedOffering(context.read, (await context.run(createOffering, createdOffering(input))).id);
  }

  @Auth('offering:manage')
  @Mutation(() => ManagedOfferingType, {
    description:
      'Changes what can be booked from now on; no booking changes. Errors: NOT_FOUND, INPUT_INVALID, DEPOSIT_TOO_SMALL.',
  })
  async updateOffering(
    @Arg('input', () => UpdateOfferingInput, { description: 'Which one, and what changes.' })
    input: UpdateOfferingInput,
    @Ctx() context: Context,
  ): Promise<ManagedOfferingRow> {
    return getManagedOffering(context.read, (await context.run(updateOffering, changedOffering(input))).id);
  }

  @Auth('offering:manage')
  @Mutation(() => ManagedOfferingType, {
    description:
      'Hides an offering, which takes no new bookings; those it has stand. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async archiveOffering(
    @Arg('input', () => OfferingIdInput, { description: 'Which one.' }) input: OfferingIdInput,
    @Ctx() context: Context,
  ): Promise<ManagedOfferingRow> {
    return getManagedOffering(context.read, (await context.run(archiveOffering, input)).id);
  }

  @Auth('offering:manage')
  @Mutation(() => ManagedOfferingType, {
    description: 'Offers an archived offering again. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async restoreOffering(
    @Arg('input', () => OfferingIdInput, { description: 'Which one.' }) input: OfferingIdInput,
    @Ctx() context: Context,
  ): Promise<ManagedOfferingRow> {
    return getManagedOffering(context.read, (await context.run(restoreOffering, input)).id);
  }

  @Auth('offering:manage')
  @Mutation(() => ManagedOfferingType, {
    description:
      'Says who gives an offering; artisans add and take away nobody but themselves. Its bookings stay with their artisan. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  async assignArtisans(
    @Arg('input', () => AssignArtisansInput, { description: 'Which one, and who.' }) input: AssignArtisansInput,
    @Ctx() context: Context,
  ): Promise<ManagedOfferingRow> {
    const { id } = await context.run(assignArtisans, input);
    return getManagedOffering(context.read, id);
  }
}
