import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { AgendaBookingConnection, AgendaBookingType } from '../../schema/scheduling/agenda.type.ts';
import {
  ConsultationRequestsArgs,
  HandleConsultationRequestInput,
} from '../../schema/scheduling/consultation.input.ts';
import type { PageOf } from '../../services/platform/page.ts';
import {
  getAgendaBooking,
  handleConsultationRequest,
  listConsultationRequests,
  type AgendaBookingRow,
} from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';

/** Consultations that were asked for, for admins. */
@Resolver()
export class ConsultationAdminResolver {
  @Auth('consultation:handle')
  @Query(() => AgendaBookingConnection, {
    description: 'The consultations that were asked for; the latest to begin first unless said.',
  })
  consultationRequests(
    @Args(() => ConsultationRequestsArgs) args: ConsultationRequestsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<AgendaBookingRow>> {
    return listConsultationRequests(context.read, args);
  }

  @Auth('consultation:handle')
  @Mutation(() => AgendaBookingType, {
    description:
      'Answers a request: yes, no, or other times, which are mailed. Errors: NOT_FOUND, ACTION_NOT_ALLOWED for one that is answered or over, SLOT_UNAVAILABLE for a proposed time that is not free, INPUT_INVALID.',
  })
  async handleConsultationRequest(
    @Arg('input', () => HandleConsultationRequestInput, { description: 'Which request, and the answer.' })
    input: HandleConsultationRequestInput,
    @Ctx() context: Context,
  ): Promise<AgendaBookingRow> {
    return getAgendaBooking(context.read, (await context.run(handleConsultationRequest, input)).id);
  }
}
