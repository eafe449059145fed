import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { BusyBlocksArgs, CalendarConflictsArgs } from '../../schema/calendars/calendar.args.ts';
import { ResolveCalendarConflictInput } from '../../schema/calendars/calendar.input.ts';
import {
  BusyBlockConnection,
  CalendarConflictConnection,
  CalendarConflictType,
} from '../../schema/calendars/calendar.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  getConflict,
  listBusyBlocks,
  listCalendarConflicts,
  resolveCalendarConflict,
  type BusyBlockRow,
  type CalendarConflictRow,
} from '../../services/calendars/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** What connected calendars say of an agenda, and where they disagree with it. */
@Resolver()
export class CalendarConflictResolver {
  @Auth('calendar:manage')
  @Query(() => BusyBlockConnection, {
    description:
      'The busy time of the connected calendars of an agenda, the earliest first unless said. Error: NOT_FOUND.',
  })
  busyBlocks(@Args(() => BusyBlocksArgs) args: BusyBlocksArgs, @Ctx() context: Context): Promise<PageOf<BusyBlockRow>> {
    return listBusyBlocks(context.read, args);
  }

  @Auth('calendar:manage')
  @Query(() => CalendarConflictConnection, {
    description: 'Bookings and calendars that disagree, the newest first unless said. Error: NOT_FOUND.',
  })
  calendarConflicts(
    @Args(() => CalendarConflictsArgs) args: CalendarConflictsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<CalendarConflictRow>> {
    return listCalendarConflicts(context.read, args);
  }

  @Auth('calendar:manage')
  @Mutation(() => CalendarConflictType, {
    description:
      'Decides what becomes of a booking that a calendar disagrees with. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, INPUT_INVALID, SLOT_UNAVAILABLE with other times, TOO_LATE_TO_CANCEL.',
  })
  async resolveCalendarConflict(
    @Arg('input', () => ResolveCalendarConflictInput, { description: 'Which one, and what is decided.' })
    input: ResolveCalendarConflictInput,
    @Ctx() context: Context,
  ): Promise<CalendarConflictRow> {
    await context.perform(resolveCalendarConflict, input);
    return getConflict(context.read, input.conflictId);
  }
}
