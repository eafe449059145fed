/** What is read of the archive. */
export { cabinetsById, getCabinet, listCabinets, membershipIn, type CabinetRow } from './cabinet-rows.ts';
export {
  actionsByDocument,
  compareVersions,
  listVersions,
  versionsById,
  type VersionComparison,
  type VersionRow,
} from './document-parts.ts';
export { documentsById, getDocument, type DocumentRow } from './document-rows.ts';
export { getFolder, listFolders, listTrashedFolders, pathOf, restrictionsOf, type FolderRow } from './folder-rows.ts';
export { countDocuments, listDocuments, listTrash } from './list-documents.ts';
export { listMembers, type MemberRow } from './member-rows.ts';
export { favouredAmong, favouriteDocuments, recentDocuments } from './own-documents.ts';
export {
  correspondentsById,
  documentTypesById,
  listCorrespondents,
  listCustomFields,
  listDocumentTypes,
  listTags,
  tagsByDocument,
  tagsById,
  type CorrespondentRow,
} from './word-rows.ts';
export { listInvitations, type InvitationRow } from './invitation-rows.ts';
