import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { orderExportFormats, type OrderExportFormat } from '../../entities/orders/order-export.entity.ts';
import { Cursor, DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { LiveArgs } from '../shared/live.args.ts';
import { OrderFilterInput } from './order-filter.input.ts';

export const OrderExportFormatEnum = enumOf(orderExportFormats);
registerEnumType(OrderExportFormatEnum, {
  name: 'OrderExportFormat',
  description: 'CSV opens in a spreadsheet, as text and numbers only; JSON is for programs.',
});

@InputType({ description: 'Which orders to export, and how.' })
export class RequestOrdersExportInput extends KeyedInput {
  @Field(() => OrderExportFormatEnum, { description: 'How it is written.' })
  format!: OrderExportFormat;

  @Field(() => OrderFilterInput, { nullable: true, description: 'Which orders; all of them unless given.' })
  @IsOptional()
  @ValidateNested()
  filter?: OrderFilterInput | null;
}

@ObjectType('OrdersExport', { description: 'Orders as a file, and how far it is.', simpleResolvers: true })
export class OrdersExportType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => OrderExportFormatEnum, { description: 'How it is written.' })
  format!: string;

  @Field(() => Int, {
    description:
      'How many orders the filter found when it was asked for; without its text, which is searched while writing.',
  })
  totalOrders!: number;

  @Field(() => Int, { description: 'How many are written.' })
  writtenOrders!: number;

  @Field(() => ID, { nullable: true, description: 'The result, for `requestDownload`; null until it is ready.' })
  fileId!: string | null;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was ready; null before. It is kept for 30 days.' })
  finishedAt!: Date | null;
}

@ArgsType()
export class OrdersExportUpdatedArgs extends LiveArgs {
  @Field(() => ID, { description: 'The export to follow.' })
  @IsUUID()
  id!: string;
}

@ObjectType('OrdersExportUpdated', { description: 'An export that is further.', simpleResolvers: true })
export class OrdersExportUpdatedType {
  @Field(() => OrdersExportType, { description: 'The export as it is now.' })
  export!: OrdersExportType;

  @Field(() => Cursor, { description: 'Where the stream stands: give it back as `after` when you reconnect.' })
  cursor!: string;
}
