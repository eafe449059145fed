import { Backup } from '../../../entities/backups/backup.entity.ts';
import { RestoreDrill } from '../../../entities/backups/restore-drill.entity.ts';
import type { NotificationWords } from '../../notifications/index.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { notifyDamageTask, notifyDrillTask, notifyFailureTask } from '../backup-jobs.ts';
import { notifyAdmins, type Facts, type NoticeTx } from './notify-admins.ts';

const failed: NotificationWords<Facts> = {
  fr: ({ target, detail }) => ({
    title: 'La sauvegarde échoue',
    message: `Deux sauvegardes de suite vers ${target} ont échoué (${detail}). Vérifiez le support\u00a0: sans lui, une panne ferait perdre plus d’une journée.`,
  }),
  en: ({ target, detail }) => ({
    title: 'Backups fail',
    message: `Two backups in a row to ${target} failed (${detail}). Check the target: without it a breakdown would lose more than a day.`,
  }),
};

const damaged: NotificationWords<Facts> = {
  fr: ({ target, detail }) => ({
    title: 'Une sauvegarde est endommagée',
    message: `${detail} élément(s) d’une sauvegarde sur ${target} sont endommagés, et aucune copie intacte n’a été trouvée. Faites une nouvelle sauvegarde sur un autre support.`,
  }),
  en: ({ target, detail }) => ({
    title: 'A backup is damaged',
    message: `${detail} parts of a backup at ${target} are damaged, and no whole copy was found. Make a new backup at another target.`,
  }),
};

const drilled: NotificationWords<Facts> = {
  fr: ({ target, detail }) => ({
    title: 'L’essai de restauration a échoué',
    message: `La dernière sauvegarde sur ${target} ne se restaure pas entièrement (${detail}).`,
  }),
  en: ({ target, detail }) => ({
    title: 'The restore drill failed',
    message: `The newest backup at ${target} cannot be restored wholly (${detail}).`,
  }),
};

/** Once for each row of failures, at the second. */
export async function notifyFailure(
  tx: NoticeTx,
  { backupId, failures }: PayloadOf<typeof notifyFailureTask>,
): Promise<void> {
  if (failures !== 2) return;
  const { target, failure } = await tx.em.findOneOrFail(Backup, { id: backupId });
  await notifyAdmins(tx, { words: failed, facts: { target, detail: failure ?? '' }, key: `backup-failed:${backupId}` });
}

export async function notifyDamage(
  tx: NoticeTx,
  { backupId, damaged: count }: PayloadOf<typeof notifyDamageTask>,
): Promise<void> {
  const { target } = await tx.em.findOneOrFail(Backup, { id: backupId });
  const day = tx.now.toISOString().slice(0, 10);
  const key = `backup-damaged:${backupId}:${day}`;
  await notifyAdmins(tx, { words: damaged, facts: { target, detail: String(count) }, key });
}

export async function notifyDrill(tx: NoticeTx, { drillId }: PayloadOf<typeof notifyDrillTask>): Promise<void> {
  const { target, fault } = await tx.em.findOneOrFail(RestoreDrill, { id: drillId });
  await notifyAdmins(tx, { words: drilled, facts: { target, detail: fault ?? '' }, key: `drill-failed:${drillId}` });
}
