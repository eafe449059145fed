/** The front door of privacy: what people may ask of the house about their data. */
export { eraseMyAccount, erasePerson, type EraseMyAccount, type Receipt } from './erase-my-account.ts';
export { privacyTasks } from './tasks/index.ts';
