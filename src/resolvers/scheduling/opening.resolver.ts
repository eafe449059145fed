import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { SavedOpeningType } from '../../schema/scheduling/artisan.type.ts';
import {
  CreateClosureInput,
  DeleteClosureInput,
  OpeningDateInput,
  SetHolidaysInput,
  SetOpeningExceptionInput,
  SetWeeklyRulesInput,
} from '../../schema/scheduling/opening.input.ts';
import {
  createClosure,
  deleteClosure,
  removeOpeningException,
  savedOpening,
  setBreaks,
  setHolidays,
  setOpeningException,
  setOpeningHours,
  type SavedOpening,
} from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';

const answer = 'No booking is cancelled by it: the answer has those that do not lie in the opening.';

const weeklyRules = ({ artisanId, rules }: SetWeeklyRulesInput) => ({
  artisanId,
  rules: rules.map((rule) => ({
    ...rule,
    anchorOn: rule.anchorOn ?? null,
    validFrom: rule.validFrom ?? null,
    validTo: rule.validTo ?? null,
    offeringId: rule.offeringId ?? null,
  })),
});

/** When an artisan is open, for themself and for admins. */
@Resolver()
export class OpeningResolver {
  @Auth('opening:manage')
  @Mutation(() => SavedOpeningType, {
    description: `Says when an artisan is open, week by week. ${answer} Errors: NOT_FOUND, INPUT_INVALID.`,
  })
  async setOpeningHours(
    @Arg('input', () => SetWeeklyRulesInput, { description: 'Whose, and all windows.' }) input: SetWeeklyRulesInput,
    @Ctx() context: Context,
  ): Promise<SavedOpening> {
    const { id } = await context.run(setOpeningHours, weeklyRules(input));
    return savedOpening(context.read, { artisanId: id });
  }

  @Auth('opening:manage')
  @Mutation(() => SavedOpeningType, {
    description: `Says what is cut out of the opening, week by week. ${answer} Errors: NOT_FOUND, INPUT_INVALID.`,
  })
  async setBreaks(
    @Arg('input', () => SetWeeklyRulesInput, { description: 'Whose, and all breaks.' }) input: SetWeeklyRulesInput,
    @Ctx() context: Context,
  ): Promise<SavedOpening> {
    const { id } = await context.run(setBreaks, weeklyRules(input));
    return savedOpening(context.read, { artisanId: id });
  }

  @Auth('opening:manage')
  @Mutation(() => SavedOpeningType, {
    description: `Replaces the windows and breaks of one local date, on a public holiday too. ${answer} Errors: NOT_FOUND, INPUT_INVALID.`,
  })
  async setOpeningException(
    @Arg('input', () => SetOpeningExceptionInput, { description: 'Whose, the date and its windows.' })
    input: SetOpeningExceptionInput,
    @Ctx() context: Context,
  ): Promise<SavedOpening> {
    const { id } = await context.run(setOpeningException, input);
    return savedOpening(context.read, { artisanId: id });
  }

  @Auth('opening:manage')
  @Mutation(() => SavedOpeningType, {
    description: `The week says again when an artisan is open on a date. ${answer} Error: NOT_FOUND.`,
  })
  async removeOpeningException(
    @Arg('input', () => OpeningDateInput, { description: 'Whose, and the date.' }) input: OpeningDateInput,
    @Ctx() context: Context,
  ): Promise<SavedOpening> {
    const { id } = await context.run(removeOpeningException, input);
    return savedOpening(context.read, { artisanId: id });
  }

  @Auth('opening:manage')
  @Mutation(() => SavedOpeningType, {
    description: `Closes an agenda for a time. ${answer} Errors: NOT_FOUND, INPUT_INVALID.`,
  })
  async createClosure(
    @Arg('input', () => CreateClosureInput, { description: 'Whose, and when.' }) input: CreateClosureInput,
    @Ctx() context: Context,
  ): Promise<SavedOpening> {
    const { id, artisan } = await context.run(createClosure, {
      ...input,
      fromOn: input.fromOn ?? null,
      untilOn: input.untilOn ?? null,
      fromAt: input.fromAt ?? null,
      untilAt: input.untilAt ?? null,
      reason: input.reason ?? null,
    });
    return savedOpening(context.read, { artisanId: artisan.id, closureId: id });
  }

  @Auth('opening:manage')
  @Mutation(() => SavedOpeningType, { description: `Opens again what a closure closed. ${answer} Error: NOT_FOUND.` })
  async deleteClosure(
    @Arg('input', () => DeleteClosureInput, { description: 'Which one.' }) input: DeleteClosureInput,
    @Ctx() context: Context,
  ): Promise<SavedOpening> {
    const { id } = await context.run(deleteClosure, input);
    return savedOpening(context.read, { artisanId: id });
  }

  @Auth('opening:manage')
  @Mutation(() => SavedOpeningType, {
    description: `Says whose public holidays close an agenda. ${answer} Error: NOT_FOUND.`,
  })
  async setHolidays(
    @Arg('input', () => SetHolidaysInput, { description: 'Whose, and which.' }) input: SetHolidaysInput,
    @Ctx() context: Context,
  ): Promise<SavedOpening> {
    const { id } = await context.run(setHolidays, { artisanId: input.artisanId, region: input.region ?? null });
    return savedOpening(context.read, { artisanId: id });
  }
}
