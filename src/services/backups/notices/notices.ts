import { createHash } from 'node:crypto';
import { Backup } from '../../../entities/backups/backup.entity.ts';
import { RestoreDrill } from '../../../entities/backups/restore-drill.entity.ts';
import { backupDamagedMail } from '../emails/backup-damaged.ts';
import { backupFailedMail } from '../emails/backup-failed.ts';
import { backupLateMail } from '../emails/backup-late.ts';
import { damageHealedMail } from '../emails/damage-healed.ts';
import { keyUnavailableMail } from '../emails/key-unavailable.ts';
import { drillFailedMail } from '../emails/restore-drill-failed.ts';
import type { NotificationWords } from '../../notifications/index.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type {
  notifyDamageTask,
  notifyDrillTask,
  notifyFailureTask,
  notifyHealedTask,
  notifyKeyTask,
} from '../backup-jobs.ts';
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

const mended: NotificationWords<Facts> = {
  fr: ({ target, detail }) => ({
    title: 'Des données endommagées ont été réparées',
    message: `${detail} élément(s) de ${target} étaient endommagés, et ont été réparés à partir d’une copie intacte. Si cela se répète, remplacez ce support.`,
  }),
  en: ({ target, detail }) => ({
    title: 'Damaged data was mended',
    message: `${detail} parts of ${target} were damaged, and were mended from a whole copy. If it happens again, replace what holds them.`,
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

const late: NotificationWords<Facts> = {
  fr: ({ target, detail }) => ({
    title: 'La dernière sauvegarde est trop ancienne',
    message: `La dernière sauvegarde complète sur ${target} a ${detail}\u00a0heures. Une nouvelle est lancée\u202f; si elle échoue, vérifiez le support.`,
  }),
  en: ({ target, detail }) => ({
    title: 'The newest backup is too old',
    message: `The newest complete backup at ${target} is ${detail} hours old. Another one has been started; if it fails, check the target.`,
  }),
};

const keyAway: NotificationWords<Facts> = {
  fr: ({ target }) => ({
    title: 'Le service de clés ne répond pas',
    message: `La clé ${target} est hors d’atteinte\u00a0: les fichiers ne peuvent être ni ouverts ni ajoutés. Rien n’est perdu.`,
  }),
  en: ({ target }) => ({
    title: 'The key service does not answer',
    message: `The key ${target} cannot be reached: files can be neither opened nor added. Nothing is lost.`,
  }),
};

/** Once for each row of failures, at the second. */
export async function notifyFailure(
  tx: NoticeTx,
  { backupId, failures }: PayloadOf<typeof notifyFailureTask>,
): Promise<void> {
  if (failures !== 2) return;
  const { target, failure } = await tx.em.findOneOrFail(Backup, { id: backupId });
  const detail = failure ?? '';
  await notifyAdmins(tx, {
    ...{ words: failed, facts: { target, detail }, mail: backupFailedMail, data: { failure: detail } },
    key: `backup-failed:${backupId}`,
  });
}

export async function notifyDamage(
  tx: NoticeTx,
  { backupId, damaged: count }: PayloadOf<typeof notifyDamageTask>,
): Promise<void> {
  const { target } = await tx.em.findOneOrFail(Backup, { id: backupId });
  const day = tx.now.toISOString().slice(0, 10);
  const key = `backup-damaged:${backupId}:${day}`;
  const facts = { target, detail: String(count) };
  await notifyAdmins(tx, { words: damaged, facts, mail: backupDamagedMail, data: { damaged: count }, key });
}

interface Mended {
  readonly target: string;
  readonly healed: number;
  /** Once a day for each of these. */
  readonly about: string;
}

async function notifyMended(tx: NoticeTx, { target, healed, about }: Mended): Promise<void> {
  const key = `damage-healed:${about}:${tx.now.toISOString().slice(0, 10)}`;
  const facts = { target, detail: String(healed) };
  await notifyAdmins(tx, { words: mended, facts, mail: damageHealedMail, data: { healed }, key });
}

/** Of a backup, by its verification. */
export async function notifyHealed(
  tx: NoticeTx,
  { backupId, healed }: PayloadOf<typeof notifyHealedTask>,
): Promise<void> {
  const { target } = await tx.em.findOneOrFail(Backup, { id: backupId });
  await notifyMended(tx, { target, healed, about: backupId });
}

/** Of the stored files, by the look of a night. */
export const notifyScrubbed = (tx: NoticeTx, { healed }: { readonly healed: number }): Promise<void> =>
  notifyMended(tx, { target: tx.config.STORAGE_URL ?? tx.config.dataDir, healed, about: 'files' });

export async function notifyDrill(tx: NoticeTx, { drillId }: PayloadOf<typeof notifyDrillTask>): Promise<void> {
  const { target, fault } = await tx.em.findOneOrFail(RestoreDrill, { id: drillId });
  const detail = fault ?? '';
  await notifyAdmins(tx, {
    ...{ words: drilled, facts: { target, detail }, mail: drillFailedMail, data: { fault: detail } },
    key: `drill-failed:${drillId}`,
  });
}

interface Late {
  readonly target: string;
  /** Of the newest complete backup, or since there is a server. */
  readonly since: Date;
}

/** Once for each gap of a target. */
export async function notifyLate(tx: NoticeTx, { target, since }: Late): Promise<void> {
  const hours = Math.floor((tx.now.getTime() - since.getTime()) / 3_600_000);
  await notifyAdmins(tx, {
    ...{ words: late, facts: { target, detail: String(hours) }, mail: backupLateMail, data: { hours } },
    key: `backup-late:${shortHash(target)}:${since.toISOString()}`,
  });
}

/** Once a day for each key, for as long as its service is away. */
export async function notifyKey(tx: NoticeTx, { keyId, provider }: PayloadOf<typeof notifyKeyTask>): Promise<void> {
  const facts = { target: `${provider} ${keyId}`, detail: '' };
  const key = `key-unavailable:${shortHash(keyId)}:${tx.now.toISOString().slice(0, 10)}`;
  await notifyAdmins(tx, { words: keyAway, facts, mail: keyUnavailableMail, data: {}, key, path: '/admin/cles' });
}

/** An address is longer than a key may be. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
