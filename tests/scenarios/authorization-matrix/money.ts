import { BillingToken } from '../../../src/entities/billing/billing-token.entity.ts';
import { PaymentCustomer } from '../../../src/entities/billing/payment-customer.entity.ts';
import { PaymentMethod } from '../../../src/entities/billing/payment-method.entity.ts';
import { PlanPeriod } from '../../../src/entities/billing/plan-period.entity.ts';
import { PlanPrice } from '../../../src/entities/billing/plan-price.entity.ts';
import { PlanSubscription } from '../../../src/entities/billing/plan-subscription.entity.ts';
import { Plan } from '../../../src/entities/billing/plan.entity.ts';
import type { User } from '../../../src/entities/identity/user.entity.ts';
import { documentToStore } from '../../../src/services/billing/stored-document.ts';
import { fingerprint, newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { franchiseInvoice, line } from '../../services/billing/invoice-samples.ts';
import { makeInvoice, makeInvoiceLine } from '../../support/make/invoice.ts';
import { makePayment } from '../../support/make/payment.ts';
import { makeStoredFile } from '../../support/make/stored-file.ts';
import { makeVisitorWithToken } from './visitors.ts';

/** What an invoice of one line says, unpaid: it can be credited. */
export const soldDocument = (): Record<string, unknown> =>
  documentToStore(franchiseInvoice({ lines: [line('Correction', 1, 35_000)], payments: [] }));

/** Opens the invoice of the person without an account. */
export const invoiceToken = 'a-token-of-an-invoice';

/** Somebody without an account, who paid for something and was mailed its invoice. Nobody’s in particular: made once. */
export function makePersonWithoutAccount(em: EntityManager, now: Date): void {
  makeVisitorWithToken(em, now);
  const person = {
    personName: 'Ada Sans-Compte',
    personEmail: 'ada@matrix.example.org',
    personAddress: { lines: ['1 rue du Port'], postcode: '34000', city: 'Montpellier', country: 'FR' },
    personLocale: 'fr',
  } as const;
  const subjectId = newId();
  makePayment(em, { payer: null, ...person, subjectId, status: 'PAID', paidAt: now });
  const pdf = makeStoredFile(em, {
    owner: null,
    name: 'facture.pdf',
    mimeType: 'application/pdf',
    sizeBytes: 3,
    sha256: 'a'.repeat(64),
    ciphertextSha256: 'b'.repeat(64),
  });
  const invoice = makeInvoice(em, { buyer: null, ...person, subjectId, issuedAt: now, document: soldDocument(), pdf });
  makeInvoiceLine(em, { invoice, description: 'Correction' });
  em.create(BillingToken, {
    purpose: 'READ_INVOICE',
    invoice,
    tokenHash: fingerprint(invoiceToken),
    expiresAt: new Date('2030-01-01'),
  });
}

/** Somebody’s plan of archives, paid until the end of its month, the next month to be paid. They have none of the other family: they can choose one. */
export async function makePlanSubscription(em: EntityManager, person: User): Promise<string> {
  const plan = await em.findOneOrFail(Plan, { code: 'ARCHIVE_M' });
  const price = await em.findOneOrFail(PlanPrice, { plan, currency: 'EUR', interval: 'MONTH' });
  const subscription = em.create(PlanSubscription, {
    person,
    family: 'ARCHIVE',
    plan,
    price,
    status: 'ACTIVE',
    liveFor: `${person.id}:ARCHIVE`,
    anchorDay: 20,
    startedOn: '2026-11-20',
    paidUntil: '2026-12-20',
  });
  const period = { subscription, person, plan, price, amountCents: 1_500, currency: 'EUR' } as const;
  const paid = em.create(PlanPeriod, { ...period, status: 'PAID', startsOn: '2026-11-20', endsOn: '2026-12-20' });
  paid.liveFor = `${subscription.id}:${paid.startsOn}`;
  subscription.currentPeriodId = paid.id;
  const due = em.create(PlanPeriod, { ...period, status: 'DUE', startsOn: '2026-12-20', endsOn: '2027-01-20' });
  due.liveFor = `${subscription.id}:${due.startsOn}`;
  return subscription.id;
}

/** The cards of somebody’s payments: an amount held on one, and one that was saved. */
export function makeCards(em: EntityManager, person: User): { heldPayment: string; paymentMethod: string } {
  const heldPayment = makePayment(em, {
    payer: person,
    subjectId: newId(),
    status: 'AUTHORIZED',
    flow: 'FORM',
    isHold: true,
    providerPaymentId: `pi_${newId()}`,
  });
  em.create(PaymentCustomer, { person, provider: 'SANDBOX', providerCustomerId: `cus_${newId()}` });
  const paymentMethod = em.create(PaymentMethod, {
    person,
    provider: 'SANDBOX',
    providerMethodId: `pm_${newId()}`,
    brand: 'visa',
    last4: '4242',
    expMonth: 12,
    expYear: 2030,
    defaultFor: person.id,
  });
  return { heldPayment: heldPayment.id, paymentMethod: paymentMethod.id };
}
