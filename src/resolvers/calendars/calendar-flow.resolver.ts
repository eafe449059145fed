import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { FinishCalendarConnectionInput } from '../../schema/calendars/calendar-flow.input.ts';
import { CalendarConnectionType } from '../../schema/calendars/calendar.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { finishCalendarConnection, getConnection, type CalendarConnectionRow } from '../../services/calendars/index.ts';
import type { Context } from '../context.ts';

/** The way back from a provider where people sign in. */
@Resolver()
export class CalendarFlowResolver {
  @Auth('calendar:manage')
  @Mutation(() => CalendarConnectionType, {
    description:
      'Connects the account that was allowed at its provider, in the browser and by the person that began. Errors: TOKEN_INVALID, NOT_FOUND, PLAN_REQUIRED, PLAN_OVER_QUOTA, CALENDAR_REFUSED, CALENDAR_UNREACHABLE.',
  })
  async finishCalendarConnection(
    @Arg('input', () => FinishCalendarConnectionInput, { description: 'What came back, and the proof.' })
    input: FinishCalendarConnectionInput,
    @Ctx() context: Context,
  ): Promise<CalendarConnectionRow> {
    return getConnection(context.read, await context.perform(finishCalendarConnection, input));
  }
}
