import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConversationType } from '../../schema/messaging/conversation.type.ts';
import { OrderType } from '../../schema/orders/order.type.ts';
import { conversationsAbout, type ConversationRow } from '../../services/messaging/index.ts';
import type { ReadContext } from '../../services/platform/context.ts';
import { loadOne, type Context } from '../context.ts';

const conversationsOfOrders = (
  context: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ConversationRow>> => conversationsAbout(context, { type: 'ORDER', ids });

/** The conversation about an order. */
@Resolver(() => OrderType)
export class OrderConversationResolver {
  @FieldResolver(() => ConversationType, {
    nullable: true,
    description: 'The conversation about it; null until a proofreader is assigned, and for those who do not take part.',
  })
  async conversation(@Root() { id }: { id: string }, @Ctx() context: Context): Promise<ConversationRow | null> {
    return (await loadOne(context, conversationsOfOrders, id)) ?? null;
  }
}
