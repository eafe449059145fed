import { registerEnumType } from 'type-graphql';
import { locationKinds } from '../../entities/scheduling/offering.entity.ts';
import { enumOf } from '../shared/enum-of.ts';

export const LocationKindEnum = enumOf(locationKinds);
registerEnumType(LocationKindEnum, {
  name: 'LocationKind',
  description: 'Where an appointment takes place.',
  valuesConfig: {
    AT_ARTISAN: { description: 'At the artisan’s.' },
    AT_CUSTOMER: { description: 'At the customer’s, who gives the address.' },
    ONLINE: { description: 'By a link.' },
    PHONE: { description: 'On the phone.' },
  },
});
