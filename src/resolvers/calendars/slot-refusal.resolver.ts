import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { SlotRefusalType } from '../../schema/scheduling/availability.type.ts';
import { calendarsOfBlocks } from '../../services/calendars/index.ts';
import type { ExplainedRefusal } from '../../services/scheduling/index.ts';
import { loadOne, type Context } from '../context.ts';

/** Which of the calendars of an artisan takes a time. */
@Resolver(() => SlotRefusalType)
export class SlotRefusalResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The name of the connected calendar that takes the time; null where none does.',
  })
  async calendarName(@Root() { busyBlockId }: ExplainedRefusal, @Ctx() context: Context): Promise<string | null> {
    return busyBlockId === null ? null : ((await loadOne(context, calendarsOfBlocks, busyBlockId)) ?? null);
  }
}
