import { Cabinet } from '../../../../entities/archive/cabinet.entity.ts';
import { localDateOf } from '../../../kernel/format.ts';
import type { NotificationWords } from '../../../notifications/index.ts';
import type { PayloadOf } from '../../../platform/task.ts';
import { documentsDueMail } from '../../emails/documents-due.ts';
import type { notifyDueTask } from '../retention-jobs.ts';
import { noticeDays } from '../run-retention.ts';
import { notifyManagers, type NoticeTx } from './notify-managers.ts';

const words: NotificationWords<{ readonly cabinetName: string; readonly count: number }> = {
  fr: ({ cabinetName, count }) => ({
    title: 'Des documents arrivent au terme de leur conservation',
    message: `Armoire «\u00a0${cabinetName}\u00a0»\u00a0: ${count === 1 ? '1 document' : `${count} documents`}.`,
  }),
  en: ({ cabinetName, count }) => ({
    title: 'Documents have reached the end of their time of keeping',
    message: `Cabinet “${cabinetName}”: ${count === 1 ? '1 document' : `${count} documents`}.`,
  }),
};

/** Notifies the managers of a cabinet of what is due for destruction; once for each step of a run. */
export async function notifyDue(
  tx: NoticeTx,
  { cabinetId, toReview, toDestroy }: PayloadOf<typeof notifyDueTask>,
): Promise<void> {
  const cabinet = await tx.em.findOneOrFail(Cabinet, { id: cabinetId });
  const path = `/armoires/${cabinetId}/echeances`;
  await notifyManagers(tx, cabinetId, {
    template: documentsDueMail,
    data: () => ({
      ...{ cabinetName: cabinet.name, toReview, toDestroy, hasReview: toReview > 0, hasDestruction: toDestroy > 0 },
      ...{ noticeDays, dueUrl: `${tx.config.frontUrl}${path}` },
    }),
    ...{ words, facts: { cabinetName: cabinet.name, count: toReview + toDestroy }, actionUrl: path },
    key: `${cabinetId}:${localDateOf(tx.now, tx.config.TIME_ZONE)}`,
  });
}
