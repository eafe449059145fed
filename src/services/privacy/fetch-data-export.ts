import type { Readable } from 'node:stream';
import { LockMode } from '@mikro-orm/core';
import { DataExport } from '../../entities/privacy/data-export.entity.ts';
import { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { discardFile, openStored, type OpenedFile } from '../files/index.ts';
import { DomainError } from '../kernel/errors.ts';
import { fingerprint } from '../kernel/ids.ts';
import type { Tx, Operation, UseCase } from '../platform/context.ts';
import { allows, transition } from '../kernel/states.ts';
import { dataExportStates } from './data-export.states.ts';

export interface FetchDataExport {
  readonly exportId: string;
  readonly token: string;
}

/** A copy on its way out; `done` destroys it, whether or not all of it arrived. */
export interface Fetched extends Pick<OpenedFile, 'name' | 'mimeType' | 'size'> {
  readonly stream: Readable;
  done(): Promise<void>;
}

/** Opens a copy with the link that was mailed, once: `TOKEN_INVALID` the second time, after a day, and for anything else. */
export const fetchDataExport: Operation<'run' | 'db' | 'vault', FetchDataExport, Fetched> = async (ctx, input) => {
  const fileId = await ctx.run(redeem, input);
  const file = await openStored(ctx, fileId);
  if (file === undefined) throw new DomainError('TOKEN_INVALID');
  const { name, mimeType, size } = file;
  return {
    name,
    mimeType,
    size,
    stream: await file.open(),
    done: () => ctx.run(discardExport, { exportId: input.exportId }),
  };
};

const redeem: UseCase<'em' | 'now' | 'record', FetchDataExport, string> = async (
  { em, now, record },
  { exportId, token },
) => {
  // The secret of one copy opens, and destroys, no other.
  const found = await em.findOne(
    DataExport,
    { id: exportId, tokenHash: fingerprint(token) },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (
    found === null ||
    !allows(dataExportStates, found.status, 'fetch') ||
    found.file === null ||
    (found.expiresAt as Date) <= now
  )
    throw new DomainError('TOKEN_INVALID');
  transition(dataExportStates, found, 'fetch');
  Object.assign(found, { usedAt: now, email: null });
  record({
    action: 'DATA_EXPORT_FETCHED',
    targetType: 'user',
    targetId: found.user?.id ?? null,
    severity: 'MEDIUM',
    payload: { exportId: found.id },
  });
  return found.file.id;
};

/** Destroys the file of a copy, its key first; one that a legal hold keeps stays until it is released, and nobody can fetch it. */
export const discardExport: UseCase<'em' | 'now' | 'record' | 'enqueue', { readonly exportId: string }, void> = async (
  tx,
  { exportId },
) => {
  const found = await tx.em.findOne(DataExport, { id: exportId });
  if (found !== null) await discard(tx, found);
};

export async function discard(tx: Tx<'em' | 'now' | 'record' | 'enqueue'>, found: DataExport): Promise<void> {
  const file = found.file === null ? null : await tx.em.findOne(StoredFile, { id: found.file.id, deletedAt: null });
  if (file === null || (await discardFile(tx, file))) found.file = null;
}
