import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { retentionClassNames } from '../../src/services/kernel/retention.ts';
import { retention } from '../../src/modules.ts';

/** A legal hold wins over everything that destroys: whoever writes a new way to destroy asks, or says here why not. */
const services = resolve(import.meta.dirname, '../../src/services');

const destroys = /deleteFrom\(|nativeDelete\(|em\.remove\(|delete from |destroyFile\(|pseudonymise\(/;
const asks = /from '\.{1,2}\/(\.\.\/)*platform\/legal-holds\.ts'|from '\.\/legal-holds\.ts'/;

const onlyInAnErasure = 'part of an erasure, which asks first (privacy/personal-data.ts)';
const signInMethods = 'a person’s own way in, which stays theirs to change';
const chosenBefore = 'rows chosen by the one selection of retention, which asks';
const neverAccount = 'a registration that waits belongs to no account: no hold reaches it';
const unissued = 'a draft of an invoice is what an admin is writing: nobody was sent it, and what is issued stays';
const ofTheSite = 'what the business says to everyone belongs to nobody: no hold reaches it';
const ofCalendars = 'a copy of what a calendar elsewhere has, which its owner keeps there';
const ofMembers = 'who may read a cabinet, or keeps what at hand, which stays theirs to change';
const ofWords = 'words that documents are filed under; the documents and their content stay';
const ofBackups = 'rows about copies, and about what waits to be done: no hold reaches them';
const ofArchive = 'requireDestroyable asks';
const exempt: Readonly<Record<string, string>> = {
  'backups/keeping/prune.ts': ofBackups,
  'backups/keeping/finish-removals.ts': 'marks of what a pruning removes, which no hold reaches',
  'backups/keeping/verify-backup.ts': ofBackups,
  'backups/restoring/apply-tombstones.ts': 'keys that were destroyed already, before a restore brought their rows back',
  'backups/restoring/quiet-the-past.ts': ofBackups,
  'archive/cabinets/answer-invitation.ts': ofMembers,
  'archive/cabinets/end-access.ts': ofMembers,
  'archive/documents/change-version.ts': ofArchive,
  'archive/documents/document-note.ts': 'the note before, where somebody writes another one',
  'archive/documents/favourites.ts': ofMembers,
  'archive/documents/move-between.ts': ofArchive,
  'archive/documents/stored-content.ts': 'the key of what was sealed before, written again in the same transaction',
  'archive/documents/update-document.ts': ofWords,
  'archive/folders/restrict-folder.ts': ofMembers,
  'archive/personal-data.ts': onlyInAnErasure,
  'archive/runs/personal-data.ts': onlyInAnErasure,
  'archive/runs/run-content.ts': 'bytes on their way, which nobody has filed: what they became stays',
  'archive/uploads/discard-segments.ts': 'bytes on their way, which nobody has filed: what they became stays',
  'archive/uploads/personal-data.ts': onlyInAnErasure,
  'archive/retention/destroy-cabinets.ts': 'whatKeepsCabinet asks, and requireDestroyable for each document',
  'archive/retention/document-parts.ts': ofArchive,
  'archive/retention/empty-folders.ts': 'folders that nothing is left in',
  'archive/words/change-words.ts': ofWords,
  'archive/words/custom-fields.ts': ofWords,
  'archive/words/words.ts': ofWords,
  'audit/count-entries.ts': 'counts without entries, which no hold reaches',
  'audit/drop-entries.ts': 'segments chosen by purge-segment.ts or by retention.ts, which ask',
  'audit/forget-subject.ts': onlyInAnErasure,
  'billing/drafts/delete-invoice-draft.ts': unissued,
  'billing/drafts/draft-content.ts': unissued,
  'billing/quotes/personal-data.ts': onlyInAnErasure,
  'billing/quotes/quote-content.ts': 'the lines of a draft that is written again',
  'billing/quotes/retention.ts': chosenBefore,
  'billing/erase-cards.ts': onlyInAnErasure,
  'billing/retention.ts': chosenBefore,
  'files/extracts/extract-retention.ts': chosenBefore,
  'content/faq/faq-categories.ts': ofTheSite,
  'content/faq/faq-entries.ts': ofTheSite,
  'content/pages/add-version.ts': ofTheSite,
  'content/pages/delete-page.ts': ofTheSite,
  'content/pages/page-facts.ts': ofTheSite,
  'content/pages/preview-link.ts': ofTheSite,
  'content/pages/show-version.ts': ofTheSite,
  'content/tasks/prune-content.ts': ofTheSite,
  'files/keys/reseal-files.ts': 'the same bytes under a new key: nothing of the file is lost',
  'files/personal-data.ts': 'destroyFile asks',
  'identity/second-factor/disable-two-factor.ts': signInMethods,
  'identity/account/forget-sign-in-methods.ts': onlyInAnErasure,
  'identity/passkeys/remove-passkey.ts': signInMethods,
  'identity/personal-data.ts': onlyInAnErasure,
  'identity/second-factor/recovery-codes.ts': signInMethods,
  'identity/account/register.ts': neverAccount,
  'identity/account/registrations/answer-registration.ts': neverAccount,
  'identity/account/registrations/drop-registrations.ts': neverAccount,
  'identity/retention.ts': chosenBefore,
  'identity/sso/unlink-identity.ts': signInMethods,
  'identity/second-factor/totp-seeds.ts': signInMethods,
  'insights/days/keep-days.ts': 'sums of rows, which no hold reaches, and notes of what changed',
  'insights/personal-data.ts': onlyInAnErasure,
  'insights/reports/monthly-reports.ts': 'a person’s own wish, which stays theirs to change',
  'insights/retention.ts': chosenBefore,
  'messaging/personal-data.ts': onlyInAnErasure,
  'messaging/retention.ts': chosenBefore,
  'messaging/visitors/decide-held.ts': 'what is released is in the conversation from then on',
  'messaging/visitors/form-blocks.ts': 'a list of the business, about no case',
  'notifications/forget-delivery.ts': 'the receipt of somebody who was erased: a hold would have been in the way',
  'platform/orm/snapshot/loader.ts': 'empties nothing but a place that is being restored',
  'notifications/personal-data.ts': onlyInAnErasure,
  'notifications/broadcasts/withdraw-broadcast.ts': 'mails that have not left: nobody has them',
  'notifications/digests/end-quiet-hours.ts': 'mails that were held and are needed no more: nobody has them',
  'notifications/preferences/set-modes.ts': 'a person’s own wish, which stays theirs to change',
  'notifications/preferences/set-quiet-hours.ts': 'a person’s own wish, which stays theirs to change',
  'notifications/preferences/update-notification-preferences.ts': 'a person’s own wish, which stays theirs to change',
  'notifications/suppressions/lift-suppression.ts': 'a suppression, which no hold reaches; the audit log has it',
  'notifications/texts/opt-out.ts': 'a person’s own wish about their number, which stays theirs to change',
  'notifications/withdraw-held-mails.ts': 'mails that have not left: nobody has them',
  'orders/assignment/proofreader-profile.ts': 'a proofreader’s own absences to come, which stay theirs to change',
  'orders/personal-data.ts': onlyInAnErasure,
  'orders/retention.ts': chosenBefore,
  'platform/jobs/personal-data.ts': onlyInAnErasure,
  'platform/jobs/prune.ts': 'live events, schedule runs and request keys, which no hold reaches',
  'calendars/connections/credentials.ts': 'what opens an account elsewhere, which its owner takes back',
  'calendars/connections/disconnect-calendar.ts': ofCalendars,
  'calendars/connections/leave-provider.ts': ofCalendars,
  'calendars/personal-data.ts': onlyInAnErasure,
  'scheduling/bookings/forget-bookings.ts': 'an erasure, which a hold stops, and retention, which looks before',
  'calendars/reading/clear-calendar.ts': ofCalendars,
  'calendars/reading/forget-blocks.ts': chosenBefore,
  'calendars/reading/move-windows.ts': ofCalendars,
  'calendars/reading/replace-blocks.ts': ofCalendars,
  'scheduling/occupancy/change-external-time.ts': ofCalendars,
  'scheduling/occupancy/occupy.ts': 'times that are taken, which belong to a booking and no hold reaches',
  'scheduling/practice/assign-artisans.ts': 'who gives an offering, which stays theirs to change',
  'scheduling/practice/closures.ts': 'an artisan’s own closures, which stay theirs to change',
  'scheduling/practice/offering-parts.ts': 'questions and tiers of an offering; bookings have their own copy',
  'scheduling/practice/opening-exceptions.ts': 'an artisan’s own hours, which stay theirs to change',
  'scheduling/practice/set-weekly-rules.ts': 'the same',
  'support/canned-replies.ts': 'answers that the team keeps ready, which say nothing of anybody',
  'support/classify-ticket.ts': 'the words that the team finds a ticket under, which stay theirs to change',
  'support/forget-visitor.ts':
    'of a visitor whom an erasure or retention has taken, which ask: a hold on a ticket keeps its visitor',
  'support/personal-data.ts': onlyInAnErasure,
  'support/watch-ticket.ts': 'who of the team watches a ticket, which stays theirs to change',
  'platform/processes/register.ts': 'rows of processes that ended, which no hold reaches',
};

test('whatever destroys asks whether a legal hold forbids it, or says why it need not', () => {
  const files = globSync('**/*.ts', { cwd: services }).filter((file) =>
    destroys.test(readFileSync(resolve(services, file), 'utf8')),
  );
  const silent = files.filter((file) => !asks.test(readFileSync(resolve(services, file), 'utf8')));
  expect(silent.sort()).toEqual(Object.keys(exempt).sort());
});

test('every class of records is in a run once, with its bounds in order', () => {
  expect(retention.map(({ name }) => name).sort()).toEqual([...retentionClassNames].sort());
  for (const {
    days: { least, usual, most },
    name,
  } of retention)
    expect({ name, isOrdered: least <= usual && usual <= most }).toEqual({ name, isOrdered: true });
});
