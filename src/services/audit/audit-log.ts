import { system } from '../access/actor.ts';
import { newId } from '../kernel/ids.ts';
import type { AuditRecord, Tx } from '../platform/context.ts';
import type { createUnitOfWork, AuditLog, Origin } from '../platform/unit-of-work.ts';
import { appendEntries, type AppendParts, type Entered } from './append.ts';
import { createBatchWriter, type BatchWriter } from './batch-writer.ts';

/** The audit log as the unit of work writes it: entries join the chain in the transaction of the action. */
export const createAuditLog =
  (parts: AppendParts): AuditLog =>
  (em, records, present) =>
    appendEntries(
      parts,
      em,
      records.map((record) => ({ record, present: { ...present, actor: record.actor ?? present.actor } })),
    );

type UnitOfWork = ReturnType<typeof createUnitOfWork>;

/** The same for entries that have no transaction of their own: many share one. */
export const createNotes = (parts: AppendParts, unitOfWork: UnitOfWork): BatchWriter => {
  const write = async ({ em, enqueue }: Tx<'em' | 'enqueue'>, entries: readonly Entered[]): Promise<void> => {
    for (const { task, payload, options } of await appendEntries(parts, em, entries)) enqueue(task, payload, options);
  };
  return createBatchWriter((entries) => unitOfWork({ actor: system, requestId: newId() }, write, entries));
};

/** A note as an operation writes it. */
export const noteAs =
  (writer: BatchWriter, { actor, requestId }: Origin, now: () => Date) =>
  (record: AuditRecord): Promise<void> =>
    writer.add({ record, present: { actor, requestId, now: now() } });
