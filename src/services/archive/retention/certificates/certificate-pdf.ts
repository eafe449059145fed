import { personOf } from '../../../access/actor.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { readGrant, signGrant } from '../../../files/index.ts';
import type { Operation } from '../../../platform/context.ts';
import { certificateById, getCertificate } from '../queries/list-certificates.ts';
import { printCertificate, type PrintedFacts } from './print-certificate.ts';

/** What the grant of a link is for, where that of a file names a file. */
const purpose = 'destruction-certificate';

/** Where a certificate is to be had as a PDF, for a minute. */
export interface CertificateLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** The link to the PDF of a certificate that the caller may see. Error: NOT_FOUND. */
export const linkToCertificate: Operation<
  'db' | 'actor' | 'now' | 'config' | 'downloadKey',
  { readonly id: string },
  CertificateLink
> = async (ctx, { id }) => {
  await getCertificate(ctx, id);
  const target = { fileId: purpose, versionId: id, userId: personOf(ctx.actor) };
  const { token, expiresAt } = signGrant(ctx.downloadKey, target, ctx.now);
  return { url: `${ctx.config.publicUrl}/certificates/pdf?grant=${token}`, expiresAt };
};

/** The PDF that a link leads to. `TOKEN_INVALID` for a link that is over, changed, or for something else. */
export const openCertificatePdf: Operation<
  'db' | 'actor' | 'now' | 'config' | 'pdf' | 'downloadKey',
  { readonly grant: string },
  { readonly name: string; readonly bytes: Buffer }
> = async (ctx, { grant }) => {
  const { fileId, versionId: id } = readGrant(ctx.downloadKey, grant, ctx.now);
  if (fileId !== purpose) throw new DomainError('TOKEN_INVALID');
  const { number, file } = await certificateById(ctx, id);
  const { certificate } = JSON.parse(file) as { readonly certificate: PrintedFacts };
  const printing = { pdf: ctx.pdf, locale: ctx.actor.locale, author: ctx.config.FROM_NAME };
  return {
    name: `certificat-de-destruction-${number}.pdf`,
    bytes: await printCertificate(printing, { facts: certificate, file }),
  };
};
