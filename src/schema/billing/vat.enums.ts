import { registerEnumType } from 'type-graphql';
import { vatNumberChecks } from '../../entities/billing/billing-profile.entity.ts';
import { accountingBases, vatPeriods } from '../../entities/billing/seller.entity.ts';
import { buyerKinds, vatRegimes } from '../../services/kernel/vat.ts';
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
