import { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { transition } from '../../kernel/states.ts';
import { notify, recipientsOf, type NotificationWords } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { writing } from '../../platform/orm/values.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { exportAllTask, syncConnectionTask, type fitPlanTask } from '../calendar-jobs.ts';
import { connectionStates } from '../calendar-connection.states.ts';
import { noteReadings } from '../reading/note-readings.ts';
import { allowedConnections } from './connection-limits.ts';

type Fitting = Tx<'em' | 'now' | 'enqueue' | 'publish'>;

/** As many connections go on as the plan of a person says, the oldest first; the others are paused, and their owner is notified. */
export async function fitPlan(tx: Fitting, { personId }: PayloadOf<typeof fitPlanTask>): Promise<void> {
  const artisan = await tx.em.findOne(Artisan, { userId: personId });
  if (artisan === null) return;
  await takeTurn(tx, 'calendars.connect', artisan.id);
  const allowed = await allowedConnections(writing(tx.em).db, personId);
  const connections = await tx.em.find(
    CalendarConnection,
    { artisan: artisan.id, status: { $ne: 'DISCONNECTED' } },
    { orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  for (const connection of connections.slice(0, allowed)) if (connection.status === 'PAUSED') resume(tx, connection);
  const tooMany = connections.slice(allowed).filter(({ status }) => status !== 'PAUSED');
  for (const connection of tooMany) transition(connectionStates, connection, 'pause');
  await noteReadings(tx, artisan.id);
  if (tooMany.length > 0) await notifyPaused(tx, personId, tooMany);
}

function resume({ enqueue, now }: Fitting, connection: CalendarConnection): void {
  transition(connectionStates, connection, 'resume');
  connection.nextSyncAt = now;
  enqueue(syncConnectionTask, { connectionId: connection.id, isFull: true });
  enqueue(exportAllTask, { artisanId: connection.artisan.id });
}

const words: NotificationWords<{ readonly accounts: string }> = {
  fr: ({ accounts }) => ({
    title: 'Des agendas connectés sont en pause',
    message: `Votre formule ne comprend plus autant d’agendas\u00a0: ${accounts}. Ils ne sont plus lus, et reprendront avec une formule qui les comprend.`,
  }),
  en: ({ accounts }) => ({
    title: 'Connected calendars are paused',
    message: `Your plan no longer includes that many calendars: ${accounts}. They are not read any more, and go on with a plan that includes them.`,
  }),
};

async function notifyPaused(tx: Fitting, userId: string, paused: readonly CalendarConnection[]): Promise<void> {
  const recipient = (await recipientsOf(tx, [userId])).get(userId);
  if (recipient === undefined) return;
  await notify(tx, {
    userId,
    ...words[recipient.locale]({
      accounts: paused
        .map(({ account }) => account)
        .join(', ')
        .slice(0, 400),
    }),
    type: 'SYSTEM',
    actionUrl: '/agenda/calendriers',
    data: { connectionIds: paused.map(({ id }) => id) },
    dedupeKey: `calendars-paused:${paused[0]?.id}:${tx.now.getTime()}`,
  });
}
