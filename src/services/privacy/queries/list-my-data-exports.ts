import type { DataExport, ExportFormat, ExportStatus } from '../../../entities/privacy/data-export.entity.ts';
import { personOf } from '../../access/actor.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { Operation } from '../../platform/context.ts';
import { exportUrl } from '../export-link.ts';

/** A copy as its person sees it. */
export interface DataExportRow {
  readonly id: string;
  readonly format: ExportFormat;
  readonly status: ExportStatus;
  /** Percent. */
  readonly progress: number;
  readonly requestedAt: Date;
  readonly expiresAt: Date | null;
  readonly downloadUrl: string | null;
}

export const exportRowOf = (
  { id, format, status, progress, createdAt, expiresAt }: DataExport,
  downloadUrl: string | null,
): DataExportRow => ({ id, format, status, progress, requestedAt: createdAt, expiresAt, downloadUrl });

const most = 50;

/** The copies that the current user has asked for in the last month, newest first. */
export const listMyDataExports: Operation<
  'db' | 'actor' | 'now' | 'config' | 'derived',
  void,
  DataExportRow[]
> = async (ctx) => {
  const rows = await ctx.db
    .selectFrom('data_export')
    .select(['id', 'format', 'status', 'progress', 'created_at', 'expires_at'])
    .where('user_id', '=', personOf(ctx.actor))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ id, format, status, progress, created_at, expires_at }) => {
    const expiresAt = expires_at === null ? null : instantFrom(expires_at);
    const isThere = status === 'READY' && expiresAt !== null && expiresAt > ctx.now;
    return {
      id,
      format,
      status,
      progress,
      requestedAt: instantFrom(created_at),
      expiresAt,
      downloadUrl: isThere ? exportUrl(ctx, id) : null,
    };
  });
};
