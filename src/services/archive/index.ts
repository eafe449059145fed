/** The public API of the archive: cabinets, folders, documents and their versions. */
export { cabinetAccess, mayInCabinet, type CabinetAccess } from './access/cabinet-access.ts';
export { folderAccess, hiddenFolders, readableFolders } from './access/folder-access.ts';
export { lockAnyCabinet, lockCabinet, openPlace, requireIn, requireWritable } from './access/require.ts';
export { acceptCabinetInvitation, declineCabinetInvitation } from './cabinets/answer-invitation.ts';
export { createCabinet, type CreateCabinet } from './cabinets/create-cabinet.ts';
export { leaveCabinet, revokeCabinetAccess } from './cabinets/end-access.ts';
export { openCabinetAsAdmin } from './cabinets/enter-as-admin.ts';
export { grantCabinetAccess, type GrantCabinetAccess } from './cabinets/grant-access.ts';
export { inviteToCabinet } from './cabinets/invite-member.ts';
export { archiveCabinet, deleteCabinet, keepCabinet, reopenCabinet } from './cabinets/move-cabinet.ts';
export { recountCabinets } from './cabinets/recount.ts';
export { setCabinetQuota } from './cabinets/set-quota.ts';
export { transferCabinet } from './cabinets/transfer-cabinet.ts';
export { renameCabinet, updateCabinet } from './cabinets/update-cabinet.ts';
export { addContent, versionOf, type AddedContent, type NewContent } from './documents/add-content.ts';
export { deleteDocumentVersion, labelDocumentVersion } from './documents/change-version.ts';
export { copyDocument, type CopiedDocument, type CopiedHere } from './documents/copy-document.ts';
export { openNote } from './documents/document-note.ts';
export { favouriteDocument, unfavouriteDocument } from './documents/favourites.ts';
export { lockForEditing, unlockDocument } from './documents/lock-document.ts';
export { moveDocument, type MovedDocument } from './documents/move-to.ts';
export { lockDocument, openDocument, requireExpected } from './documents/open-document.ts';
export { restoreDocumentVersion } from './documents/restore-version.ts';
export { requireSpace } from './documents/space.ts';
export { restoreDocument, trashDocument } from './documents/trash-document.ts';
export { updateDocument } from './documents/update-document.ts';
export {
  addDocumentVersion,
  uploadDocument,
  type AddDocumentVersion,
  type UploadDocument,
} from './documents/upload-document.ts';
export * from './events.ts';
export { addFolder, createFolder, type CreateFolder } from './folders/create-folder.ts';
export { moveFolder, renameFolder } from './folders/move-folder.ts';
export { restrictFolder, unrestrictFolder } from './folders/restrict-folder.ts';
export { restoreFolder, trashFolder } from './folders/trash-folder.ts';
export * from './queries/index.ts';
export { openArchiveZip, type OpenedZip } from './zip/open-zip.ts';
export { requestArchiveZip } from './zip/request-zip.ts';
export { createCustomField, deleteCustomField, updateCustomField } from './words/custom-fields.ts';
export * from './words/change-words.ts';
export * from './runs/index.ts';
export * from './uploads/index.ts';
export * from './retention/index.ts';
export * from './dashboards/index.ts';
