import { Cabinet } from '../../../../entities/archive/cabinet.entity.ts';
import { localDateOf } from '../../../kernel/format.ts';
import type { NotificationWords } from '../../../notifications/index.ts';
import type { PayloadOf } from '../../../platform/task.ts';
import { destructionCertifiedMail } from '../../emails/destruction-certified.ts';
import type { notifyCertificateTask } from '../retention-jobs.ts';
import { notifyManagers, type NoticeTx } from './notify-managers.ts';

const words: NotificationWords<{ readonly cabinetName: string }> = {
  fr: ({ cabinetName }) => ({
    title: 'Des certificats de destruction sont établis',
    message: `Armoire «\u00a0${cabinetName}\u00a0»\u00a0: des documents ont été détruits.`,
  }),
  en: ({ cabinetName }) => ({
    title: 'Certificates of destruction were issued',
    message: `Cabinet “${cabinetName}”: documents were destroyed.`,
  }),
};

/** Notifies the managers of a cabinet that certificates were issued: once a day, however many there are. */
export async function notifyCertificate(
  tx: NoticeTx,
  { cabinetId }: PayloadOf<typeof notifyCertificateTask>,
): Promise<void> {
  const cabinet = await tx.em.findOneOrFail(Cabinet, { id: cabinetId });
  const path = `/armoires/${cabinetId}/certificats`;
  await notifyManagers(tx, cabinetId, {
    template: destructionCertifiedMail,
    data: () => ({ cabinetName: cabinet.name, certificatesUrl: `${tx.config.frontUrl}${path}` }),
    ...{ words, facts: { cabinetName: cabinet.name }, actionUrl: path },
    key: `${cabinetId}:${localDateOf(tx.now, tx.config.TIME_ZONE)}`,
  });
}
