import { IsOptional, IsUUID } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import type { ConflictStatus } from '../../entities/calendars/calendar-conflict.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { ConflictStatusEnum } from './calendar.enums.ts';

@ArgsType()
export class BusyBlocksArgs extends sortedArgs('BusyBlockSort', 'busy times') {
  @Field(() => ID, { nullable: true, description: 'The artisan; you unless given.' })
  @IsOptional()
  @IsUUID()
  artisanId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'That end after then.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'That begin before then.' })
  @IsOptional()
  to?: Date | null;
}

@ArgsType()
export class CalendarConflictsArgs extends sortedArgs('CalendarConflictSort', 'conflicts') {
  @Field(() => ID, { nullable: true, description: 'The artisan; you unless given.' })
  @IsOptional()
  @IsUUID()
  artisanId?: string | null;

  @Field(() => ConflictStatusEnum, { nullable: true, description: 'Those that stand so; all unless given.' })
  @IsOptional()
  status?: ConflictStatus | null;
}
