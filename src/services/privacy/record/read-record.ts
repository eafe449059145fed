import type { Locale } from '../../kernel/locale.ts';
import { requirePermission, personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { readGrant, signGrant } from '../../files/index.ts';
import type { Operation } from '../../platform/context.ts';
import { printRecord } from './print-record.ts';
import { recordIn, type ProcessingRecord } from './processing-record.ts';

/** What the grant of a link is for, where that of a file names a file. */
const purpose = 'processing-record';

/** The record, and where it is to be had as a PDF for a minute. */
export interface LinkedRecord extends ProcessingRecord {
  readonly pdfUrl: string;
}

type Reading = 'db' | 'actor' | 'now' | 'config' | 'retention' | 'personalData' | 'downloadKey';

/** The record in the language asked for, or that of the current user; for admins and auditors. */
export const processingRecord: Operation<
  Reading,
  { readonly locale?: Locale | null | undefined },
  LinkedRecord
> = async (ctx, asked) => {
  const { config, actor, now, downloadKey } = ctx;
  requirePermission(actor, 'processing-record:read');
  const locale = asked.locale ?? actor.locale;
  const { token } = signGrant(downloadKey, { fileId: purpose, versionId: locale, userId: personOf(actor) }, now);
  return {
    ...(await recordIn(ctx, locale)),
    pdfUrl: `${config.publicUrl}/privacy/processing-record.pdf?grant=${token}`,
  };
};

type Needed = 'db' | 'now' | 'config' | 'retention' | 'personalData' | 'pdf' | 'downloadKey';

/** The PDF that a link leads to, made from how things are now. `TOKEN_INVALID` for a link that is over, changed, or for something else. */
export const openRecordPdf: Operation<Needed, { readonly grant: string }, Buffer> = async (ctx, { grant }) => {
  const { fileId, versionId } = readGrant(ctx.downloadKey, grant, ctx.now);
  if (fileId !== purpose) throw new DomainError('TOKEN_INVALID');
  const locale: Locale = versionId === 'en' ? 'en' : 'fr';
  return printRecord({ pdf: ctx.pdf, locale, timeZone: ctx.config.TIME_ZONE }, await recordIn(ctx, locale));
};
