import { registerEnumType } from 'type-graphql';
import { priorities } from '../../entities/notifications/notification.entity.ts';
import { orderFileRoles } from '../../entities/orders/order-file.entity.ts';
import { orderSources, orderStatuses } from '../../entities/orders/order.entity.ts';
import { orderUpdateReasons } from '../../entities/orders/order-update.ts';
import { enumOf } from '../shared/enum-of.ts';

export const OrderStatusEnum = enumOf(orderStatuses);
registerEnumType(OrderStatusEnum, {
  name: 'OrderStatus',
  description:
    'Where an order stands. As an input, the French names of before are understood too (`EN_ATTENTE`, `PAYEE`).',
  valuesConfig: {
    PENDING: { description: 'Placed, not paid yet.' },
    AWAITING_REVIEW: { description: 'The team checks the number of pages.' },
    AWAITING_CONSULTATION: { description: 'A conversation is needed before a price can be given.' },
    QUOTE_SENT: { description: 'A price was proposed; the customer has to accept it.' },
    PAID: { description: 'Paid; the work has not begun.' },
    IN_PROGRESS: { description: 'A proofreader is at work.' },
    COMPLETED: { description: 'Delivered.' },
    CANCELLED: { description: 'Given up.' },
    SUSPENDED: { description: 'Stopped for a while by an admin.' },
  },
});

/** The states as front-ends of the seeds spell them: accepted, never given back. */
export const OrderStatusInputEnum = {
  ...OrderStatusEnum,
  EN_ATTENTE: 'PENDING',
  EN_ATTENTE_VERIFICATION: 'AWAITING_REVIEW',
  EN_ATTENTE_CONSULTATION: 'AWAITING_CONSULTATION',
  ESTIMATION_ENVOYEE: 'QUOTE_SENT',
  PAYEE: 'PAID',
  EN_COURS: 'IN_PROGRESS',
  TERMINE: 'COMPLETED',
  ANNULEE: 'CANCELLED',
  SUSPENDUE: 'SUSPENDED',
} as const;
registerEnumType(OrderStatusInputEnum, {
  name: 'OrderStatusInput',
  description: 'A state of an order, by its name or by its French one.',
});

export const PriorityInputEnum = {
  ...enumOf(priorities),
  FAIBLE: 'LOW',
  NORMALE: 'NORMAL',
  HAUTE: 'HIGH',
  URGENTE: 'URGENT',
} as const;
registerEnumType(PriorityInputEnum, {
  name: 'PriorityInput',
  description: 'How pressing something is, by its name or by its French one.',
});

export const OrderSourceEnum = enumOf(orderSources);
registerEnumType(OrderSourceEnum, {
  name: 'OrderSource',
  description: 'Who placed an order.',
  valuesConfig: {
    CUSTOMER: { description: 'The customer.' },
    GUEST: { description: 'A visitor without an account.' },
    ADMIN: { description: 'The team, for the customer.' },
  },
});

export const OrderUpdateReasonEnum = enumOf(orderUpdateReasons);
registerEnumType(OrderUpdateReasonEnum, {
  name: 'OrderUpdateReason',
  description: 'Why an order is shown again to those who watch it.',
  valuesConfig: {
    CREATED: { description: 'It was placed.' },
    MOVED: { description: 'It stands somewhere else.' },
    ASSIGNED: { description: 'It was given to somebody.' },
    FILES: { description: 'A file came to it.' },
    CHANGED: { description: 'Something else of it changed.' },
  },
});

/** Verbs of the state table under the names of the API. */
export const OrderActionEnum = {
  PAY: 'pay',
  SUBMIT_FOR_REVIEW: 'submitForReview',
  REQUEST_CONSULTATION: 'requestConsultation',
  CLOSE_CONSULTATION: 'closeConsultation',
  VERIFY_PAGES: 'verifyPages',
  ACCEPT_MEASURED_PAGES: 'acceptMeasuredPages',
  QUOTE: 'quote',
  ACCEPT_QUOTE: 'acceptQuote',
  REFUSE_QUOTE: 'refuseQuote',
  ASSIGN: 'assign',
  UNASSIGN: 'unassign',
  DECLINE: 'decline',
  START: 'start',
  DELIVER: 'deliver',
  ACCEPT_DELIVERY: 'acceptDelivery',
  REQUEST_CHANGES: 'requestChanges',
  SUSPEND: 'suspend',
  RESUME: 'resume',
  CANCEL: 'cancel',
} as const;
registerEnumType(OrderActionEnum, {
  name: 'OrderAction',
  description: 'What can be done to an order.',
  valuesConfig: {
    PAY: { description: '`createCheckoutSession`' },
    SUBMIT_FOR_REVIEW: { description: '`submitOrderForReview`' },
    REQUEST_CONSULTATION: { description: '`requestOrderConsultation`' },
    CLOSE_CONSULTATION: { description: '`closeOrderConsultation`' },
    VERIFY_PAGES: { description: '`verifyPages`' },
    ACCEPT_MEASURED_PAGES: { description: '`acceptMeasuredPages`' },
    QUOTE: { description: '`sendQuote`' },
    ACCEPT_QUOTE: { description: '`acceptQuote`' },
    REFUSE_QUOTE: { description: '`refuseQuote`' },
    ASSIGN: { description: '`assignProofreader`' },
    UNASSIGN: { description: '`unassignProofreader`' },
    DECLINE: { description: '`declineAssignment`' },
    START: { description: '`startOrder`' },
    DELIVER: { description: '`deliverOrder`' },
    ACCEPT_DELIVERY: { description: '`acceptDelivery`' },
    REQUEST_CHANGES: { description: '`requestChanges`' },
    SUSPEND: { description: '`suspendOrder`' },
    RESUME: { description: '`resumeOrder`' },
    CANCEL: { description: '`cancelOrder`' },
  },
});

export const OrderFileRoleEnum = enumOf(orderFileRoles);
registerEnumType(OrderFileRoleEnum, {
  name: 'OrderFileRole',
  description: 'What a file is to an order.',
  valuesConfig: {
    MANUSCRIPT: { description: 'The customer’s text.' },
    CORRECTED: { description: 'The proofread text.' },
    REFERENCE: { description: 'Something to keep at hand while proofreading.' },
  },
});
