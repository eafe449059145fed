import { FormBlock, type FormBlockKind } from '../../../entities/messaging/visitor.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { wordsOf } from '../../kernel/search-query.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import type { Db, Tx } from '../../platform/context.ts';
import { linkedHosts, type Blocked } from './held.policy.ts';

/** All of them are compared with every message. */
const mostWords = 1_000;

/** What of the block list concerns one message. */
export async function blockedFor(db: Db, { email, text }: { email: string; text: string }): Promise<Blocked> {
  const hosts = linkedHosts(text).flatMap(withParents);
  const rows = await db
    .selectFrom('form_block')
    .select(['kind', 'value'])
    .where((eb) =>
      eb.or([
        eb('kind', '=', 'WORD'),
        eb.and([eb('kind', '=', 'ADDRESS'), eb('value', '=', email)]),
        ...(hosts.length === 0 ? [] : [eb.and([eb('kind', '=', 'SITE'), eb('value', 'in', [...new Set(hosts)])])]),
      ]),
    )
    .execute();
  const of = (kind: FormBlockKind) => rows.filter((row) => row.kind === kind).map(({ value }) => value);
  return { words: of('WORD'), addresses: of('ADDRESS'), sites: of('SITE') };
}

/** `a.b.example.org`, `b.example.org`, `example.org`. */
const withParents = (host: string): string[] => {
  const parts = host.split('.');
  return parts.slice(0, -1).map((_, index) => parts.slice(index).join('.'));
};

const shapes: Readonly<Record<FormBlockKind, (value: string) => string>> = {
  WORD: (value) => wordsOf(value).join(' '),
  ADDRESS: (value) => (/^[^\s@]+@[^\s@]+$/u.test(value.trim()) ? value.trim().toLowerCase() : ''),
  SITE: (value) => linkedHosts(`https://${value.trim().replace(/^https?:\/\//iu, '')}`)[0] ?? '',
};

export interface BlockInForms {
  readonly kind: FormBlockKind;
  readonly value: string;
}

/** Messages with this wait from now on; twice is once. Errors: INPUT_INVALID, QUOTA_EXCEEDED. */
export async function blockInForms(
  tx: Tx<'em' | 'actor' | 'now' | 'record'>,
  { kind, value }: BlockInForms,
): Promise<FormBlock> {
  const shaped = shapes[kind](value).slice(0, 255);
  if (shaped === '') throw fieldError('input.value', 'matches');
  if (kind === 'WORD' && (await tx.em.count(FormBlock, { kind })) >= mostWords)
    throw new DomainError('QUOTA_EXCEEDED', { mostWords });
  await addBlocks(tx, [{ kind, value: shaped, isLearnt: false, createdById: personOf(tx.actor) }]);
  const block = await tx.em.findOneOrFail(FormBlock, { kind, value: shaped });
  recordChange(tx, block.id, 'block');
  return block;
}

/** Messages with this wait no more; those that are held stay where they are. Errors: NOT_FOUND. */
export async function unblockInForms(
  tx: Tx<'em' | 'record'>,
  { formBlockId }: { readonly formBlockId: string },
): Promise<string> {
  const gone = await tx.em.nativeDelete(FormBlock, { id: formBlockId });
  if (gone === 0) throw new DomainError('NOT_FOUND');
  recordChange(tx, formBlockId, 'unblock');
  return formBlockId;
}

const recordChange = ({ record }: Tx<'record'>, formBlockId: string, verb: string): void =>
  record({ action: 'FORM_BLOCKS_CHANGED', targetType: 'system', payload: { formBlockId, verb } });

interface NewBlock extends BlockInForms {
  readonly isLearnt: boolean;
  readonly createdById: string | null;
}

/** What is there already stays as it is. */
export async function addBlocks(tx: Tx<'em' | 'now'>, blocks: readonly NewBlock[]): Promise<void> {
  await takeTurn(tx, 'addFormBlocks', '');
  for (const { kind, value, ...block } of blocks)
    if ((await tx.em.count(FormBlock, { kind, value })) === 0) tx.em.create(FormBlock, { kind, value, ...block });
  await tx.em.flush();
}
