import { registerEnumType } from 'type-graphql';
import { mobileNetworkFacts, mobileNetworks } from '../../services/kernel/mobile-money.ts';
import { enumOf } from '../shared/enum-of.ts';

export const MobileNetworkEnum = enumOf(mobileNetworks);
registerEnumType(MobileNetworkEnum, {
  name: 'MobileNetworkCode',
  description: 'A network of mobile money.',
  valuesConfig: Object.fromEntries(
    mobileNetworks.map((name) => [
      name,
      { description: `${mobileNetworkFacts[name].name}, ${mobileNetworkFacts[name].country}.` },
    ]),
  ),
});
