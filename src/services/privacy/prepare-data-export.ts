import { MailTemplateError, type MailPreparation } from '../notifications/index.ts';
import { exportUrl } from './export-link.ts';

/** Just before the mail leaves: the link, whose secret is stored nowhere. */
export const prepareDataExport: MailPreparation = async (ctx, { data }) => {
  const { exportId } = data as { exportId?: unknown };
  if (typeof exportId !== 'string') throw new MailTemplateError('data-export-ready', 'no copy is named');
  return { downloadUrl: exportUrl(ctx, exportId) };
};
