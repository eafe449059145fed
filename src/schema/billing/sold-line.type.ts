import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { priceBases } from '../../services/kernel/invoice-sums.ts';
import { unitCodes } from '../../services/kernel/unit-codes.ts';
import { operations } from '../../services/kernel/vat.ts';
import { enumOf } from '../shared/enum-of.ts';
import { MoneyType } from '../shared/money.type.ts';
import { UnitPriceType } from '../shared/unit-price.type.ts';

export const PriceBasisEnum = enumOf(priceBases);
registerEnumType(PriceBasisEnum, {
  name: 'PriceBasis',
  description: 'What prices and discounts are.',
  valuesConfig: { NET: { description: 'Without VAT.' }, GROSS: { description: 'VAT included.' } },
});

export const OperationEnum = enumOf(operations);
registerEnumType(OperationEnum, {
  name: 'Operation',
  description: 'What is sold, as VAT law sees it.',
  valuesConfig: {
    SERVICES: { description: 'Services.' },
    GOODS: { description: 'Goods.' },
    MIXED: { description: 'Both in one.' },
  },
});

export const UnitCodeEnum = enumOf(unitCodes);
registerEnumType(UnitCodeEnum, {
  name: 'UnitCode',
  description: 'What a quantity counts, by UN/ECE recommendation 20.',
  valuesConfig: {
    C62: { description: 'One by one.' },
    ZP: { description: 'Pages.' },
    D68: { description: 'Words.' },
    MIN: { description: 'Minutes.' },
    HUR: { description: 'Hours.' },
    DAY: { description: 'Days.' },
    WEE: { description: 'Weeks.' },
    MON: { description: 'Months.' },
    ANN: { description: 'Years.' },
    LS: { description: 'Lump sums.' },
    SET: { description: 'Sets.' },
    KMT: { description: 'Kilometres.' },
    MTR: { description: 'Metres.' },
    MTK: { description: 'Square metres.' },
    KGM: { description: 'Kilograms.' },
    LTR: { description: 'Litres.' },
    KWH: { description: 'Kilowatt hours.' },
  },
});

@ObjectType('SoldLine', { description: 'One line of what is sold, before VAT is decided.', simpleResolvers: true })
export class SoldLineType {
  @Field(() => ID, { description: 'Identifier; another one when the document is written again.' })
  id!: string;

  @Field(() => String, { description: 'What is sold.' })
  description!: string;

  @Field(() => Int, { description: 'How many, in thousandths: 1500 is one and a half.' })
  quantityThousandths!: number;

  @Field(() => String, { description: 'As printed after the quantity; empty for none.' })
  unit!: string;

  @Field(() => UnitCodeEnum, { description: 'What the quantity counts.' })
  unitCode!: string;

  @Field(() => UnitPriceType, { description: 'The price of one, with or without VAT as the document says.' })
  unitPrice!: UnitPriceType;

  @Field(() => Int, { description: 'VAT rate in basis points, where the seller charges any.' })
  taxRate!: number;

  @Field(() => MoneyType, { nullable: true, description: 'What is taken off; null where it is a part, or nothing.' })
  discountAmount!: MoneyType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The part that is taken off, in basis points; null where it is none.',
  })
  discountBasisPoints!: number | null;
}
