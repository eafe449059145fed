import { InvoiceDraft } from '../../../entities/billing/invoice-draft.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import type { InvoiceDocument } from '../invoice-document.ts';
import { renderDraft } from '../invoice-pdf/render-draft.ts';
import { mentionCatalogue } from '../mention-catalogue.ts';
import { sellerInForce } from '../seller-in-force.ts';
import { logoOf } from '../stored-logo.ts';
import { composeDraft, readyDraft } from './compose-draft.ts';
import { subjectOf } from './load-draft.ts';

export interface InvoicePreview {
  readonly name: string;
  readonly mimeType: string;
  /** The PDF, in base64. */
  readonly content: string;
}

/**
 * The PDF that a draft would be issued as today, without a number and with « BROUILLON » across it. Nothing of it is stored, so that
 * there is nothing to download by an address: the answer holds it. Refuses what issuing it would refuse.
 */
export const previewInvoice: Operation<
  'run' | 'pdf' | 'actor' | 'db' | 'vault',
  { readonly draftId: string },
  InvoicePreview
> = async (ctx, { draftId }) => {
  requirePermission(ctx.actor, 'invoice:draft');
  const document = await ctx.run(composePreview, draftId);
  const bytes = await renderDraft({ pdf: ctx.pdf, logo: await logoOf(ctx, document) }, document);
  return { name: `${draftId}.pdf`, mimeType: 'application/pdf', content: bytes.toString('base64') };
};

async function composePreview(tx: Tx<'em' | 'now' | 'config'>, draftId: string): Promise<InvoiceDocument> {
  const draft = isId(draftId) ? await tx.em.findOne(InvoiceDraft, { id: draftId }) : null;
  if (draft === null) throw new DomainError('NOT_FOUND');
  const { TIME_ZONE: timeZone } = tx.config;
  const ready = await readyDraft(tx, draft, subjectOf(draft));
  const seller = await sellerInForce(tx, localDateOf(tx.now, timeZone));
  const mentionList = await mentionCatalogue(tx);
  const none = { series: '', sequence: 0, number: '', issuedAt: tx.now };
  return composeDraft(none, ready, { seller, mentionList, timeZone });
}
