/** The front door of privacy: what people may ask of the house about their data. */
export { answerPrivacyRequest, type AnswerPrivacyRequest } from './answer-privacy-request.ts';
export { deleteUser, previewUserDeletion, type DeleteUser } from './delete-user.ts';
export { eraseMyAccount, type EraseMyAccount } from './erase-my-account.ts';
export type { ErasurePreview, Receipt } from './erase-person.ts';
export { fetchDataExport, type Fetched } from './fetch-data-export.ts';
export { privacyPersonalData } from './personal-data.ts';
export { prepareDataExport } from './prepare-data-export.ts';
export { listMyDataExports, type DataExportRow } from './queries/list-my-data-exports.ts';
export { listMyPrivacyRequests, listPrivacyRequests, type PrivacyRequestRow } from './queries/privacy-requests.ts';
export { requestDataExport } from './request-data-export.ts';
export { submitPrivacyRequest } from './submit-privacy-request.ts';
export { privacyTasks } from './tasks/index.ts';
export { expireDataExportsJob, warnNearlyDueJob } from './tasks/jobs.ts';
