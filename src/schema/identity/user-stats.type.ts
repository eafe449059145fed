import { Field, Int, ObjectType } from 'type-graphql';
import { UserRoleEnum } from './user-role.enum.ts';
import { UserStatusEnum } from './user.type.ts';

@ObjectType('RoleCount', { description: 'How many people of a role, erased accounts left out.', simpleResolvers: true })
export class RoleCountType {
  @Field(() => UserRoleEnum, { description: 'The role.' })
  role!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('UserStatusCount', { description: 'How many accounts stand there.', simpleResolvers: true })
export class UserStatusCountType {
  @Field(() => UserStatusEnum, { description: 'Where they stand.' })
  status!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('MonthOfGrowth', { description: 'Who came in one month.', simpleResolvers: true })
export class MonthOfGrowthType {
  @Field(() => String, { description: 'The month, in the application’s time zone, as 2026-11.' })
  month!: string;

  @Field(() => Int, { description: 'Accounts made in it.' })
  newUsers!: number;

  @Field(() => Int, { description: 'Accounts at its end, or until now.' })
  total!: number;
}

@ObjectType('UserStats', { description: 'How many people there are.', simpleResolvers: true })
export class UserStatsType {
  @Field(() => Int, { description: 'Accounts that are not erased.' })
  total!: number;

  @Field(() => [RoleCountType], { description: 'By role.' })
  byRole!: readonly RoleCountType[];

  @Field(() => [UserStatusCountType], { description: 'By status.' })
  byStatus!: readonly UserStatusCountType[];

  @Field(() => [MonthOfGrowthType], {
    description: 'The last twelve months, the present one last. Deleted accounts are not counted.',
  })
  growth!: readonly MonthOfGrowthType[];
}
