import { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { notify, queueMail, recipientsOf, type NotificationWords } from '../../notifications/index.ts';
import { lastingManagers } from '../cabinets/last-manager.ts';
import { quotaCrossedMail } from '../emails/quota-crossed.ts';
import { cabinetsPath, type NoticeTx } from './notify-place.ts';

interface Crossed {
  readonly cabinetId: string;
  readonly percent: number;
  readonly crossedAt: string;
}

const words: NotificationWords<{ readonly cabinet: string; readonly percent: number }> = {
  fr: ({ cabinet, percent }) => ({
    title: 'Une armoire se remplit',
    message: `«\u00a0${cabinet}\u00a0» occupe ${percent}\u00a0% de son espace.`,
  }),
  en: ({ cabinet, percent }) => ({
    title: 'A cabinet fills up',
    message: `“${cabinet}” takes ${percent}% of its space.`,
  }),
};

/** Notifies the managers of a cabinet, and whose plan it counts against, that it has crossed 80, 95 or 100 % of its space. */
export async function notifyQuota(tx: NoticeTx, { cabinetId, percent, crossedAt }: Crossed): Promise<void> {
  const cabinet = await tx.em.findOneOrFail(Cabinet, { id: cabinetId });
  const managers = (await lastingManagers(tx, cabinet)).flatMap(({ user }) => user?.id ?? []);
  const people = await recipientsOf(tx, [...new Set([cabinet.owner.id, ...managers])]);
  for (const [userId, person] of people) {
    const dedupeKey = `quota:${cabinetId}:${percent}:${crossedAt}:${userId}`;
    await queueMail(tx, {
      ...{ template: quotaCrossedMail, recipient: person, locale: person.locale, dedupeKey },
      data: {
        ...{ name: person.firstName, cabinetName: cabinet.name, percent: String(percent), isFull: percent === 100 },
        cabinetUrl: `${tx.config.frontUrl}${cabinetsPath}`,
      },
    });
    await notify(tx, {
      ...{ userId, ...words[person.locale]({ cabinet: cabinet.name, percent }), type: 'DOCUMENT', dedupeKey },
      ...{ actionUrl: cabinetsPath, data: { cabinetId, percent } },
    });
  }
}
