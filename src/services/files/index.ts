export { byArrival } from './by-arrival.ts';
export { eraseFiles, filesPersonalData } from './personal-data.ts';
export { deleteFile, destroyFile, discardFile } from './delete-file.ts';
export { openDownload, type Download } from './open-download.ts';
export { extractRetention } from './extracts/extract-retention.ts';
export { writeExtract, type ExtractForm } from './extracts/extract.ts';
export {
  askedFilter,
  mayReadExport,
  ownExport,
  writeListExport,
  type ListExport,
  type ListForm,
} from './extracts/list-export.ts';
export { fileColumns, findFile, type FileRow } from './queries/find-file.ts';
export { listQuarantinedFiles, type QuarantinedFileRow } from './queries/list-quarantined.ts';
export { openStored, openStoredBy, type OpenedFile } from './open-stored.ts';
export { receiveFile, type IncomingFile, type Reception } from './receive-file.ts';
export type { FileAccess, FileQuestion, KeyNeed, StorageAllowance } from './context.ts';
export { checkQuota, storedBytesOf, usualBytes } from './quota.ts';
export { fileRules } from './file-rules.ts';
export { grantHolder } from './queries/grant-holder.ts';
export { giveFile } from './give-file.ts';
export { DownloadUses } from './download-uses.ts';
export { registerFile } from './register-file.ts';
export { readGrant, signGrant } from './download-grant.ts';
export { linkToFile, requestDownload, type DownloadLink } from './request-download.ts';
export { readMasterKeys, type MasterKeysView, type MasterKeyView } from './keys/master-keys.ts';
export { countBefore, resealFiles, type ResealProgress } from './keys/reseal-files.ts';
export { retireMasterKey } from './keys/retire-master-key.ts';
export { rewrapKeys, type RewrapProgress } from './keys/rewrap-keys.ts';
export { scanWish } from './scan/scan-file.ts';
export { isVerified, requireVerified, type ScanNeed } from './scan/scan.policy.ts';
export { storeBytes, type MadeFile } from './store-bytes.ts';
export { UploadSlots } from './upload-slots.ts';
export { collectGarbageTask } from './tasks/collect-garbage.ts';
export { filesTasks } from './tasks/index.ts';
export { fileName } from './file-name.ts';
export { checkHead, claimedType, type FileType } from './inspection/file-types.ts';
export { inspected } from './inspection/inspected.ts';
export { removeObjectTask } from './tasks/remove-object.ts';
export { keyRotated, keyUnavailable } from './keys/events.ts';
