import { z } from 'zod';
import type { EventType } from '../platform/context.ts';

/** What happens in cabinets, as the other modules learn it. */

const event = <S extends z.ZodRawShape>(name: string, shape: S) =>
  ({ name, payload: z.object(shape) }) satisfies EventType<z.infer<z.ZodObject<S>>>;

const cabinet = { cabinetId: z.uuid() };
const document = { ...cabinet, documentId: z.uuid() };

export const cabinetCreated = event('cabinet.created', cabinet);
export const cabinetArchived = event('cabinet.archived', cabinet);
/** It is destroyed 30 days later, unless somebody keeps it. */
export const cabinetDeleted = event('cabinet.deleted', cabinet);

const place = {
  ...{ ...cabinet, memberId: z.uuid(), userId: z.uuid().nullable() },
  role: z.enum(['READER', 'CONTRIBUTOR', 'MANAGER']),
};
export const cabinetAccessGranted = event('cabinet.access-granted', place);
export const cabinetAccessChanged = event('cabinet.access-changed', place);
export const cabinetAccessEnded = event('cabinet.access-ended', place);
/** An admin who is no member gave a reason and is a manager for an hour. */
export const cabinetEnteredByAdmin = event('cabinet.entered-by-admin', { ...cabinet, userId: z.uuid() });

export const documentAdded = event('document.added', { ...document, versionId: z.uuid() });
/** It has another current version. */
export const documentVersioned = event('document.versioned', { ...document, versionId: z.uuid(), number: z.int() });
export const documentUpdated = event('document.updated', document);
/** `fromCabinetId`: where it was before, the same where it was moved inside. */
export const documentMoved = event('document.moved', { ...document, fromCabinetId: z.uuid() });
export const documentTrashed = event('document.trashed', document);
export const documentRestored = event('document.restored', document);
export const documentLocked = event('document.locked', document);
/** `isBroken`: by a manager, not by whoever locked it. */
export const documentUnlocked = event('document.unlocked', {
  ...document,
  lockedBy: z.uuid(),
  isBroken: z.boolean(),
});
/** An address that has no account yet was invited, or invited again. */
export const cabinetInvited = event('cabinet.invited', { ...cabinet, memberId: z.uuid() });
/** Nobody is left who looks after it; `proposedUserId`: its oldest contributor. */
export const cabinetWithoutManager = event('cabinet.without-manager', {
  ...cabinet,
  proposedUserId: z.uuid().nullable(),
});
/** Nothing is left of it but ids, times and hashes; its certificate says so. */
export const documentPurged = event('document.purged', document);
/** Documents whose time of keeping is over: for people to decide about, or in the trash until their notice is over. */
export const retentionDue = event('retention.due', { ...cabinet, toReview: z.int(), toDestroy: z.int() });
export const destructionCertified = event('destruction.certified', { ...cabinet, certificateId: z.uuid() });
/** Its contents are destroyed; the row and the certificates remain. */
export const cabinetDestroyed = event('cabinet.destroyed', cabinet);
/** Its bytes are more than 80, 95 or 100 % of what it may hold. */
export const quotaCrossed = event('quota.crossed', { ...cabinet, percent: z.int(), crossedAt: z.iso.datetime() });
