import assert from 'node:assert/strict';
import * as sdk from '../../../sdk/index.ts';
import type { InvoicingContext } from './invoicing.context.ts';

const publisher: sdk.UpdateMyBillingProfileInput = {
  kind: 'FRENCH_BUSINESS',
  name: 'Éditions du Fleuve SAS',
  addressLines: ['45 quai de la Loire'],
  postcode: '44000',
  city: 'Nantes',
  country: 'FR',
  siren: '552100554',
  vatNumber: 'FR96552100554',
};

/** Both sign in; the admin shows the password again, which issuing and refunding ask for; the customer is a business. */
export async function signIn(story: InvoicingContext): Promise<string> {
  const { admin, customer, environment } = story;
  const { admin: owner, stranger: buyer } = environment.people;
  await enter(admin, owner);
  await admin.mutate(sdk.StepUpDocument, { input: { password: owner.password } });
  await enter(customer, buyer);
  const { me } = await customer.query(sdk.MeDocument);
  story.buyerId = me.id;
  const { updateMyBillingProfile } = await customer.mutate(sdk.UpdateMyBillingProfileDocument, { input: publisher });
  assert.deepEqual(updateMyBillingProfile.missingFields, []);
  return `${me.displayName}, ${publisher.name ?? ''}`;
}

async function enter(
  client: sdk.AtelierClient,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const { login } = await client.mutate(sdk.LoginDocument, { input: { email, password } });
  assert.equal(login.__typename, 'Session');
  client.useTokens(login);
}
