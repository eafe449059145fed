import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConversationType } from '../../schema/messaging/conversation.type.ts';
import { OrderType } from '../../schema/orders/order.type.ts';
import { conversationsOf, type ConversationRow } from '../../services/messaging/index.ts';
import { loadOne, type Context } from '../context.ts';

/** The conversation about an order. */
@Resolver(() => OrderType)
export class OrderConversationResolver {
  @FieldResolver(() => ConversationType, {
    nullable: true,
    description: 'Where it is talked about; null until a proofreader is assigned, and for who is not in it.',
  })
  async conversation(@Root() { id }: { id: string }, @Ctx() context: Context): Promise<ConversationRow | null> {
    return (await loadOne(context, conversationsOf, id)) ?? null;
  }
}
