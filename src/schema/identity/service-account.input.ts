import { ArrayMaxSize, ArrayMinSize, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { KeyedInput } from '../shared/keyed.input.ts';
import { searchArgs } from '../shared/list.args.ts';
import { Label, Line, Lines } from '../shared/text.rules.ts';

@InputType({ description: 'A program to make an account for.' })
export class CreateServiceAccountInput extends KeyedInput {
  @Field(() => String, { description: 'What people call it, 1 to 80 characters; no other has this name.' })
  @Label(80)
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it does.' })
  @IsOptional()
  @Lines(0, 255)
  description?: string | null;
}

@InputType({ description: 'The account to end for good.' })
export class RetireServiceAccountInput {
  @Field(() => ID, { description: 'Which account.' })
  @MaxLength(36)
  serviceAccountId!: string;
}

@InputType({ description: 'A token to make.' })
export class CreateApiTokenInput extends KeyedInput {
  @Field(() => ID, { description: 'For which account.' })
  @MaxLength(36)
  serviceAccountId!: string;

  @Field(() => String, { description: 'What it is for, 1 to 80 characters.' })
  @Label(80)
  name!: string;

  @Field(() => [String], {
    description: 'The permissions it gets: those of docs/permissions.md that programs may have.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Line(0, 60, { each: true })
  scopes!: string[];

  @Field(() => Int, { defaultValue: 90, description: 'Days until it ends, 1 to 365.' })
  @Min(1)
  @Max(365)
  expiresInDays!: number;
}

@InputType({ description: 'The token to end.' })
export class RevokeApiTokenInput {
  @Field(() => ID, { description: 'Which token.' })
  @MaxLength(36)
  apiTokenId!: string;
}

@ArgsType()
export class ServiceAccountsArgs extends searchArgs('a name or a description') {}
