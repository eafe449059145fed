import { IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { PageStatus, PageType } from '../../entities/content/page.entity.ts';
import { searchedArgs, sortedArgs } from '../shared/list.args.ts';
import { Line } from '../shared/text.rules.ts';
import { PageStatusEnum } from './admin-page.type.ts';
import { PageTypeEnum } from './page.type.ts';

@InputType({ description: 'Which pages; what is absent does not matter.' })
export class PageFilterInput {
  @Field(() => PageStatusEnum, { nullable: true, description: 'In this status.' })
  @IsOptional()
  status?: PageStatus | null;

  @Field(() => PageTypeEnum, { nullable: true, description: 'For this.' })
  @IsOptional()
  type?: PageType | null;

  @Field(() => String, { nullable: true, description: 'In this family.' })
  @IsOptional()
  @Line(0, 100)
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Found under this word.' })
  @IsOptional()
  @Line(0, 50)
  tag?: string | null;
}

@ArgsType()
export class AdminPagesArgs extends searchedArgs('AdminPageSort', {
  of: 'pages',
  within: 'a title, a name or a summary',
}) {
  @Field(() => PageFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: PageFilterInput | null;
}

@ArgsType()
export class PageVersionsArgs extends sortedArgs('PageVersionSort', 'versions of a page') {
  @Field(() => ID, { description: 'The page.' })
  @IsUUID()
  id!: string;
}

@ArgsType()
export class ComparePageVersionsArgs {
  @Field(() => ID, { description: 'The page.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The number of the earlier version.' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  from!: number;

  @Field(() => Int, { description: 'The number of the later version.' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  to!: number;
}
