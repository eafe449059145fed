import type { OutgoingMail } from '../../../../src/services/adapters/mail/port.ts';

export const sampleMail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  deliveryId: '0199c0de-0000-7000-8000-000000000001',
  to: { email: 'camille@example.com', name: 'Camille Lefèvre' },
  from: { email: 'bonjour@example.org', name: 'Staka Livres' },
  subject: 'Votre commande est confirmée — 350,00 €',
  html: '<p>Bonjour Camille, <a href="https://example.org/a?b=1&amp;c=2">suivre</a></p>',
  text: 'Bonjour Camille,\n\nhttps://example.org/a?b=1&c=2\n\nÀ bientôt',
  headers: {},
  category: 'order-paid-customer',
  ...changes,
});
