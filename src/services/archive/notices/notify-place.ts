import { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import type { CabinetRole } from '../../../entities/archive/cabinet-member.entity.ts';
import { notify, queueMail, recipientsOf, type NotificationWords } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import { cabinetAccessMail } from '../emails/cabinet-access.ts';

export type NoticeTx = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>;

/** What happened to a place. */
type Happened = 'granted' | 'changed' | 'ended';

interface NotifiedPlace {
  readonly cabinetId: string;
  readonly memberId: string;
  /** Null for a program, and for an address without an account. */
  readonly userId: string | null;
  readonly role: CabinetRole;
}

const words: Readonly<Record<Happened, NotificationWords<{ readonly cabinet: string }>>> = {
  granted: {
    fr: ({ cabinet }) => ({
      title: 'Accès à une armoire',
      message: `Vous avez accès à l’armoire «\u00a0${cabinet}\u00a0».`,
    }),
    en: ({ cabinet }) => ({ title: 'Access to a cabinet', message: `You have access to the cabinet “${cabinet}”.` }),
  },
  changed: {
    fr: ({ cabinet }) => ({
      title: 'Accès à une armoire',
      message: `Votre accès à l’armoire «\u00a0${cabinet}\u00a0» a changé.`,
    }),
    en: ({ cabinet }) => ({
      title: 'Access to a cabinet',
      message: `Your access to the cabinet “${cabinet}” has changed.`,
    }),
  },
  ended: {
    fr: ({ cabinet }) => ({
      title: 'Accès à une armoire',
      message: `Vous n’avez plus accès à l’armoire «\u00a0${cabinet}\u00a0».`,
    }),
    en: ({ cabinet }) => ({
      title: 'Access to a cabinet',
      message: `You no longer have access to the cabinet “${cabinet}”.`,
    }),
  },
};

export const cabinetsPath = '/armoires';

const notifyingOf =
  (happened: Happened) =>
  async (tx: NoticeTx, { cabinetId, memberId, userId, role }: NotifiedPlace): Promise<void> => {
    const person = userId === null ? undefined : (await recipientsOf(tx, [userId])).get(userId);
    const cabinet = await tx.em.findOne(Cabinet, { id: cabinetId });
    if (person === undefined || cabinet === null) return;
    const now = happened === 'ended' ? null : role;
    const key = `${happened}:${memberId}:${role}:${tx.now.toISOString().slice(0, 13)}`;
    await queueMail(tx, {
      ...{ template: cabinetAccessMail, recipient: person, locale: person.locale },
      data: {
        ...{ name: person.firstName, cabinetName: cabinet.name, cabinetUrl: `${tx.config.frontUrl}${cabinetsPath}` },
        ...{ isGranted: happened === 'granted', isChanged: happened === 'changed', isEnded: happened === 'ended' },
        ...{ isReader: now === 'READER', isContributor: now === 'CONTRIBUTOR', isManager: now === 'MANAGER' },
      },
      dedupeKey: `cabinet-access:${key}`,
    });
    await notify(tx, {
      ...{ userId: person.userId, ...words[happened][person.locale]({ cabinet: cabinet.name }) },
      ...{ type: 'DOCUMENT', actionUrl: cabinetsPath, data: { cabinetId }, dedupeKey: `cabinet:${key}` },
    });
  };

export const notifyGranted = notifyingOf('granted');
export const notifyChanged = notifyingOf('changed');
export const notifyEnded = notifyingOf('ended');
