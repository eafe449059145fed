import { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { NotificationWords } from '../../notifications/index.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { notifyToReconnectTask } from '../calendar-jobs.ts';
import { calendarToReconnectMail } from '../emails/calendar-to-reconnect.ts';
import { notifyArtisan, type NoticeTx } from './notify-artisan.ts';

const words: NotificationWords<{ readonly account: string }> = {
  fr: ({ account }) => ({
    title: 'Un agenda est à reconnecter',
    message: `${account} ne nous laisse plus lire vos occupations.`,
  }),
  en: ({ account }) => ({
    title: 'A calendar must be connected again',
    message: `${account} no longer lets us read when you are busy.`,
  }),
};

const path = '/agenda/calendriers';

/** Notifies the artisan that a connection waits for them, once for each time that it is refused; nothing when it is open again. */
export async function notifyToReconnect(
  tx: NoticeTx,
  { connectionId }: PayloadOf<typeof notifyToReconnectTask>,
): Promise<void> {
  const connection = await tx.em.findOne(CalendarConnection, { id: connectionId });
  if (connection?.status !== 'TO_RECONNECT') return;
  const artisan = await tx.em.findOneOrFail(Artisan, { id: connection.artisan.id });
  const { account } = connection;
  await notifyArtisan(tx, artisan, {
    template: calendarToReconnectMail,
    data: { name: artisan.displayName, account, calendarsUrl: `${tx.config.frontUrl}${path}` },
    ...{ words, facts: () => ({ account }), actionUrl: path, about: { connectionId } },
    key: `${connectionId}:${connection.credentialsNumber}`,
  });
}
