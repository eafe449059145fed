import { IsOptional, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { bookingExportFormats, type BookingExportFormat } from '../../entities/scheduling/booking-export.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { BookingFilterInput } from './agenda.args.ts';

export const BookingExportFormatEnum = enumOf(bookingExportFormats);
registerEnumType(BookingExportFormatEnum, {
  name: 'BookingExportFormat',
  description: 'CSV opens in a spreadsheet, as text and numbers only; ICS in a calendar program.',
});

@InputType({ description: 'Which bookings to export, and how.' })
export class ExportBookingsInput extends KeyedInput {
  @Field(() => BookingExportFormatEnum, { description: 'How they are written.' })
  format!: BookingExportFormat;

  @Field(() => BookingFilterInput, { nullable: true, description: 'Which ones; all that you reach unless given.' })
  @IsOptional()
  @ValidateNested()
  filter?: BookingFilterInput | null;
}

@ObjectType('BookingsExport', { description: 'Bookings as a file, and how far it is.', simpleResolvers: true })
export class BookingsExportType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => BookingExportFormatEnum, { description: 'How they are written.' })
  format!: string;

  @Field(() => Int, {
    description:
      'How many bookings the filter found when it was asked for; without its text, which is searched while writing.',
  })
  totalBookings!: number;

  @Field(() => Int, { description: 'How many are written.' })
  writtenBookings!: number;

  @Field(() => ID, { nullable: true, description: 'The result, for `requestDownload`; null until it is ready.' })
  fileId!: string | null;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was ready; null before. It is kept for 30 days.' })
  finishedAt!: Date | null;
}
