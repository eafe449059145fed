/** The public API of the archive: cabinets, folders, documents and their versions. */
export { createCabinet, type CreateCabinet } from './cabinets/create-cabinet.ts';
export { grantCabinetAccess, type GrantCabinetAccess } from './cabinets/grant-access.ts';
export { createFolder, type CreateFolder } from './folders/create-folder.ts';
export { addFolder } from './folders/create-folder.ts';
export {
  addContent,
  nameClashAnswers,
  versionOf,
  type AddedContent,
  type NewContent,
  type OnNameTaken,
} from './documents/add-content.ts';
export {
  addDocumentVersion,
  uploadDocument,
  type AddDocumentVersion,
  type UploadDocument,
} from './documents/upload-document.ts';
export { cabinetAccess, mayInCabinet, type CabinetAccess } from './access/cabinet-access.ts';
export { folderAccess, hiddenFolders } from './access/folder-access.ts';
export { lockAnyCabinet, lockCabinet, openPlace, requireIn, requireWritable } from './access/require.ts';
export { lockDocument, openDocument, requireExpected } from './documents/open-document.ts';
export { requireRoom } from './documents/room.ts';
export * from './events.ts';
export * from './retention/index.ts';
