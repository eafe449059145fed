import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import { CreateArtisanInput, PauseArtisanInput, UpdateArtisanInput } from '../../schema/scheduling/artisan.input.ts';
import { ManagedArtisanType, TextUsageType, UpdatedArtisanType } from '../../schema/scheduling/artisan.type.ts';
import { ManagedOfferingType } from '../../schema/scheduling/offering.type.ts';
import { ClosureType, OpeningExceptionType, WeeklyRuleType } from '../../schema/scheduling/opening.type.ts';
import {
  closuresOf,
  createArtisan,
  getManagedArtisan,
  managedOfferings,
  openingExceptions,
  pauseArtisan,
  textUsage,
  updateArtisan,
  weeklyRules,
  type ClosureRow,
  type ManagedArtisanRow,
  type ManagedOfferingRow,
  type OpeningExceptionRow,
  type TextUsage,
  type WeeklyRuleRow,
} from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';
import { artisanChanges, createdArtisan } from './artisan-fields.ts';

/** An artisan, for themself and for admins. */
@Resolver(() => ManagedArtisanType)
export class ArtisanResolver {
  @Auth('artisan:update')
  @Query(() => ManagedArtisanType, {
    description: 'You as an artisan; admins may ask for anybody. Error: NOT_FOUND for who is none.',
  })
  myArtisan(
    @Arg('artisanId', () => ID, { nullable: true, description: 'Another artisan, for admins.' })
    artisanId: string | null,
    @Ctx() context: Context,
  ): Promise<ManagedArtisanRow> {
    return getManagedArtisan(context.read, artisanId);
  }

  @Cost({ size: 20 })
  @FieldResolver(() => [ManagedOfferingType], { description: 'What they offer, at most 100; archived ones last.' })
  offerings(@Root() artisan: ManagedArtisanRow, @Ctx() context: Context): Promise<ManagedOfferingRow[]> {
    return managedOfferings(context.read, artisan.id);
  }

  @Cost({ size: 20 })
  @FieldResolver(() => [WeeklyRuleType], { description: 'When they are open, week by week.' })
  openingHours(@Root() artisan: ManagedArtisanRow, @Ctx() context: Context): Promise<WeeklyRuleRow[]> {
    return weeklyRules(context.read, 'opening_rule', artisan.id);
  }

  @Cost({ size: 10 })
  @FieldResolver(() => [WeeklyRuleType], { description: 'What is cut out of the opening, week by week.' })
  breaks(@Root() artisan: ManagedArtisanRow, @Ctx() context: Context): Promise<WeeklyRuleRow[]> {
    return weeklyRules(context.read, 'break_rule', artisan.id);
  }

  @Cost({ size: 20 })
  @FieldResolver(() => [OpeningExceptionType], { description: 'The dates with windows of their own, in order.' })
  openingExceptions(@Root() artisan: ManagedArtisanRow, @Ctx() context: Context): Promise<OpeningExceptionRow[]> {
    return openingExceptions(context.read, artisan.id);
  }

  @Cost({ size: 20 })
  @FieldResolver(() => [ClosureType], { description: 'The times without appointments.' })
  closures(@Root() artisan: ManagedArtisanRow, @Ctx() context: Context): Promise<ClosureRow[]> {
    return closuresOf(context.read, artisan.id);
  }

  @Auth('artisan:update')
  @Mutation(() => UpdatedArtisanType, {
    description:
      'Changes what is said of an artisan, publishes or pauses them. No booking moves. Errors: NOT_FOUND, INPUT_INVALID, ACTION_NOT_ALLOWED (pausing one who was never published).',
  })
  async updateArtisan(
    @Arg('input', () => UpdateArtisanInput, { description: 'Who, and what changes.' }) input: UpdateArtisanInput,
    @Ctx() context: Context,
  ): Promise<{ artisan: ManagedArtisanRow; movedRules: number }> {
    const { id, movedRules } = await context.perform(updateArtisan, artisanChanges(input));
    return { artisan: await getManagedArtisan(context.read, id), movedRules };
  }

  @Auth('artisan:manage')
  @Mutation(() => ManagedArtisanType, {
    description:
      'Makes somebody an artisan, whom nobody sees before they are published. Errors: INPUT_INVALID (an account that can be none or is one, a slug that is taken, an unknown zone or country, a number that cannot be called).',
  })
  async createArtisan(
    @Arg('input', () => CreateArtisanInput, { description: 'Who, and what is said of them.' })
    input: CreateArtisanInput,
    @Ctx() context: Context,
  ): Promise<ManagedArtisanRow> {
    return getManagedArtisan(context.read, (await context.perform(createArtisan, createdArtisan(input))).id);
  }

  @Auth('artisan:manage')
  @Mutation(() => ManagedArtisanType, {
    description:
      'Hides an artisan, who takes no new bookings; those there are stand. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async pauseArtisan(
    @Arg('input', () => PauseArtisanInput, { description: 'Who.' }) input: PauseArtisanInput,
    @Ctx() context: Context,
  ): Promise<ManagedArtisanRow> {
    return getManagedArtisan(context.read, (await context.run(pauseArtisan, input)).id);
  }

  @FieldResolver(() => TextUsageType, { description: 'The texts to their customers of this month.' })
  monthlySmsUsage(@Root() { userId }: ManagedArtisanRow, @Ctx() context: Context): Promise<TextUsage> {
    return context.perform(textUsage, { userId });
  }
}
