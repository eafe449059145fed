/** The public API of content: the FAQ and the pages of the site. */
export {
  createFaqCategory,
  deleteFaqCategory,
  renameFaqCategory,
  reorderFaqCategories,
  type CreateFaqCategory,
} from './faq/faq-categories.ts';
export {
  createFaqEntry,
  deleteFaqEntry,
  reorderFaq,
  setFaqVisibility,
  updateFaqEntry,
  type CreateFaqEntry,
  type UpdateFaqEntry,
} from './faq/faq-entries.ts';
export { rateFaqEntry, type RateFaqEntry } from './faq/rate-faq-entry.ts';
export type { TextDifference } from './html/differences.ts';
export { createPage, type CreatePage } from './pages/create-page.ts';
export { deletePage } from './pages/delete-page.ts';
export { editPage, type EditPage } from './pages/edit-page.ts';
export type { PageChange } from './pages/page-change.ts';
export { previewedPage, previewLink, revokePreviewLinks, type PreviewLink } from './pages/preview-link.ts';
export { publishPage, type PublishPage } from './pages/publish-page.ts';
export { reorderPages } from './pages/reorder-pages.ts';
export { restorePageVersion, type RestorePageVersion } from './pages/restore-page-version.ts';
export { cancelPageSchedule, schedulePage, type SchedulePage } from './pages/schedule-page.ts';
export { archivePage, restorePage, unpublishPage } from './pages/take-down-page.ts';
export {
  getAdminPage,
  lastSchedules,
  listAdminPages,
  type AdminPageRow,
  type PageScheduleRow,
} from './queries/admin-pages.ts';
export { listedPages, type FeedPage } from './queries/feeds.ts';
export {
  getAdminFaqEntry,
  listAdminFaqEntries,
  listFaqCategories,
  listFaqEntries,
  type AdminFaqEntryRow,
  type FaqCategoryRow,
  type FaqEntryRow,
} from './queries/list-faq-entries.ts';
export {
  comparePageVersions,
  listPageVersions,
  versionsByIds,
  type PageComparison,
  type PageVersionRow,
} from './queries/page-versions.ts';
export { getPage, listPages, tagsByPage, type PageRow } from './queries/pages.ts';
export { searchHelp, type HelpRow } from './queries/search-help.ts';
export { seedContent } from './seed.ts';
