/** The front door of privacy: what people may ask of the house about their data. */
export { eraseMyAccount, erasePerson, type EraseMyAccount, type Receipt } from './erase-my-account.ts';
export { fetchDataExport, type Fetched } from './fetch-data-export.ts';
export { privacyPersonalData } from './personal-data.ts';
export { prepareDataExport } from './prepare-data-export.ts';
export { listMyDataExports, type DataExportRow } from './queries/list-my-data-exports.ts';
export { requestDataExport } from './request-data-export.ts';
export { privacyTasks } from './tasks/index.ts';
export { expireDataExportsJob } from './tasks/jobs.ts';
