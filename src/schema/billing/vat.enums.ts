import { registerEnumType } from 'type-graphql';
import { vatNumberChecks } from '../../entities/billing/billing-profile.entity.ts';
import { accountingBases, vatPeriods } from '../../entities/billing/seller.entity.ts';
import { buyerKinds, mentionConditions, mentionPlaces, vatRegimes } from '../../services/kernel/vat.ts';
import { enumOf } from '../shared/enum-of.ts';

export const VatRegimeEnum = enumOf(vatRegimes);
registerEnumType(VatRegimeEnum, {
  name: 'VatRegime',
  description: 'Whether a seller charges VAT.',
  valuesConfig: {
    FRANCHISE: { description: 'No VAT is charged (small businesses).' },
    STANDARD: { description: 'VAT at the rate of each line.' },
  },
});

export const VatPeriodEnum = enumOf(vatPeriods);
registerEnumType(VatPeriodEnum, {
  name: 'VatPeriod',
  description: 'How often VAT is declared.',
  valuesConfig: {
    MONTHLY: { description: 'Every month.' },
    QUARTERLY: { description: 'Every three months.' },
    SIMPLIFIED: { description: 'The simplified regime: once a year.' },
    FRANCHISE: { description: 'Never: no VAT is charged.' },
  },
});

export const AccountingBasisEnum = enumOf(accountingBases);
registerEnumType(AccountingBasisEnum, {
  name: 'AccountingBasis',
  description: 'When a sale counts in the accounts.',
  valuesConfig: {
    ACCRUAL: { description: 'When it is invoiced.' },
    CASH: { description: 'When it is paid.' },
  },
});

export const BuyerKindEnum = enumOf(buyerKinds);
registerEnumType(BuyerKindEnum, {
  name: 'BuyerKind',
  description: 'What a buyer is to the tax office.',
  valuesConfig: {
    PERSON: { description: 'A person, wherever they live.' },
    FRENCH_BUSINESS: { description: 'A business in France.' },
    EU_BUSINESS: { description: 'A business elsewhere in the European Union.' },
    OTHER_BUSINESS: { description: 'A business outside the European Union.' },
  },
});

export const VatNumberCheckEnum = enumOf(vatNumberChecks);
registerEnumType(VatNumberCheckEnum, {
  name: 'VatNumberCheck',
  description: 'Whether a VAT number was looked up in VIES, the register of the European Union.',
  valuesConfig: {
    UNCHECKED: { description: 'It was not looked up.' },
    VALID: { description: 'VIES knows it.' },
    INVALID: { description: 'VIES does not know it.' },
  },
});

export const MentionPlaceEnum = enumOf(mentionPlaces);
registerEnumType(MentionPlaceEnum, {
  name: 'MentionPlace',
  description: 'Where a legal mention stands on an invoice.',
  valuesConfig: {
    TOTALS: { description: 'Under the totals: why no VAT is charged.' },
    FOOTER: { description: 'At the foot of the last page.' },
  },
});

export const MentionConditionEnum = enumOf(mentionConditions);
registerEnumType(MentionConditionEnum, {
  name: 'MentionCondition',
  description: 'Which invoices a legal mention is for.',
  valuesConfig: {
    ALWAYS: { description: 'Every one.' },
    FRANCHISE: { description: 'Those of a seller who charges no VAT.' },
    REVERSE_CHARGE: { description: 'Those whose buyer owes the VAT.' },
    OUTSIDE_EU: { description: 'Those for services to businesses outside the European Union.' },
    SERVICES: { description: 'Those for services.' },
    GOODS: { description: 'Those for goods.' },
    MIXED: { description: 'Those for goods and services.' },
    VAT_ON_DEBITS: { description: 'Those of a seller who owes VAT when invoicing.' },
    BUSINESS_TO_PAY: { description: 'Those that a business is to pay.' },
  },
});
