import { IsOptional } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import type { BookingStatus } from '../../entities/scheduling/booking.entity.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { BookingStatusEnum } from './booking.enums.ts';

@ArgsType()
export class MyBookingsArgs extends sortedArgs('MyBookingSort', 'one’s own appointments') {
  @Field(() => BookingStatusEnum, { nullable: true, description: 'In this status; all unless said.' })
  @IsOptional()
  status?: BookingStatus | null;
}
