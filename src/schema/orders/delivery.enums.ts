import { registerEnumType } from 'type-graphql';
import { cancellationReasons } from '../../entities/orders/cancellation-reason.ts';
import { deliveryStatuses } from '../../entities/orders/delivery.entity.ts';
import { enumOf } from '../shared/enum-of.ts';

export const DeliveryStatusEnum = enumOf(deliveryStatuses);
registerEnumType(DeliveryStatusEnum, {
  name: 'DeliveryStatus',
  description: 'Where a delivery stands.',
  valuesConfig: {
    DELIVERED: { description: 'It waits for the customer’s answer.' },
    ACCEPTED: { description: 'The customer accepted it.' },
    ACCEPTED_BY_TIME: { description: 'Nobody answered for fourteen days.' },
    CHANGES_REQUESTED: { description: 'The customer asked for changes.' },
  },
});

export const CancellationReasonEnum = enumOf(cancellationReasons);
registerEnumType(CancellationReasonEnum, {
  name: 'CancellationReason',
  description: 'Why an order was given up.',
  valuesConfig: {
    CUSTOMER_REQUEST: { description: 'The customer wished it.' },
    WITHDRAWAL: { description: 'The customer withdrew from the contract.' },
    NO_PROOFREADER: { description: 'Nobody can proofread it in time.' },
    NOT_FEASIBLE: { description: 'The work cannot be done, as on a text that cannot be read.' },
    DUPLICATE: { description: 'It was placed twice.' },
    FRAUD: { description: 'It was placed in bad faith.' },
    OTHER: { description: 'Another reason: see the note.' },
    UNPAID: { description: 'It was never paid. Given by the application alone.' },
    REFUNDED: { description: 'All of its money went back. Given by the application alone.' },
    DISPUTE_LOST: { description: 'The payer’s bank took its money. Given by the application alone.' },
    CUSTOMER_ERASED: { description: 'Its customer had themself erased. Given by the application alone.' },
  },
});
