import assert from 'node:assert/strict';
import * as sdk from '../../../sdk/index.ts';
import { eventually } from '../listening.ts';
import { amountOf } from './amount-of.ts';
import type { InvoicingContext } from './invoicing.context.ts';

/** The customer chooses a plan and pays its first month. */
export async function choosePlan(story: InvoicingContext): Promise<string> {
  const { choosePlan: chosen } = await story.customer.mutate(sdk.ChoosePlanDocument, {
    input: { plan: 'PRO', interval: 'MONTH', currency: 'EUR' },
  });
  assert.equal(chosen.status, 'INCOMPLETE');
  const { plan, invoiceId } = await payDue(story, 'PRO');
  return `${plan.code}, ${await story.keepPaper('forfait.pdf', invoiceId)}`;
}

/** A dearer plan counts once the difference is paid, which is what the preview said. */
export async function changePlan(story: InvoicingContext): Promise<string> {
  const { previewPlanChange } = await story.customer.query(sdk.PreviewPlanChangeDocument, { plan: 'BUSINESS' });
  assert.equal(previewPlanChange.toPay.amount, previewPlanChange.charge.amount - previewPlanChange.credit.amount);
  await story.customer.mutate(sdk.ChangePlanDocument, { input: { plan: 'BUSINESS' } });
  const { plan, toPay, invoiceId } = await payDue(story, 'BUSINESS');
  assert.deepEqual(toPay, previewPlanChange.toPay);
  return `${plan.code}, ${amountOf(toPay)}, ${await story.keepPaper('changement-de-forfait.pdf', invoiceId)}`;
}

/** Pays what is due, and answers the period that it paid for, with its invoice. */
async function payDue(story: InvoicingContext, code: string) {
  const { customer } = story;
  const { paySubscription } = await customer.mutate(sdk.PaySubscriptionDocument, { input: { family: 'ARTISAN' } });
  await story.pressPay(String(paySubscription.url));
  return eventually(`the plan ${code} is in force`, async () => {
    const { myPlanSubscription: mine } = await customer.query(sdk.MyPlanSubscriptionDocument, { family: 'ARTISAN' });
    const paid = mine?.periods.find(({ paymentId }) => paymentId === paySubscription.paymentId);
    if (mine?.status !== 'ACTIVE' || mine.plan.code !== code || paid === undefined) return undefined;
    return paid.invoiceId === null ? undefined : { ...paid, invoiceId: paid.invoiceId };
  });
}
