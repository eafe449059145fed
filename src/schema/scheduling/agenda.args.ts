import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { BookingStatus } from '../../entities/scheduling/booking.entity.ts';
import { longestSearch } from '../../services/kernel/list-orders.ts';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { searchDescription, sortedArgs } from '../shared/list.args.ts';
import { LiveArgs } from '../shared/live.args.ts';
import { Line } from '../shared/text.rules.ts';
import { BookingStatusEnum } from './booking.enums.ts';

@ArgsType()
export class AgendaArgs {
  @Field(() => LocalDate, { description: 'The first local date of the artisan.' })
  from!: string;

  @Field(() => Int, { defaultValue: 7, description: 'How many days, 1 to 62.' })
  @IsInt()
  @Min(1)
  @Max(62)
  days!: number;

  @Field(() => ID, { nullable: true, description: 'The artisan; you unless given.' })
  @IsOptional()
  @IsUUID()
  artisanId?: string | null;
}

@ArgsType()
export class AgendaChangedArgs extends LiveArgs {
  @Field(() => ID, { description: 'The artisan whose agenda to watch.' })
  @IsUUID()
  artisanId!: string;
}

@InputType({ description: 'Which bookings; what is absent narrows nothing.' })
export class BookingFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this artisan; of all that you reach unless given.' })
  @IsOptional()
  @IsUUID()
  artisanId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this offering.' })
  @IsOptional()
  @IsUUID()
  offeringId?: string | null;

  @Field(() => [BookingStatusEnum], { nullable: true, description: 'That stand at one of these.' })
  @IsOptional()
  @ArrayMaxSize(8)
  statuses?: BookingStatus[] | null;

  @Field(() => DateTime, { nullable: true, description: 'That begin then or later.' })
  @IsOptional()
  startsFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'That begin before then.' })
  @IsOptional()
  startsTo?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whose deposit is awaited, or not.' })
  @IsOptional()
  isUnpaid?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: searchDescription('the name, address or number of the customer, or the code'),
  })
  @IsOptional()
  @Line(0, longestSearch)
  text?: string | null;
}

/** The lists of bookings for those whose agenda they are in. */
export const SortedBookingsArgs = sortedArgs('BookingSort', 'bookings');

@ArgsType()
export class ArtisanBookingsArgs extends SortedBookingsArgs {
  @Field(() => BookingFilterInput, { nullable: true, description: 'Which ones; all that you reach unless given.' })
  @IsOptional()
  @ValidateNested()
  filter?: BookingFilterInput | null;
}
