import { notify, queueMail, recipientsOf, type NotificationWords } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { uploadExpiredMail } from '../emails/upload-expired.ts';
import { cabinetsPath } from '../notices/notify-place.ts';
import type { notifyExpiredTask } from './finish-upload.task.ts';
import { lockUpload } from './own-upload.ts';

const words: NotificationWords<{ readonly name: string }> = {
  fr: ({ name }) => ({
    title: 'Envoi expiré',
    message: `L’envoi de «\u00a0${name}\u00a0» n’a pas été continué pendant sept jours\u00a0: il est à recommencer.`,
  }),
  en: ({ name }) => ({
    title: 'Upload expired',
    message: `The upload of “${name}” was not continued for seven days: it has to begin again.`,
  }),
};

/** Whoever began an upload learns that it has expired; a program does not. */
export async function notifyExpired(
  tx: Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>,
  { uploadId }: PayloadOf<typeof notifyExpiredTask>,
): Promise<void> {
  const session = await lockUpload(tx, uploadId);
  if (session?.status !== 'EXPIRED') return;
  const person = (await recipientsOf(tx, [session.uploaderId])).get(session.uploaderId);
  if (person === undefined) return;
  await queueMail(tx, {
    ...{ template: uploadExpiredMail, recipient: person, locale: person.locale },
    data: {
      ...{ name: person.firstName, fileName: session.name },
      cabinetUrl: `${tx.config.frontUrl}${cabinetsPath}`,
    },
    dedupeKey: `upload-expired:${uploadId}`,
  });
  await notify(tx, {
    ...{ userId: person.userId, ...words[person.locale]({ name: session.name }) },
    ...{ type: 'DOCUMENT', actionUrl: cabinetsPath, data: { uploadId }, dedupeKey: `upload-expired:${uploadId}` },
  });
}
