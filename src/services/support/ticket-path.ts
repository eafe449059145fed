/** Where people find a ticket in the front-end. */
export const ticketPath = (ticketId: string): string => `/assistance/${ticketId}`;
export const adminTicketPath = (ticketId: string): string => `/admin/assistance/${ticketId}`;
