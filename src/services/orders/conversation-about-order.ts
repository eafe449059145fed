import { peopleByIds } from '../identity/index.ts';
import type { Locale } from '../kernel/locale.ts';
import { recipientsOf } from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { Db, ReadContext, Tx } from '../platform/context.ts';

interface Topic {
  readonly title: string;
  readonly participantIds: readonly string[];
  readonly staffIds: readonly string[];
}

interface Joined {
  readonly subjectId: string;
  readonly joinedIds: readonly string[];
  readonly isNew: boolean;
}

/** The conversation about an order: its customer and its proofreader take part. */
export const conversationAboutOrder = {
  async topic(db: Db, orderId: string): Promise<Topic | null> {
    const order = await findOrder(db, orderId);
    if (order === undefined) return null;
    const { title, customerId, proofreaderId } = order;
    const staffIds = proofreaderId === null ? [] : [proofreaderId];
    return { title, participantIds: [customerId, ...staffIds], staffIds };
  },

  /** Presents the proofreader who joined, in the customer's language. */
  async greeting(
    { em, actor }: Tx<'em' | 'actor'>,
    { subjectId, joinedIds, isNew }: Joined,
  ): Promise<{ content: string } | null> {
    const { db } = writing(em);
    const order = await findOrder(db, subjectId);
    if (order === undefined || order.proofreaderId === null || !joinedIds.includes(order.proofreaderId)) return null;
    const { title, customerId, proofreaderId } = order;
    const proofreader = await nameOf({ db, actor }, proofreaderId);
    const locale = await localeOf({ em }, customerId);
    return { content: isNew ? welcomeWords[locale]({ title, proofreader }) : takeoverWords[locale]({ proofreader }) };
  },
};

const nameOf = async (ctx: Pick<ReadContext, 'db' | 'actor'>, userId: string): Promise<string> =>
  (await peopleByIds(ctx, [userId])).get(userId)?.displayName ?? '';

const localeOf = async (tx: Tx<'em'>, userId: string): Promise<Locale> =>
  (await recipientsOf(tx, [userId])).get(userId)?.locale ?? 'fr';

const findOrder = (db: Db, orderId: string) =>
  db
    .selectFrom('customer_order')
    .select(['title', 'customer_id as customerId', 'proofreader_id as proofreaderId'])
    .where('id', '=', orderId)
    .executeTakeFirst();

type Words<Facts> = Readonly<Record<Locale, (facts: Facts) => string>>;

const welcomeWords: Words<{ title: string; proofreader: string }> = {
  fr: ({ title, proofreader }) =>
    `Bienvenue\u202f! Cette conversation réunit toutes les personnes qui travaillent sur «\u00a0${title}\u00a0». ${proofreader} s’occupe de votre manuscrit\u00a0: posez ici vos questions et joignez vos documents.`,
  en: ({ title, proofreader }) =>
    `Welcome! This conversation brings together everyone who works on “${title}”. ${proofreader} takes care of your manuscript: ask your questions and share your documents here.`,
};

const takeoverWords: Words<{ proofreader: string }> = {
  fr: ({ proofreader }) => `${proofreader} prend désormais en charge votre manuscrit.`,
  en: ({ proofreader }) => `${proofreader} now takes care of your manuscript.`,
};
