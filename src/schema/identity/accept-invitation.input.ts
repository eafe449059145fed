import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { ConsentInput } from './register.input.ts';

@InputType({ description: 'What lets somebody invited come in.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The token in the link of the invitation.' })
  @MaxLength(100)
  token!: string;

  @Field(() => String, { description: 'Their password; the rules are those of register.' })
  @MaxLength(1000)
  password!: string;

  @Field(() => [ConsentInput], { description: 'TERMS and PRIVACY are needed.' })
  @ArrayMaxSize(10)
  @ValidateNested()
  consents!: ConsentInput[];
}
