import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { ConsentInput } from './register.input.ts';
import { Line, Secret } from '../shared/text.rules.ts';

@InputType({ description: 'What lets somebody invited come in.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The token in the link of the invitation.' })
  @Line(0, 100)
  token!: string;

  @Field(() => String, { description: 'Their password; the rules are those of register.' })
  @Secret(1000)
  password!: string;

  @Field(() => [ConsentInput], { description: 'TERMS and PRIVACY are needed.' })
  @ArrayMaxSize(10)
  @ValidateNested()
  consents!: ConsentInput[];
}
