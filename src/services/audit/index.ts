export { createJournal } from './append.ts';
export { verifyJournal, type Verdict } from './verify.ts';
export { auditPersonalData } from './personal-data.ts';
