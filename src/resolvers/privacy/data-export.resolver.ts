import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { DataExportRequestType, RequestDataExportInput } from '../../schema/privacy/data-export.type.ts';
import { listMyDataExports, requestDataExport, type DataExportRow } from '../../services/privacy/index.ts';
import type { Context } from '../context.ts';

/** How a person gets a copy of everything the house knows about them. */
@Resolver()
export class DataExportResolver {
  @Heavy()
  @Auth('data:export')
  @Mutation(() => DataExportRequestType, {
    description:
      'Asks for a copy of one’s own data. It is made later; a link that works once, for 24 hours, is mailed. Twice a day at most.',
  })
  requestDataExport(
    @Arg('input', () => RequestDataExportInput, { description: 'The format.' }) input: RequestDataExportInput,
    @Ctx() context: Context,
  ): Promise<DataExportRow> {
    return context.perform(requestDataExport, input);
  }

  @Auth('data:export')
  @Query(() => [DataExportRequestType], {
    description: 'The copies that the one who asks has asked for in the last month, newest first; fifty at most.',
  })
  myDataExports(@Ctx() context: Context): Promise<DataExportRow[]> {
    return context.perform(listMyDataExports, undefined);
  }
}
