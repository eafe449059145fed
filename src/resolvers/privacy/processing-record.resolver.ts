import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Auth, Public } from '../../schema/directives/auth.directive.ts';
import { CacheControl } from '../../schema/directives/cache-control.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import {
  ProcessingRecordArgs,
  ProcessingRecordType,
  ProcessorType,
} from '../../schema/privacy/processing-record.type.ts';
import {
  listProcessors,
  processingRecord,
  type LinkedRecord,
  type ProcessorRow,
} from '../../services/privacy/index.ts';
import type { Context } from '../context.ts';

/** What the application does with data about people, and with whose help. */
@Resolver()
export class ProcessingRecordResolver {
  @Auth('processing-record:read')
  @Query(() => ProcessingRecordType, {
    description: 'The record of processing, made from the settings and the periods of retention in force.',
  })
  processingRecord(
    @Args(() => ProcessingRecordArgs) args: ProcessingRecordArgs,
    @Ctx() context: Context,
  ): Promise<LinkedRecord> {
    return context.perform(processingRecord, args);
  }

  @Cost({ size: 4 })
  @CacheControl({ maxAgeSeconds: 300 })
  @Public()
  @Query(() => [ProcessorType], {
    description:
      'The companies that work with data about people on the application’s behalf, as the application is set up now.',
  })
  processors(@Ctx() context: Context): Promise<ProcessorRow[]> {
    return context.perform(listProcessors, undefined);
  }
}
