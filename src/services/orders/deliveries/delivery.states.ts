import type { DeliveryStatus } from '../../../entities/orders/delivery.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

/** `acceptByTime` is the application's own. */
export type DeliveryVerb = 'accept' | 'acceptByTime' | 'requestChanges';

/** The customer accepts what was delivered, asks for changes, or says nothing for fourteen days. */
export const deliveryStates: StateTable<DeliveryStatus, DeliveryVerb> = {
  DELIVERED: { accept: 'ACCEPTED', acceptByTime: 'ACCEPTED_BY_TIME', requestChanges: 'CHANGES_REQUESTED' },
  ACCEPTED: {},
  ACCEPTED_BY_TIME: {},
  CHANGES_REQUESTED: {},
};
