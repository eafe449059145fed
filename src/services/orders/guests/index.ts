/** Orders of visitors without an account. */
export { attachGuestOrder } from './attach-guest-order.ts';
export { billableGuestOrder } from './billable-guest-order.ts';
export * from './events.ts';
export { abandonGuestOrder } from './expire-guest-order.ts';
export { expireGuestOrdersTask } from './guest-order-jobs.ts';
export { guestOrderStates, guestOrderVerbs, type GuestOrderVerb } from './guest-order.states.ts';
export { openGuestCheckout } from './open-guest-checkout.ts';
export {
  guestOrderStatus,
  listGuestOrders,
  showGuestOrder,
  type GuestOrderRow,
  type ListGuestOrders,
} from './queries/guest-orders.ts';
export { resumeGuestOrder } from './resume-guest-order.ts';
export { answerGuestReview, requestGuestReview } from './review-guest-order.ts';
export { startGuestOrder, type StartedGuestOrder } from './start-guest-order.ts';
export { uploadGuestManuscript } from './upload-guest-manuscript.ts';
