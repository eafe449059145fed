import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import { Free } from '../directives/cost.ts';

@Free()
@ObjectType('EnumLabel', { description: 'What people call one value of an enumeration.', simpleResolvers: true })
export class EnumLabelType {
  @Field(() => String, { description: 'The value, as the API spells it.' })
  value!: string;

  @Field(() => String, { description: 'What people call it in French.' })
  french!: string;

  @Field(() => String, { description: 'What people call it in English.' })
  english!: string;
}

@ObjectType('EnumLabels', {
  description: 'An enumeration of the API, with labels for people.',
  simpleResolvers: true,
})
export class EnumLabelsType {
  @Field(() => String, { description: 'Name of the enumeration, for instance OrderStatus.' })
  name!: string;

  @Field(() => [EnumLabelType], { description: 'Its values.' })
  values!: readonly EnumLabelType[];
}

@ArgsType()
export class EnumLabelsArgs {
  @Field(() => [String], { nullable: true, description: 'Only these enumerations, by name; default all.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(100, { each: true })
  names?: string[] | null;
}
