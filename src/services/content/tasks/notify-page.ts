import { PageSchedule } from '../../../entities/content/page-parts.entity.ts';
import { Page } from '../../../entities/content/page.entity.ts';
import { formatInstant } from '../../kernel/format.ts';
import { notify, queueMail, recipientsIn, type NotificationWords } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { pageNotPublished } from '../emails/page-not-published.ts';
import { pagePublishedMail } from '../emails/page-published.ts';
import type { notifyPageNotPublishedTask, notifyPagePublishedTask } from './content-jobs.ts';

type NotifyContext = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>;

interface Said {
  readonly title: string;
  readonly at: string;
}

const published: NotificationWords<Said & { readonly isLate: boolean }> = {
  fr: ({ title, at, isLate }) => ({
    title: 'Une page programmée est en ligne',
    message: isLate
      ? `La page «\u00a0${title}\u00a0» était prévue le ${at}, quand le serveur était arrêté\u00a0: elle a été publiée à son redémarrage.`
      : `La page «\u00a0${title}\u00a0» a été publiée comme prévu, le ${at}.`,
  }),
  en: ({ title, at, isLate }) => ({
    title: 'A scheduled page is on line',
    message: isLate
      ? `The page “${title}” was due on ${at}, when the server was off: it was published as the server started again.`
      : `The page “${title}” was published as planned, on ${at}.`,
  }),
};

const failed: NotificationWords<Said> = {
  fr: ({ title, at }) => ({
    title: 'Une page n’a pas pu être publiée',
    message: `La page «\u00a0${title}\u00a0» devait changer le ${at}. Elle est restée comme elle était\u00a0: ouvrez-la pour voir ce qui l’a empêché.`,
  }),
  en: ({ title, at }) => ({
    title: 'A page could not be published',
    message: `The page “${title}” was to change on ${at}. It is as it was: open it to see what hindered it.`,
  }),
};

const pathOf = (pageId: string): string => `/admin/pages/${pageId}`;

/** Longer after its time than any server takes to look. */
const lateMs = 2 * 60_000;

/** Mails to whoever planned a page that it is on line, and notifies the admins; nothing where somebody published it by hand. */
export const notifyPagePublished = async (
  { run }: Pick<AppContext, 'run'>,
  { scheduleId }: PayloadOf<typeof notifyPagePublishedTask>,
): Promise<void> => {
  if (scheduleId !== null) await run(notifyPublished, { scheduleId });
};

/** Mails to the admins, and notifies them, that what was planned could not be done. */
export const notifyPageNotPublished = (
  { run }: Pick<AppContext, 'run'>,
  { scheduleId }: PayloadOf<typeof notifyPageNotPublishedTask>,
): Promise<void> => run(notifyFailed, { scheduleId });

interface Planned {
  readonly planned: PageSchedule;
  readonly page: Page;
}

/** Undefined when it was deleted meanwhile. */
async function plannedOf({ em }: Tx<'em'>, id: string): Promise<Planned | undefined> {
  const planned = await em.findOne(PageSchedule, { id });
  const page = planned && (await em.findOne(Page, { id: planned.page.id }));
  return planned && page ? { planned, page } : undefined;
}

async function notifyPublished(tx: NotifyContext, { scheduleId }: { readonly scheduleId: string }): Promise<void> {
  const found = await plannedOf(tx, scheduleId);
  if (found === undefined) return;
  const { planned, page } = found;
  const isLate = (planned.endedAt?.getTime() ?? 0) - planned.at.getTime() > lateMs;
  for (const recipient of await recipientsIn(tx, 'ADMIN')) {
    const { userId, locale, firstName } = recipient;
    const at = formatInstant(planned.at, { locale, timeZone: planned.zone });
    const dedupeKey = `${pagePublishedMail.name}:${scheduleId}:${userId}`;
    if (userId === planned.plannedById)
      await queueMail(tx, {
        template: pagePublishedMail,
        recipient,
        locale,
        dedupeKey,
        data: {
          firstName,
          pageTitle: page.title,
          publishedAt: at,
          isLate,
          pageUrl: `${tx.config.frontUrl}/${page.slug}`,
        },
      });
    await notify(tx, {
      userId,
      ...published[locale]({ title: page.title, at, isLate }),
      actionUrl: pathOf(page.id),
      data: { pageId: page.id },
      dedupeKey,
    });
  }
}

async function notifyFailed(tx: NotifyContext, { scheduleId }: { readonly scheduleId: string }): Promise<void> {
  const found = await plannedOf(tx, scheduleId);
  if (found === undefined) return;
  const { planned, page } = found;
  for (const recipient of await recipientsIn(tx, 'ADMIN')) {
    const { userId, locale, firstName } = recipient;
    const at = formatInstant(planned.at, { locale, timeZone: planned.zone });
    const dedupeKey = `${pageNotPublished.name}:${scheduleId}:${userId}`;
    await queueMail(tx, {
      template: pageNotPublished,
      recipient,
      locale,
      dedupeKey,
      data: {
        firstName,
        pageTitle: page.title,
        plannedAt: at,
        isSlugTaken: planned.failure === 'SLUG_TAKEN',
        pageUrl: tx.config.frontUrl + pathOf(page.id),
      },
    });
    await notify(tx, {
      userId,
      ...failed[locale]({ title: page.title, at }),
      type: 'ERROR',
      priority: 'HIGH',
      actionUrl: pathOf(page.id),
      data: { pageId: page.id },
      dedupeKey,
    });
  }
}
