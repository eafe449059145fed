import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { lateReasons, nextSteps } from '../../services/kernel/late-orders.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { OrderType } from './order.type.ts';

export const LateReasonEnum = enumOf(lateReasons);
registerEnumType(LateReasonEnum, {
  name: 'LateReason',
  description: 'Why a late order is not delivered, as far as it shows.',
  valuesConfig: {
    UNASSIGNED: { description: 'Nobody proofreads it.' },
    EXTENSION_PENDING: { description: 'The proofreader asked for more time and waits for an answer.' },
    NOT_STARTED: { description: 'The proofreader has not begun.' },
    NOT_HANDED_OVER: { description: 'A corrected file is there, and was not delivered.' },
    IN_PROGRESS: { description: 'The proofreader is at work.' },
  },
});

export const NextStepEnum = enumOf(nextSteps);
registerEnumType(NextStepEnum, {
  name: 'NextStep',
  description: 'What to do about a late order next.',
  valuesConfig: {
    ASSIGN: { description: '`assignProofreader`' },
    ANSWER_EXTENSION: { description: '`answerExtension`' },
    START: { description: '`startOrder`, by its proofreader' },
    DELIVER: { description: '`deliverOrder`' },
    ASK_PROOFREADER: { description: 'Ask its proofreader how far they are.' },
  },
});

@ObjectType('LateOrder', { description: 'An order that should be delivered by now.', simpleResolvers: true })
export class LateOrderType {
  @Field(() => OrderType, { description: 'The order.' })
  order!: OrderType;

  @Field(() => DateTime, { description: 'When it was due.' })
  dueAt!: unknown;

  @Field(() => Int, { description: 'Days since its due date, by the calendar of the business; 0 on the day itself.' })
  daysLate!: number;

  @Field(() => LateReasonEnum, { description: 'Why.' })
  reason!: string;

  @Field(() => NextStepEnum, { description: 'What comes next.' })
  nextStep!: string;
}

export const LateOrderConnection = connectionOf(LateOrderType, 'LateOrder', { isCounted: true });
export type LateOrderConnection = InstanceType<typeof LateOrderConnection>;

@ArgsType()
export class LateOrdersArgs extends sortedArgs('LateOrderSort', 'late orders') {}
