/** The front door of the journal: how it is written, checked, read and, once sealed, shortened. */
export { createJournal, createNotes, noteAs } from './journal.ts';
export { checkpointFileOf, makeCheckpoint } from './make-checkpoint.ts';
export { readCheckpoints } from './checkpoint-file.ts';
export { fingerprintOf, firstKeyOf, JournalKeyError, openEpochKeys, takeFirstKey, type EpochKeys, type HeldKey } from './epoch-key.ts';
export { forgetSubject } from './forget-subject.ts';
export { journalOf, type JournalSource } from './journal-source.ts';
export { openSigner, type CheckpointSigner } from './signing.ts';
export { checkpointJob } from './tasks/checkpoint.job.ts';
export { auditTasks } from './tasks/index.ts';
export { verifyJournal, type Verdict } from './verify.ts';
