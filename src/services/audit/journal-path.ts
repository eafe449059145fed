/** Of the journal in the back office, in the front-end. */
export const journalPath = '/admin/journal';
