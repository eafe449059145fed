import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import { AgendaArgs, ArtisanBookingsArgs } from '../../schema/scheduling/agenda.args.ts';
import {
  AgendaBookingConnection,
  AgendaBookingType,
  AgendaType,
  BookingStepType,
} from '../../schema/scheduling/agenda.type.ts';
import { ArtisanStatsArgs, ArtisanStatsType } from '../../schema/scheduling/artisan-stats.type.ts';
import type { PageOf } from '../../services/platform/page.ts';
import {
  artisanStats,
  getAgendaBooking,
  listArtisanBookings,
  readAgenda,
  stepsByBooking,
  type Agenda,
  type AgendaBookingRow,
  type ArtisanStats,
  type BookingStep,
} from '../../services/scheduling/index.ts';
import { loadOne, type Context } from '../context.ts';

/** What takes the time of an artisan, for themself and for admins; and the bookings of a customer with an account. */
@Resolver(() => AgendaBookingType)
export class AgendaResolver {
  @Auth('agenda:read')
  @Query(() => AgendaType, {
    description: 'Bookings, holds, closures and busy time of some local days. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  agenda(@Args(() => AgendaArgs) args: AgendaArgs, @Ctx() context: Context): Promise<Agenda> {
    return readAgenda(context.read, args);
  }

  @Auth('booking:stats')
  @Query(() => ArtisanStatsType, {
    description:
      'How your appointments of some local days went, for admins those of any artisan: by offering, weekday and month. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  artisanStats(@Args(() => ArtisanStatsArgs) args: ArtisanStatsArgs, @Ctx() context: Context): Promise<ArtisanStats> {
    return artisanStats(context.read, args);
  }

  @Auth('booking:read')
  @Query(() => AgendaBookingConnection, {
    description: 'The bookings of your agenda, for admins of every agenda; the latest to begin first unless said.',
  })
  artisanBookings(
    @Args(() => ArtisanBookingsArgs) args: ArtisanBookingsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<AgendaBookingRow>> {
    return listArtisanBookings(context.read, args);
  }

  @Auth('booking:read')
  @Query(() => AgendaBookingType, { description: 'One booking of an agenda that you reach. Error: NOT_FOUND.' })
  booking(
    @Arg('id', () => ID, { description: 'The booking.' }) id: string,
    @Ctx() context: Context,
  ): Promise<AgendaBookingRow> {
    return getAgendaBooking(context.read, id);
  }

  @Cost({ size: 10 })
  @FieldResolver(() => [BookingStepType], { description: 'What happened to it, in order.' })
  async history(@Root() { id }: AgendaBookingRow, @Ctx() context: Context): Promise<readonly BookingStep[]> {
    return (await loadOne(context, stepsByBooking, id)) ?? [];
  }
}
