import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import { VisitorConversationType } from '../../schema/messaging/visitor.type.ts';
import {
  CloseTicketAsVisitorInput,
  VisitorTicketInput,
  VisitorTicketType,
} from '../../schema/support/visitor-ticket.type.ts';
import { showVisitorConversation, type VisitorConversation } from '../../services/messaging/index.ts';
import { instantFrom } from '../../services/platform/orm/values.ts';
import {
  actionsByLink,
  cancelTicketAsVisitor,
  closeTicketAsVisitor,
  ticketsByIds,
  ticketSubjectType,
  type TicketRow,
} from '../../services/support/index.ts';
import { loadOne, type Context } from '../context.ts';

type VisitorTicket = Pick<TicketRow, 'reference' | 'title' | 'status' | 'satisfaction' | 'comment'> & {
  readonly availableActions: string[];
};

/** Tickets of people without an account, by the link that was mailed to them. */
@Resolver(() => VisitorConversationType)
export class VisitorTicketPublicResolver {
  @Credential()
  @Public()
  @Mutation(() => VisitorConversationType, {
    description:
      'Agrees that the ticket of a mailed link is resolved, and says how content whoever asked is. Errors: TOKEN_INVALID, NOT_FOUND without a ticket, ACTION_NOT_ALLOWED, INPUT_INVALID, RATE_LIMITED.',
  })
  async closeTicketAsVisitor(
    @Arg('input', () => CloseTicketAsVisitorInput, { description: 'Which ticket, and the opinion of it.' })
    input: CloseTicketAsVisitorInput,
    @Ctx() context: Context,
  ): Promise<VisitorConversation> {
    return context.perform(showVisitorConversation, await context.perform(closeTicketAsVisitor, input));
  }

  @Credential()
  @Public()
  @Mutation(() => VisitorConversationType, {
    description:
      'The ticket of a mailed link needs no answer any more. Errors: TOKEN_INVALID, NOT_FOUND without a ticket, ACTION_NOT_ALLOWED, RATE_LIMITED.',
  })
  async cancelTicketAsVisitor(
    @Arg('input', () => VisitorTicketInput, { description: 'Which ticket.' }) input: VisitorTicketInput,
    @Ctx() context: Context,
  ): Promise<VisitorConversation> {
    return context.perform(showVisitorConversation, await context.perform(cancelTicketAsVisitor, input));
  }

  /** Whoever holds the token has opened the conversation that is about it. */
  @FieldResolver(() => VisitorTicketType, {
    nullable: true,
    description: 'The ticket that it is about; null while the team has made none of it.',
  })
  async ticket(@Root() { about }: VisitorConversation, @Ctx() context: Context): Promise<VisitorTicket | null> {
    if (about?.type !== ticketSubjectType) return null;
    const row = await loadOne(context, ticketsByIds, about.id);
    if (row === undefined) return null;
    const { reference, title, status, satisfaction, comment } = row;
    const resolvedAt = row.resolvedAt === null ? null : instantFrom(row.resolvedAt);
    const actions = actionsByLink({ ...row, resolvedAt }, context.read.now);
    return {
      ...{ reference, title, status, satisfaction, comment },
      availableActions: actions.map((verb) => verb.toUpperCase()),
    };
  }
}
