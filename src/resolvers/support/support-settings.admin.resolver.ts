import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { BusinessCalendarType, SetBusinessCalendarInput } from '../../schema/support/business-calendar.type.ts';
import {
  BusinessTimeArgs,
  BusinessTimeType,
  SetTicketTargetInput,
  TicketTargetType,
} from '../../schema/support/business-time.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import {
  businessTime,
  calendarVersions,
  setBusinessCalendar,
  setTicketTarget,
  targetsNow,
  type BusinessTime,
  type CalendarVersion,
  type Target,
  type Targets,
} from '../../services/support/index.ts';
import type { Context } from '../context.ts';

/** A calendar as the API shows it. */
const shownCalendar = ({ week, ...version }: CalendarVersion) => ({
  ...version,
  week: week.map((windows, day) => ({ weekday: day + 1, windows })),
});
type ShownCalendar = ReturnType<typeof shownCalendar>;

const shownTargets = (targets: Targets) =>
  (Object.keys(targets) as (keyof Targets)[]).map((priority) => ({ priority, ...targets[priority] }));

/** The hours of the business and its targets, for admins. */
@Resolver()
export class SupportSettingsAdminResolver {
  @Auth('ticket:configure')
  @Cost({ size: 5 })
  @Query(() => [BusinessCalendarType], {
    description: 'The hours of the business, the latest version first; the last is what holds where nothing was said.',
  })
  async businessCalendars(@Ctx() context: Context): Promise<ShownCalendar[]> {
    return (await calendarVersions(context.read.db, context.timeZone)).map(shownCalendar);
  }

  @Auth('ticket:configure')
  @Mutation(() => BusinessCalendarType, {
    description:
      'Sets the hours of the business from a day on: unresolved tickets are counted again. Errors: INPUT_INVALID.',
  })
  async setBusinessCalendar(
    @Arg('input', () => SetBusinessCalendarInput, { description: 'The hours.' })
    { week, ...input }: SetBusinessCalendarInput,
    @Ctx() context: Context,
  ): Promise<ShownCalendar> {
    const calendar = await context.run(setBusinessCalendar, { ...input, week: week.map(({ windows }) => windows) });
    return shownCalendar(calendar);
  }

  @Auth('ticket:list')
  @Cost({ size: 5 })
  @Query(() => [TicketTargetType], { description: 'How fast tickets are to be resolved, by their priority.' })
  async ticketTargets(@Ctx() context: Context): Promise<(Target & { priority: string })[]> {
    return shownTargets(await targetsNow(context.read.db));
  }

  @Auth('ticket:configure')
  @Mutation(() => TicketTargetType, {
    description:
      'Sets how fast tickets of a priority are to be resolved: unresolved ones are counted again. Errors: INPUT_INVALID.',
  })
  setTicketTarget(
    @Arg('input', () => SetTicketTargetInput, { description: 'The priority, and its targets.' })
    input: SetTicketTargetInput,
    @Ctx() context: Context,
  ): Promise<Target & { priority: string }> {
    return context.run(setTicketTarget, input);
  }

  @Auth('ticket:list')
  @Cost({ cost: 50 })
  @Query(() => BusinessTimeType, { description: 'When so much business time has passed, day by day.' })
  businessTime(@Args(() => BusinessTimeArgs) args: BusinessTimeArgs, @Ctx() context: Context): Promise<BusinessTime> {
    return businessTime(context.read, { ...args, zone: context.timeZone });
  }
}
