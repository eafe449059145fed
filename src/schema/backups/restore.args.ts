import { IsUUID } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { sortedArgs } from '../shared/list.args.ts';

@ArgsType()
export class RestoreItemsArgs extends sortedArgs('RestoreItemSort', 'documents of a restore') {
  @Field(() => ID, { description: 'The restore.' })
  @IsUUID()
  runId!: string;
}
