import type { ProviderAmount } from '../../adapters/payments/port.ts';

/** `35000 EUR`: minor units, since the provider may name a currency that we do not know. */
export const amountText = ({ amount, currency }: ProviderAmount): string => `${amount} ${currency}`;
