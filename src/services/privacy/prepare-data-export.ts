import { MailTemplateError, type PreparationOf } from '../notifications/index.ts';
import type { dataExportReady } from './emails/data-export-ready.ts';
import { exportUrl } from './export-link.ts';

/** Just before the mail leaves: the link, whose secret is stored nowhere. */
export const prepareDataExport: PreparationOf<typeof dataExportReady> = async (ctx, { data }) => {
  const { exportId } = data as { exportId?: unknown };
  if (typeof exportId !== 'string') throw new MailTemplateError('data-export-ready', 'no copy is named');
  return { downloadUrl: exportUrl(ctx, exportId) };
};
