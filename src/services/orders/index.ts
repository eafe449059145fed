/** The public API of orders. */
export { createOrderFor, type CreateOrderFor } from './admin/create-order-for.ts';
export { deleteOrder } from './admin/delete-order.ts';
export { reorder } from './admin/reorder.ts';
export { setOrderStatus } from './admin/set-order-status.ts';
export { updateOrder } from './admin/update-order.ts';
export { assignProofreader, type AssignProofreader } from './assignment/assign-proofreader.ts';
export { declineAssignment } from './assignment/decline-assignment.ts';
export { listProofreaders, loadOfOrder, type ProofreaderLoad } from './assignment/list-proofreaders.ts';
export {
  getMyProofreaderProfile,
  updateMyProofreaderProfile,
  type ProfileRow,
} from './assignment/proofreader-profile.ts';
export { ordersAssignedTo } from './assignment/orders-assigned-to.ts';
export { unassignProofreader } from './assignment/unassign-proofreader.ts';
export { billableOrder } from './billable-order.ts';
export { runOnOrders, type RunOnOrders } from './bulk/run-on-orders.ts';
export { showRun, type ShownResult } from './bulk/show-run.ts';
export {
  answerExtension,
  extensionRowOf,
  extensionsOf,
  isLateAt,
  listLateOrders,
  requestExtension,
  runningStatuses,
  setDueDate,
  type AnswerExtension,
  type ExtensionRow,
  type LateOrderRow,
  type ListLateOrders,
  type RequestExtension,
  type SetDueDate,
} from './deadlines/index.ts';
export { cancelOrder } from './cancellation/cancel-order.ts';
export { cancellationTerms, type CancellationTerms } from './cancellation/cancellation-terms.ts';
export { requestCancellation } from './cancellation/request-cancellation.ts';
export { createOrder, type CreateOrder } from './create-order.ts';
export { acceptDelivery } from './deliveries/accept-delivery.ts';
export { deliverOrder } from './deliveries/deliver-order.ts';
export { requestChanges } from './deliveries/request-changes.ts';
export { updateOrderProgress } from './deliveries/update-progress.ts';
export type { DeliveryRow } from './deliveries/delivery-rows.ts';
export * from './events.ts';
export * from './guests/index.ts';
export { allOrders, myWorkUpdated, ordersExportUpdated, ordersUpdated, orderUpdated } from './live.ts';
export {
  findOrdersExport,
  requestOrdersExport,
  whoFollowsExport,
  type RequestOrdersExport,
} from './export/request-orders-export.ts';
export { isWatched, statusesOf } from './queries/watched-orders.ts';
export { orderSubjectType } from './order-subject.ts';
export { acceptMeasuredPages } from './review/accept-measured-pages.ts';
export { closeOrderConsultation } from './review/close-consultation.ts';
export { estimatePrice, type PriceEstimate } from './review/estimate-price.ts';
export { requestOrderConsultation } from './review/request-consultation.ts';
export { submitOrderForReview } from './review/submit-for-review.ts';
export { verifyPages } from './review/verify-pages.ts';
export { openOrderCheckout } from './open-order-checkout.ts';
export { isOrderFileHeld, mayReadOrderFile } from './queries/file-questions.ts';
export { countOrders, type OrderCounts } from './queries/count-orders.ts';
export { getOrderFile } from './queries/get-order-file.ts';
export { getOrder, showOrder } from './queries/get-order.ts';
export { listMyOrders, listOrders, type ListMyOrders, type ListOrders } from './queries/list-orders.ts';
export { myWork, type MyWork } from './queries/my-work.ts';
export { orderBoard, type OrderColumn } from './queries/order-board.ts';
export type { OrderFilter } from './queries/order-filter.ts';
export { conversationAboutOrder } from './conversation-about-order.ts';
export { audienceOf, requireOrder, whoSeesOrder } from './queries/order-sight.ts';
export type { OrderFileRow, OrderRow } from './queries/order-row.ts';
export { ordersPersonalData } from './personal-data.ts';
export { ordersRetention } from './retention.ts';
export { orderSubscriptions } from './subscriptions.ts';
export { orderTasks } from './tasks/index.ts';
export { resumeOrder } from './suspension/resume-order.ts';
export { startOrder } from './start-order.ts';
export {
  listOrderEvents,
  listOrderNotes,
  noteOrder,
  noteRowOf,
  type NoteOrder,
  type OrderEventRow,
  type OrderNoteRow,
} from './timeline/index.ts';
export { suspendOrder } from './suspension/suspend-order.ts';
export { replaceManuscript } from './replace-manuscript.ts';
export { uploadCorrectedFile, uploadManuscript, uploadReference } from './upload-order-file.ts';
