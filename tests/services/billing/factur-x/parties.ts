/** Who sells and who buys in the goldens. */
import type { InvoiceBuyer, InvoiceSeller } from '../../../../src/services/billing/invoice-document.ts';

export const franchise: InvoiceSeller = {
  name: 'Staka Livres',
  legalForm: 'Entrepreneur individuel (EI)',
  address: ['12 rue des Écoles', '34000 Montpellier', 'France'],
  siren: '732829320',
  siret: '73282932000074',
  email: 'bonjour@staka-livres.example',
  phone: '+33 4 67 00 00 00',
  vatRegime: 'FRANCHISE',
};
export const company: InvoiceSeller = {
  ...franchise,
  name: 'Atelier des Lettres & Fils',
  legalForm: 'SARL au capital de 10 000 €',
  register: 'RCS Montpellier 732 829 320',
  postal: { lines: ['12 rue des Écoles'], postcode: '34000', city: 'Montpellier', country: 'FR' },
  vatNumber: 'FR44732829320',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  vatRegime: 'STANDARD',
};
export const publisher: InvoiceBuyer = {
  kind: 'FRENCH_BUSINESS',
  name: 'Éditions du Fleuve SAS',
  address: ['Service comptabilité', '45 quai de la Loire', '44000 Nantes', 'France'],
  postal: { lines: ['Service comptabilité', '45 quai de la Loire'], postcode: '44000', city: 'Nantes', country: 'FR' },
  email: 'compta@fleuve.example',
  siren: '552100554',
  siret: '55210055400025',
  vatNumber: 'FR83552100554',
  purchaseOrder: 'BC-2026-118',
};
export const person: InvoiceBuyer = {
  kind: 'PERSON',
  name: 'Hélène Noël-Lefèvre',
  address: ['8 bis, allée des Érables', '67000 Strasbourg', 'France'],
  email: 'helene@exemple.fr',
};
export const belgian: InvoiceBuyer = {
  kind: 'EU_BUSINESS',
  name: 'Uitgeverij De Linde BV',
  address: ['Lindelaan 4', '1000 Brussel', 'Belgique'],
  postal: { lines: ['Lindelaan 4'], postcode: '1000', city: 'Brussel', country: 'BE' },
  email: 'facturen@linde.example',
  vatNumber: 'BE0428759497',
  vatNumberCheck: 'UNCHECKED',
};
export const swiss: InvoiceBuyer = {
  kind: 'OTHER_BUSINESS',
  name: 'Lac Éditions SA',
  address: ['Rue du Rhône 1', '1204 Genève', 'Suisse'],
  postal: { lines: ['Rue du Rhône 1'], postcode: '1204', city: 'Genève', country: 'CH' },
  email: 'compta@lac.example',
  vatNumber: 'CHE123456788',
  vatNumberCheck: 'UNCHECKED',
};
