/** Drafts of invoices, for tests: an admin writes and issues them in the billing world. */
import { BillingProfile } from '../../../src/entities/billing/billing-profile.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import type { InvoiceDocument } from '../../../src/services/billing/invoice-document.ts';
import { createInvoiceDraft, issueDraft } from '../../../src/services/billing/index.ts';
import type { DraftContent } from '../../../src/services/billing/drafts/draft-content.ts';
import { documentFromStore } from '../../../src/services/billing/stored-document.ts';
import type { BuyerKind } from '../../../src/services/kernel/vat.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import type { AppContext, Tx } from '../../../src/services/platform/context.ts';
import { noLimits } from '../../support/no-limits.ts';
import { makeActor } from '../../support/make/actor.ts';
import { billables, createBillingWorld, type BillingWorld } from './billing-world.ts';

export const line = (unitPrice: string, changes: object = {}) => ({
  description: 'Relecture',
  quantityThousandths: 1_000,
  unitPrice,
  ...changes,
});

export interface DraftWorld extends BillingWorld {
  readonly adminId: string;
  around(userId?: string): AppContext;
  /** A draft for the buyer, in euros unless said. */
  draft(content: Partial<DraftContent>): Promise<{ id: string; version: number }>;
  issue(content: Partial<DraftContent>): Promise<IssuedRow>;
  row(invoiceId: string): Promise<IssuedRow>;
  business(kind: Exclude<BuyerKind, 'PERSON'>, changes?: Partial<BillingProfile>): Promise<string>;
}

export interface IssuedRow {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly amounts: readonly number[];
  readonly document: InvoiceDocument;
  readonly row: Record<string, unknown>;
}

const countries = { FRENCH_BUSINESS: 'FR', EU_BUSINESS: 'BE', OTHER_BUSINESS: 'CH' } as const;

export async function createDraftWorld(environment: Record<string, string> = {}): Promise<DraftWorld> {
  const world = await createBillingWorld({
    environment: { SELLER_VAT_REGIME: 'STANDARD', SELLER_VAT_NUMBER: 'FR44732829320', ...environment },
  });
  const adminId = await world.addCustomer();
  const around = (userId = adminId): AppContext => ({
    ...world.contextFor(makeActor(userId, { role: 'ADMIN' })),
    billables,
    limits: noLimits,
  });
  const row = async (invoiceId: string): Promise<IssuedRow> => {
    const found = await world.db
      .selectFrom('invoice')
      .selectAll()
      .where('id', '=', invoiceId)
      .executeTakeFirstOrThrow();
    return {
      id: found.id,
      number: found.number,
      status: found.status,
      amounts: [Number(found.net_cents), Number(found.tax_cents), Number(found.gross_cents)],
      document: documentFromStore(jsonFrom(found.document)),
      row: found,
    };
  };
  const draft: DraftWorld['draft'] = async (content) => {
    const { id, version } = await createInvoiceDraft(around(), { currency: 'EUR', lines: [line('100')], ...content });
    return { id, version };
  };
  return {
    ...world,
    adminId,
    around,
    row,
    draft,
    issue: async (content) => {
      const { id: draftId, version } = await draft(content);
      return row((await issueDraft(around(), { draftId, version })).id);
    },
    business: async (kind, changes = {}) => {
      const personId = await world.addCustomer();
      await world.run(async ({ em }: Tx<'em'>) => {
        em.create(BillingProfile, {
          person: em.getReference(User, personId),
          kind,
          name: 'Éditions du Fleuve',
          addressLines: ['45 quai de la Loire'],
          postcode: '44000',
          city: 'Nantes',
          country: countries[kind],
          siren: kind === 'FRENCH_BUSINESS' ? '552100554' : null,
          ...changes,
        } as never);
      }, undefined);
      return personId;
    },
  };
}
