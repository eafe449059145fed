import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { FaqCategory } from '../../../entities/content/faq-entry.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { requireWhole } from '../whole-order.ts';
import { noteFaqChange } from './faq-entries.ts';

export interface CreateFaqCategory extends Keyed {
  readonly name: string;
}

type ChangeContext = Tx<'em' | 'publish' | 'record'>;

const orTaken = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof UniqueConstraintViolationException ? fieldError('input.name', 'unique') : error;
  });

async function lockCategory({ em }: Tx<'em'>, id: string): Promise<FaqCategory> {
  const category = isId(id) ? await em.findOne(FaqCategory, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (category === null) throw new DomainError('NOT_FOUND');
  return category;
}

/** Adds a family of questions, as the last one. */
export const createFaqCategory: Operation<'run', CreateFaqCategory, FaqCategory> = ({ run }, input) =>
  orTaken(run(createOnce, input));

async function create(tx: ChangeContext, { name }: Omit<CreateFaqCategory, 'key'>): Promise<FaqCategory> {
  const last = await writing(tx.em)
    .db.selectFrom('faq_category')
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst();
  const category = tx.em.create(FaqCategory, { id: newId(), name, position: Number(last?.position ?? -1) + 1 });
  noteFaqChange(tx, 'createCategory', category.id);
  return category;
}

const createOnce = keyed<'em' | 'publish' | 'record', CreateFaqCategory, FaqCategory>(
  'createFaqCategory',
  create,
  ({ em }, id) => em.findOneOrFail(FaqCategory, { id }),
);

/** Renames a family of questions, and with it what its questions say. */
export const renameFaqCategory: Operation<'run', { readonly id: string; readonly name: string }, FaqCategory> = (
  { run },
  input,
) => orTaken(run(rename, input));

async function rename(
  tx: ChangeContext,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<FaqCategory> {
  const category = await lockCategory(tx, id);
  await writing(tx.em)
    .db.updateTable('faq_entry')
    .set({ category: name })
    .where('category', '=', category.name)
    .execute();
  category.name = name;
  noteFaqChange(tx, 'renameCategory', id);
  return category;
}

/** Puts all families in an order. A list that is not whole is `CONFLICT`. */
export async function reorderFaqCategories(
  tx: ChangeContext,
  { ids }: { readonly ids: readonly string[] },
): Promise<readonly string[]> {
  const all = await tx.em.find(FaqCategory, {}, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  requireWhole(
    all.map(({ id }) => id),
    ids,
  );
  for (const category of all) category.position = ids.indexOf(category.id);
  noteFaqChange(tx, 'reorderCategories');
  return ids;
}

/** Deletes a family that no question is in; one that has some is `ACTION_NOT_ALLOWED`. */
export async function deleteFaqCategory(tx: ChangeContext, { id }: { readonly id: string }): Promise<string> {
  const category = await lockCategory(tx, id);
  const entry = await writing(tx.em)
    .db.selectFrom('faq_entry')
    .select('id')
    .where('category', '=', category.name)
    .limit(1)
    .executeTakeFirst();
  if (entry !== undefined) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'delete', reason: 'NOT_EMPTY' });
  await tx.em.nativeDelete(FaqCategory, { id });
  noteFaqChange(tx, 'deleteCategory', id);
  return id;
}
