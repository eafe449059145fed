import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import type { UserStatus } from '../../entities/identity/user.entity.ts';
import { longestSearch } from '../../services/kernel/list-orders.ts';
import type { UserRole } from '../../services/kernel/roles.ts';
import { DateTime } from '../scalars/index.ts';
import { searchDescription, sortedArgs } from '../shared/list.args.ts';
import { UserRoleEnum } from './user-role.enum.ts';
import { UserStatusEnum } from './user.type.ts';
import { Line } from '../shared/text.rules.ts';

@InputType({ description: 'Which accounts; what is absent does not matter.' })
export class UserFilterInput {
  @Field(() => UserRoleEnum, { nullable: true, description: 'Only people of this role.' })
  @IsOptional()
  role?: UserRole | null;

  @Field(() => UserStatusEnum, { nullable: true, description: 'Only accounts that stand there.' })
  @IsOptional()
  status?: UserStatus | null;

  @Field(() => String, { nullable: true, description: searchDescription('a name or an e-mail address') })
  @IsOptional()
  @Line(0, longestSearch)
  search?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Made then or later.' })
  @IsOptional()
  createdFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Made before then.' })
  @IsOptional()
  createdTo?: Date | null;
}

@ArgsType()
export class UsersArgs extends sortedArgs('UserSort', 'accounts') {
  @Field(() => UserFilterInput, { nullable: true, description: 'Which accounts; all of them when absent.' })
  @IsOptional()
  @ValidateNested()
  filter?: UserFilterInput | null;
}
