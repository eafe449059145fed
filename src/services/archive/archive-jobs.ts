import { z } from 'zod';
import { defineTask } from '../platform/task.ts';

const nothing = z.object({});
const place = z.object({
  ...{ cabinetId: z.uuid(), memberId: z.uuid() },
  ...{ userId: z.uuid().nullable(), role: z.enum(['READER', 'CONTRIBUTOR', 'MANAGER']) },
});

/** Each hour: places whose time is over. */
export const endPlacesTask = defineTask('archive.end-places', nothing);
/** Each night: what is said to be in each cabinet is counted again. */
export const recountTask = defineTask('archive.recount', nothing);
/** Somebody proved an address that a place waits for. */
export const takePlacesTask = defineTask('archive.take-places', z.object({ userId: z.uuid() }));
export const notifyGrantedTask = defineTask('archive.notify-granted', place);
export const notifyChangedTask = defineTask('archive.notify-changed', place);
export const notifyEndedTask = defineTask('archive.notify-ended', place);
export const inviteAddressTask = defineTask('archive.invite-address', z.object({ memberId: z.uuid() }));
export const notifyEnteredTask = defineTask(
  'archive.notify-entered',
  z.object({ cabinetId: z.uuid(), userId: z.uuid() }),
);
export const notifyLockBrokenTask = defineTask(
  'archive.notify-lock-broken',
  z.object({ documentId: z.uuid(), lockedBy: z.uuid(), isBroken: z.boolean() }),
);
export const notifyWithoutManagerTask = defineTask(
  'archive.notify-without-manager',
  z.object({ cabinetId: z.uuid(), proposedUserId: z.uuid().nullable() }),
);
export const notifyQuotaTask = defineTask(
  'archive.notify-quota',
  z.object({ cabinetId: z.uuid(), percent: z.int(), crossedAt: z.iso.datetime() }),
);
