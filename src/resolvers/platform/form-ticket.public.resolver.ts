import { Ctx, Query, Resolver } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { FormTicketType } from '../../schema/platform/form-ticket.type.ts';
import { formTicket, type FormTicket } from '../../services/platform/form-tickets.ts';
import type { Context } from '../context.ts';

/** What public forms are sent with. */
@Resolver(() => FormTicketType)
export class FormTicketPublicResolver {
  @Public()
  @Query(() => FormTicketType, {
    description:
      'A ticket for one public form: signed, good from 3 seconds to 2 hours from now, once, and the work that it asks for.',
  })
  formTicket(@Ctx() context: Context): Promise<FormTicket> {
    return context.perform(formTicket, undefined);
  }
}
