import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  ChooseCalendarsInput,
  ConnectCalendarInput,
  DisconnectCalendarInput,
  ReconnectCalendarInput,
  SyncCalendarNowInput,
} from '../../schema/calendars/calendar.input.ts';
import {
  CalendarConnectingType,
  CalendarConnectionType,
  ConnectedCalendarType,
} from '../../schema/calendars/calendar.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import {
  calendarConnections,
  calendarsOfConnections,
  chooseCalendars,
  connectCalendar,
  disconnectCalendar,
  getConnection,
  reconnectCalendar,
  syncCalendarNow,
  type CalendarChoice,
  type CalendarConnectionRow,
  type Connected,
  type ConnectedCalendarRow,
} from '../../services/calendars/index.ts';
import { loadOne, type Context } from '../context.ts';
import { said } from '../scheduling/said.ts';

type Connecting = Omit<CalendarConnectingType, 'connection'> & { connection: CalendarConnectionRow | null };

const connecting = async ({ read }: Context, { connectionId, start }: Connected): Promise<Connecting> => ({
  connection: connectionId === null ? null : await getConnection(read, connectionId),
  start,
});

/** The calendars that artisans connect to their agenda, for themselves and for admins. */
@Resolver(() => CalendarConnectionType)
export class CalendarConnectionResolver {
  @Auth('calendar:manage')
  @Cost({ size: 5 })
  @Query(() => [CalendarConnectionType], {
    description: 'The connected accounts of an agenda, the oldest first. Error: NOT_FOUND.',
  })
  calendarConnections(
    @Arg('artisanId', () => ID, { nullable: true, description: 'The artisan; you unless given.' })
    artisanId: string | null,
    @Ctx() context: Context,
  ): Promise<CalendarConnectionRow[]> {
    return calendarConnections(context.read, artisanId);
  }

  @Cost({ size: 5 })
  @FieldResolver(() => [ConnectedCalendarType], { description: 'Its calendars, at most 50, by their names.' })
  async calendars(@Root() { id }: CalendarConnectionRow, @Ctx() context: Context): Promise<ConnectedCalendarRow[]> {
    return (await loadOne(context, calendarsOfConnections, id)) ?? [];
  }

  @Auth('calendar:manage')
  @Mutation(() => CalendarConnectingType, {
    description:
      'Connects an account of calendars: at once with a password or an address, else by the browser. Errors: NOT_FOUND, INPUT_INVALID, PLAN_REQUIRED, PLAN_OVER_QUOTA, CALENDAR_REFUSED, CALENDAR_UNREACHABLE.',
  })
  async connectCalendar(
    @Arg('input', () => ConnectCalendarInput, { description: 'Whose, where, and what opens it.' })
    input: ConnectCalendarInput,
    @Ctx() context: Context,
  ): Promise<Connecting> {
    return connecting(context, await context.perform(connectCalendar, input));
  }

  @Auth('calendar:manage')
  @Mutation(() => CalendarConnectingType, {
    description:
      'Opens a connection anew, with the same account. Errors: NOT_FOUND, INPUT_INVALID, ACTION_NOT_ALLOWED, CALENDAR_REFUSED, CALENDAR_UNREACHABLE.',
  })
  async reconnectCalendar(
    @Arg('input', () => ReconnectCalendarInput, { description: 'Which one, and what opens it.' })
    input: ReconnectCalendarInput,
    @Ctx() context: Context,
  ): Promise<Connecting> {
    return connecting(context, await context.perform(reconnectCalendar, input));
  }

  @Auth('calendar:manage')
  @Mutation(() => Boolean, {
    description:
      'Ends a connection: nothing is read or written any more, its busy time goes or stays as it is known; what opens it is destroyed once its provider has been asked to forget us. Error: NOT_FOUND.',
  })
  async disconnectCalendar(
    @Arg('input', () => DisconnectCalendarInput, { description: 'Which one.' }) input: DisconnectCalendarInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await context.run(disconnectCalendar, input);
    return true;
  }

  @Auth('calendar:manage')
  @Mutation(() => CalendarConnectionType, {
    description:
      'Chooses which calendars of a connection take time, and which one receives the bookings. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  async chooseCalendars(
    @Arg('input', () => ChooseCalendarsInput, { description: 'What is chosen.' }) input: ChooseCalendarsInput,
    @Ctx() context: Context,
  ): Promise<CalendarConnectionRow> {
    const { connectionId, keepsTitles, calendars } = input;
    await context.run(chooseCalendars, {
      connectionId,
      keepsTitles: keepsTitles ?? undefined,
      calendars: calendars.map((choice) => said(choice) as unknown as CalendarChoice),
    });
    return getConnection(context.read, connectionId);
  }

  @Auth('calendar:manage')
  @Mutation(() => CalendarConnectionType, {
    description: 'Reads a connection as soon as possible. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async syncCalendarNow(
    @Arg('input', () => SyncCalendarNowInput, { description: 'Which one.' }) input: SyncCalendarNowInput,
    @Ctx() context: Context,
  ): Promise<CalendarConnectionRow> {
    await context.run(syncCalendarNow, input);
    return getConnection(context.read, input.connectionId);
  }
}
