import { FaqCategory, FaqEntry } from '../../../entities/content/faq-entry.entity.ts';
import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId, newId } from '../../kernel/ids.ts';
import type { Locale } from '../../kernel/locale.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { touchContent } from '../../platform/public-content.ts';
import { requireWhole } from '../whole-order.ts';

export interface FaqWords {
  readonly question: string;
  readonly answer: string;
  readonly details?: string | null | undefined;
  /** The name of a category that there is. */
  readonly category: string;
  /** In which language it is written; French unless said. */
  readonly locale?: Locale | null | undefined;
}

export interface CreateFaqEntry extends FaqWords, Keyed {
  readonly isVisible?: boolean | null | undefined;
}

export interface UpdateFaqEntry extends Partial<FaqWords> {
  readonly id: string;
  readonly version: number;
}

type ChangeContext = Tx<'em' | 'publish' | 'record'>;

/** Everyone is answered anew, and it is written down who did it. */
export function noteFaqChange(tx: Tx<'publish' | 'record'>, verb: string, id: string | null = null): void {
  touchContent(tx);
  tx.record({ action: 'FAQ_CHANGED', targetType: 'page', targetId: id, payload: { verb } });
}

async function lockEntry({ em }: Tx<'em'>, id: string): Promise<FaqEntry> {
  const entry = isId(id) ? await em.findOne(FaqEntry, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (entry === null) throw new DomainError('NOT_FOUND');
  return entry;
}

/** The category as it is written, whatever the case it was asked in. */
async function categoryNamed({ em }: Tx<'em'>, name: string): Promise<string> {
  const category = await em.findOne(FaqCategory, { name }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (category === null) throw fieldError('input.category', 'known');
  return category.name;
}

/** Two entries with one question would be one too many. */
const orTaken = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof UniqueConstraintViolationException ? fieldError('input.question', 'unique') : error;
  });

/** Adds a question and its answer, as the last one. */
export const createFaqEntry: Operation<'run', CreateFaqEntry, FaqEntry> = ({ run }, input) =>
  orTaken(run(createOnce, input));

async function create(tx: ChangeContext, input: Omit<CreateFaqEntry, 'key'>): Promise<FaqEntry> {
  const { question, answer, details, isVisible, locale } = input;
  const last = await writing(tx.em)
    .db.selectFrom('faq_entry')
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst();
  const entry = tx.em.create(FaqEntry, {
    id: newId(),
    question,
    answer,
    details: details || null,
    category: await categoryNamed(tx, input.category),
    isVisible: isVisible ?? true,
    locale: locale ?? 'fr',
    position: Number(last?.position ?? -1) + 1,
  });
  noteFaqChange(tx, 'create', entry.id);
  return entry;
}

const createOnce = keyed<'em' | 'publish' | 'record', CreateFaqEntry, FaqEntry>(
  'createFaqEntry',
  create,
  ({ em }, id) => em.findOneOrFail(FaqEntry, { id }),
);

/** Writes a question, an answer or its details anew; what is absent stays. One that was changed since it was read is `CONFLICT`. */
export const updateFaqEntry: Operation<'run', UpdateFaqEntry, FaqEntry> = ({ run }, input) =>
  orTaken(run(update, input));

async function update(tx: ChangeContext, { id, version, ...words }: UpdateFaqEntry): Promise<FaqEntry> {
  const entry = await lockEntry(tx, id);
  if (entry.version !== version) {
    const { details } = fieldError('input.version', 'changedSince');
    throw new DomainError('CONFLICT', { ...details, version: entry.version });
  }
  entry.question = words.question ?? entry.question;
  entry.answer = words.answer ?? entry.answer;
  entry.locale = words.locale ?? entry.locale;
  if (words.details !== undefined) entry.details = words.details || null;
  if (words.category !== undefined) entry.category = await categoryNamed(tx, words.category);
  noteFaqChange(tx, 'update', id);
  return entry;
}

/** Shows a question to everyone, or to nobody. */
export async function setFaqVisibility(
  tx: ChangeContext,
  { id, isVisible }: { readonly id: string; readonly isVisible: boolean },
): Promise<FaqEntry> {
  const entry = await lockEntry(tx, id);
  entry.isVisible = isVisible;
  noteFaqChange(tx, isVisible ? 'show' : 'hide', id);
  return entry;
}

export async function deleteFaqEntry(tx: ChangeContext, { id }: { readonly id: string }): Promise<string> {
  await lockEntry(tx, id);
  await tx.em.nativeDelete(FaqEntry, { id });
  noteFaqChange(tx, 'delete', id);
  return id;
}

/** Puts all questions in an order. A list that is not whole is `CONFLICT`. */
export async function reorderFaq(
  tx: ChangeContext,
  { ids }: { readonly ids: readonly string[] },
): Promise<readonly string[]> {
  const entries = await tx.em.find(FaqEntry, {}, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  requireWhole(
    entries.map(({ id }) => id),
    ids,
  );
  for (const entry of entries) entry.position = ids.indexOf(entry.id);
  noteFaqChange(tx, 'reorder');
  return ids;
}
