import { CabinetMember } from '../../../entities/archive/cabinet-member.entity.ts';
import { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Document } from '../../../entities/archive/document.entity.ts';
import {
  notify,
  notifyMany,
  queueMail,
  recipientsIn,
  recipientsOf,
  type NotificationWords,
  type Recipient,
} from '../../notifications/index.ts';
import { lastingManagers } from '../cabinets/last-manager.ts';
import { cabinetEnteredMail } from '../emails/cabinet-entered.ts';
import { cabinetsPath, type NoticeTx } from './notify-place.ts';

type Words = NotificationWords<{ readonly cabinet: string }>;

const entered: Words = {
  fr: ({ cabinet }) => ({
    title: 'Un administrateur est entré dans votre armoire',
    message: `«\u00a0${cabinet}\u00a0», pour une heure.`,
  }),
  en: ({ cabinet }) => ({ title: 'An admin entered your cabinet', message: `“${cabinet}”, for an hour.` }),
};

/** Notifies every manager of a cabinet that an admin opened it, and why. Nobody once the admin left again. */
export async function notifyEntered(
  tx: NoticeTx,
  { cabinetId, userId }: { readonly cabinetId: string; readonly userId: string },
): Promise<void> {
  const cabinet = await tx.em.findOneOrFail(Cabinet, { id: cabinetId });
  const entry = await tx.em.findOne(CabinetMember, { cabinet, user: userId, isEntry: true });
  if (entry === null) return;
  const managers = (await lastingManagers(tx, cabinet)).flatMap(({ user }) => user?.id ?? []);
  const people = await recipientsOf(tx, [...managers, userId]);
  const about = { cabinet, entry, adminName: people.get(userId)?.name ?? '' };
  for (const [id, person] of people) if (id !== userId) await notifyOfEntry(tx, person, about);
}

interface Entry {
  readonly cabinet: Cabinet;
  readonly entry: CabinetMember;
  readonly adminName: string;
}

async function notifyOfEntry(tx: NoticeTx, person: Recipient, { cabinet, entry, adminName }: Entry): Promise<void> {
  const { userId, locale, firstName } = person;
  const key = `${entry.id}:${entry.expiresAt?.getTime() ?? 0}:${userId}`;
  await queueMail(tx, {
    ...{ template: cabinetEnteredMail, recipient: person, locale, dedupeKey: `cabinet-entered:${key}` },
    data: {
      ...{ name: firstName, cabinetName: cabinet.name, adminName, reason: entry.reason ?? '' },
      cabinetUrl: `${tx.config.frontUrl}${cabinetsPath}`,
    },
  });
  await notify(tx, {
    ...{ userId, ...entered[locale]({ cabinet: cabinet.name }), priority: 'HIGH', type: 'SECURITY' },
    ...{ actionUrl: cabinetsPath, data: { cabinetId: cabinet.id }, dedupeKey: `entered:${key}` },
  });
}

const broken: NotificationWords<{ readonly title: string }> = {
  fr: ({ title }) => ({
    title: 'Votre verrou a été levé',
    message: `Un gestionnaire a déverrouillé «\u00a0${title}\u00a0».`,
  }),
  en: ({ title }) => ({ title: 'Your lock was broken', message: `A manager unlocked “${title}”.` }),
};

/** Notifies whoever had a lock that a manager broke it. */
export async function notifyLockBroken(
  tx: NoticeTx,
  { documentId, lockedBy, isBroken }: { documentId: string; lockedBy: string; isBroken: boolean },
): Promise<void> {
  const person = (await recipientsOf(tx, [lockedBy])).get(lockedBy);
  const document = await tx.em.findOne(Document, { id: documentId });
  if (!isBroken || person === undefined || document === null) return;
  await notify(tx, {
    ...{ userId: lockedBy, ...broken[person.locale]({ title: document.title }), type: 'DOCUMENT' },
    ...{ data: { documentId }, dedupeKey: `lock-broken:${documentId}:${tx.now.toISOString().slice(0, 16)}` },
  });
}

const orphaned: Words = {
  fr: ({ cabinet }) => ({
    title: 'Une armoire n’a plus de gestionnaire',
    message: `«\u00a0${cabinet}\u00a0»\u00a0: entrez-y pour en nommer un.`,
  }),
  en: ({ cabinet }) => ({
    title: 'A cabinet has no manager any more',
    message: `“${cabinet}”: enter it to name one.`,
  }),
};

/** Notifies the admins that nobody is left to look after a cabinet, and whom its members would have: its oldest contributor. */
export async function notifyWithoutManager(
  tx: NoticeTx,
  { cabinetId, proposedUserId }: { readonly cabinetId: string; readonly proposedUserId: string | null },
): Promise<void> {
  const cabinet = await tx.em.findOneOrFail(Cabinet, { id: cabinetId });
  await notifyMany(
    tx,
    (await recipientsIn(tx, 'ADMIN')).map(({ userId, locale }) => ({
      ...{ userId, ...orphaned[locale]({ cabinet: cabinet.name }), type: 'SYSTEM' as const, priority: 'HIGH' as const },
      ...{ actionUrl: cabinetsPath, data: { cabinetId, proposedUserId } },
      dedupeKey: `without-manager:${cabinetId}:${tx.now.toISOString().slice(0, 10)}:${userId}`,
    })),
  );
}
