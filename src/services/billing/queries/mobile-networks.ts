import { providersAble } from '../../adapters/payments/port.ts';
import { callingCodeOf, mobileNetworkFacts, mobileNetworks, type MobileNetwork } from '../../kernel/mobile-money.ts';
import type { Operation } from '../../platform/context.ts';

/** A network that is offered here. */
export interface MobileNetworkRow {
  readonly code: MobileNetwork;
  readonly name: string;
  readonly country: string;
  readonly callingCode: string;
  readonly confirmation: 'PUSH' | 'REDIRECT';
}

/** The networks that some provider of this installation takes, in the order of the table. */
export const listMobileNetworks: Operation<'payments', void, MobileNetworkRow[]> = async ({ payments }) => {
  const offered = new Set(providersAble(payments, 'push').flatMap(({ push }) => push.networks));
  return mobileNetworks
    .filter((code) => offered.has(code))
    .map((code) => {
      const { name, country, confirmation } = mobileNetworkFacts[code];
      return { code, name, country, confirmation, callingCode: `+${callingCodeOf(code)}` };
    });
};
