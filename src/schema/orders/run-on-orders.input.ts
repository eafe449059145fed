import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { bulkOrderActions, type BulkOrderAction } from '../../entities/orders/order-run.entity.ts';
import { enumOf } from '../shared/enum-of.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { OrderType } from './order.type.ts';

export const BulkOrderActionEnum = enumOf(bulkOrderActions);
registerEnumType(BulkOrderActionEnum, {
  name: 'BulkOrderAction',
  description: 'What can be done to many orders at once.',
  valuesConfig: {
    ASSIGN: { description: '`assignProofreader`; needs proofreaderId.' },
    START: { description: '`startOrder`' },
    SUSPEND: { description: '`suspendOrder`' },
    RESUME: { description: '`resumeOrder`' },
    CANCEL: { description: '`cancelOrder`' },
  },
});

@InputType({ description: 'One action on many orders.' })
export class RunOnOrdersInput extends KeyedInput {
  @Field(() => [ID], { description: 'The orders, 1 to 100, each once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @MaxLength(36, { each: true })
  ids!: string[];

  @Field(() => BulkOrderActionEnum, { description: 'What to do to each.' })
  action!: BulkOrderAction;

  @Field(() => ID, { nullable: true, description: 'Who gets them, for ASSIGN.' })
  @IsOptional()
  @MaxLength(36)
  proofreaderId?: string | null;
}

@ObjectType('OrderRunResult', {
  description: 'What became of one order of an action on many.',
  simpleResolvers: true,
})
export class OrderRunResultType {
  @Field(() => ID, { description: 'The order, as it was given.' })
  orderId!: string;

  @Field(() => Boolean, { description: 'It was done.' })
  isDone!: boolean;

  @Field(() => String, { nullable: true, description: 'The code of the refusal; null when it was done.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The refusal, in your language; null when it was done.' })
  message!: string | null;

  @Field(() => OrderType, {
    nullable: true,
    description: 'The order as it is now; null when there is none of that id.',
  })
  order!: OrderType | null;
}
