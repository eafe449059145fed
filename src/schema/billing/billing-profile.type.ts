import { Field, ObjectType } from 'type-graphql';
import type { VatNumberCheck } from '../../entities/billing/billing-profile.entity.ts';
import type { BuyerKind } from '../../services/kernel/vat.ts';
import { BuyerKindEnum, VatNumberCheckEnum } from './vat.enums.ts';

@ObjectType('BillingProfile', {
  description: 'Whom a person’s invoices are made out to. Those that were issued keep what it said.',
  simpleResolvers: true,
})
export class BillingProfileType {
  @Field(() => BuyerKindEnum, { description: 'What they are to the tax office.' })
  kind!: BuyerKind;

  @Field(() => String, { nullable: true, description: 'Name on invoices; null for the one of the account.' })
  name!: string | null;

  @Field(() => [String], { description: 'Street and what else stands before the postcode; empty when not given.' })
  addressLines!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Postcode; null when not given.' })
  postcode!: string | null;

  @Field(() => String, { nullable: true, description: 'City; null when not given.' })
  city!: string | null;

  @Field(() => String, { nullable: true, description: 'Country, by ISO 3166-1; null when not given.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of a French business; null when not given.' })
  siren!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of its establishment; null when not given.' })
  siret!: string | null;

  @Field(() => String, { nullable: true, description: 'VAT number; null when not given.' })
  vatNumber!: string | null;

  @Field(() => VatNumberCheckEnum, { description: 'Whether the VAT number was looked up.' })
  vatNumberCheck!: VatNumberCheck;

  @Field(() => String, {
    nullable: true,
    description:
      'Where e-invoices reach them; outside France with its code list (`0208:0428759497`). Null: by SIREN, else by e-mail.',
  })
  electronicAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'Their own reference, printed on invoices; null for none.' })
  purchaseOrder!: string | null;

  @Field(() => [String], {
    description:
      'Fields that an invoice to this kind of buyer needs and that are not given: a payment is refused with them.',
  })
  missingFields!: readonly string[];
}
