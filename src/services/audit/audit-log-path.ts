/** Of the audit log in the back office, in the front-end. */
export const auditLogPath = '/admin/journal';
