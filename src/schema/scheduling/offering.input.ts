import { ArrayMaxSize, ArrayMinSize, IsOptional, IsUUID } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { searchedArgs } from '../shared/list.args.ts';

@ArgsType()
export class OfferingsArgs extends searchedArgs('OfferingSort', {
  of: 'offerings',
  within: 'their names and descriptions',
}) {
  @Field(() => ID, { nullable: true, description: 'Those of this artisan; of all unless given.' })
  @IsOptional()
  @IsUUID()
  artisanId?: string | null;
}

@InputType({ description: 'An offering.' })
export class OfferingIdInput {
  @Field(() => ID, { description: 'The offering.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'Who gives an offering.' })
export class AssignArtisansInput {
  @Field(() => ID, { description: 'The offering.' })
  @IsUUID()
  offeringId!: string;

  @Field(() => [ID], { description: 'All of them, 1 to 20.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  artisanIds!: string[];
}
