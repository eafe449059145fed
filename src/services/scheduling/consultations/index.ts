/** Consultations before an order: appointments with the business itself. */
export { bookConsultation, type BookConsultation } from './book-consultation.ts';
export { conversationAboutBooking } from './conversation-about-booking.ts';
export { consultationSlots } from './consultation-slots.ts';
export { handleConsultationRequest, type HandleConsultationRequest } from './handle-request.ts';
export { listConsultationRequests, type ListConsultationRequests } from './list-requests.ts';
