import { IsUUID } from 'class-validator';
import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars/index.ts';
import { LiveArgs } from '../shared/live.args.ts';
import { PaymentType } from './payment.type.ts';

@ArgsType()
export class PaymentUpdatedArgs extends LiveArgs {
  @Field(() => ID, { description: 'The payment to watch.' })
  @IsUUID()
  paymentId!: string;
}

@ObjectType('PaymentUpdated', { description: 'A payment that has just changed.', simpleResolvers: true })
export class PaymentUpdatedType {
  @Field(() => PaymentType, { description: 'The payment as it is now.' })
  payment!: PaymentType;

  @Field(() => Cursor, { description: 'Where the stream stands: give it back as `after` when you reconnect.' })
  cursor!: string;
}
