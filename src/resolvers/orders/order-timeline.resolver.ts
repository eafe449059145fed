import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { OrderEventConnection, OrderEventsArgs } from '../../schema/orders/order-event.type.ts';
import {
  NoteOrderInput,
  OrderNoteConnection,
  OrderNotesArgs,
  OrderNoteType,
} from '../../schema/orders/order-note.type.ts';
import { OrderType } from '../../schema/orders/order.type.ts';
import {
  listOrderEvents,
  listOrderNotes,
  noteOrder,
  noteRowOf,
  type OrderEventRow,
  type OrderNoteRow,
  type OrderRow,
} from '../../services/orders/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** What happened to an order, and what its people note about it. */
@Resolver(() => OrderType)
export class OrderTimelineResolver {
  @Auth('order:note')
  @Mutation(() => OrderNoteType, {
    description:
      'Adds a note to an order: of its customer for everybody, of its proofreader for admins too, of admins for admins alone as well. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED, CONFLICT.',
  })
  async noteOrder(
    @Arg('input', () => NoteOrderInput, { description: 'Which order, the text, and who reads it.' })
    input: NoteOrderInput,
    @Ctx() context: Context,
  ): Promise<OrderNoteRow> {
    return noteRowOf(context.read, await context.run(noteOrder, input));
  }

  @FieldResolver(() => OrderEventConnection, {
    description: 'What happened to it, oldest first: the steps that you may see.',
  })
  timeline(
    @Root() order: OrderRow,
    @Args(() => OrderEventsArgs) args: OrderEventsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<OrderEventRow>> {
    return listOrderEvents(context.read, { ...args, order });
  }

  @FieldResolver(() => OrderNoteConnection, { description: 'Its notes, oldest first: those that you may read.' })
  notes(
    @Root() order: OrderRow,
    @Args(() => OrderNotesArgs) args: OrderNotesArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<OrderNoteRow>> {
    return listOrderNotes(context.read, { ...args, order });
  }
}
