import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { BuyerKind } from '../../services/kernel/vat.ts';
import { Label, Line } from '../shared/text.rules.ts';
import { BuyerKindEnum } from './vat.enums.ts';

@InputType({
  description: 'What changes of whom one’s invoices are made out to. What is absent stays; null empties it.',
})
export class UpdateMyBillingProfileInput {
  @Field(() => BuyerKindEnum, { nullable: true, description: 'What they are to the tax office; never empty.' })
  @IsOptional()
  kind?: BuyerKind | null;

  @Field(() => String, { nullable: true, description: 'Name on invoices; null for the one of the account.' })
  @IsOptional()
  @Label(255)
  name?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Street and what else stands before the postcode: four lines at most.',
  })
  @IsOptional()
  @ArrayMaxSize(4)
  @Line(1, 100, { each: true })
  addressLines?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Postcode.' })
  @IsOptional()
  @Line(0, 20)
  postcode?: string | null;

  @Field(() => String, { nullable: true, description: 'City.' })
  @IsOptional()
  @Line(0, 100)
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'Country, by ISO 3166-1: FR. It fits the kind of buyer.' })
  @IsOptional()
  @Line(2, 2)
  country?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of a French business: nine digits, with or without blanks.',
  })
  @IsOptional()
  @Line(0, 20)
  siren?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of its establishment: fourteen digits that begin with the SIREN.',
  })
  @IsOptional()
  @Line(0, 25)
  siret?: string | null;

  @Field(() => String, { nullable: true, description: 'VAT number of a business, in the form of its country.' })
  @IsOptional()
  @Line(0, 25)
  vatNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where e-invoices reach them; outside France with its code list (`0208:0428759497`). Null: by SIREN, else by e-mail.',
  })
  @IsOptional()
  @Line(0, 255)
  electronicAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'Their own reference, printed on invoices.' })
  @IsOptional()
  @Line(0, 100)
  purchaseOrder?: string | null;
}

@InputType({
  description: 'What changes of whom somebody’s invoices are made out to. What is absent stays; null empties it.',
})
export class UpdateBillingProfileInput extends UpdateMyBillingProfileInput {
  @Field(() => ID, { description: 'Whose invoices.' })
  @MaxLength(36)
  personId!: string;
}
