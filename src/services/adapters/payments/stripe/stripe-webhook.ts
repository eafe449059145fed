import type { WebhookRoute } from '../port.ts';

/** The seeds name three paths for the same webhook. */
export const stripeWebhook: WebhookRoute = {
  name: 'stripe',
  otherPaths: ['/payments/webhook', '/api/v1/webhooks/stripe'],
  signatureHeader: 'stripe-signature',
};
