/** The public API of content: the FAQ and the pages of the site. */
export { listFaqEntries, type FaqEntryRow } from './queries/list-faq-entries.ts';
export { getPage, listPages, type PageRow } from './queries/pages.ts';
export { seedContent } from './seed.ts';
