import type { VatNumberCheck } from '../../entities/billing/billing-profile.entity.ts';
import type { AcceptanceEffect, QuoteStatus } from '../../entities/billing/quote.entity.ts';
import type { AccountingBasis, VatPeriod } from '../../entities/billing/seller.entity.ts';
import type { Transmission } from '../../entities/billing/invoice.entity.ts';
import type { DraftKind } from '../../entities/billing/invoice-draft.entity.ts';
import type { PriceBasis } from '../../services/kernel/invoice-sums.ts';
import type { UnitCode } from '../../services/kernel/unit-codes.ts';
import type { SubjectType } from '../../services/kernel/subject.ts';
import type {
  BuyerKind,
  MentionCondition,
  MentionPlace,
  Operation,
  VatCategory,
  VatRegime,
} from '../../services/kernel/vat.ts';
import type { StatementKind, TimelineKind } from '../../services/kernel/invoice-history.ts';
import type { PlatformStatus } from '../billing/record-transmission.input.ts';
import type { Labels } from './label.ts';

/** Sellers, buyers and VAT. */

const invoiceTransmission: Labels<Transmission> = {
  NOT_NEEDED: ['Sans objet', 'Not needed'],
  TO_SEND: ['À transmettre', 'To be sent'],
  SENT: ['Transmise', 'Sent'],
  ACCEPTED: ['Acceptée', 'Accepted'],
  REJECTED: ['Rejetée', 'Rejected'],
};
const platformStatus: Labels<PlatformStatus> = {
  SENT: ['Transmise', 'Sent'],
  ACCEPTED: ['Acceptée', 'Accepted'],
  REJECTED: ['Rejetée', 'Rejected'],
};
const invoiceTimelineKind: Labels<TimelineKind> = {
  ISSUED: ['Émise', 'Issued'],
  SENT: ['Envoyée', 'Sent'],
  OPENED: ['Lien ouvert', 'Link opened'],
  REMINDED: ['Rappel envoyé', 'Reminder sent'],
  PAID: ['Paiement', 'Payment'],
  REFUNDED: ['Remboursement', 'Refund'],
  LOST: ['Somme perdue', 'Money lost'],
  CREDITED: ['Avoir', 'Credit note'],
};
const statementEntryKind: Labels<StatementKind> = {
  INVOICE: ['Facture', 'Invoice'],
  DEPOSIT: ['Facture d’acompte', 'Deposit invoice'],
  CREDIT_NOTE: ['Avoir', 'Credit note'],
  PAYMENT: ['Paiement', 'Payment'],
  REFUND: ['Remboursement', 'Refund'],
  DISPUTE: ['Litige', 'Dispute'],
  REVERSAL: ['Paiement jamais arrivé', 'Payment that never came'],
};
const vatCategory: Labels<VatCategory> = {
  S: ['TVA au taux de la ligne', 'VAT at the line’s rate'],
  E: ['Exonérée', 'Exempt'],
  AE: ['Autoliquidation', 'Reverse charge'],
  O: ['Hors champ de la TVA', 'Outside the scope of VAT'],
};
const vatRegime: Labels<VatRegime> = {
  FRANCHISE: ['Franchise en base', 'Franchise'],
  STANDARD: ['Assujetti à la TVA', 'VAT charged'],
};
const vatPeriod: Labels<VatPeriod> = {
  MONTHLY: ['Mensuelle', 'Monthly'],
  QUARTERLY: ['Trimestrielle', 'Quarterly'],
  SIMPLIFIED: ['Régime simplifié', 'Simplified regime'],
  FRANCHISE: ['Aucune (franchise)', 'None (franchise)'],
};
const accountingBasis: Labels<AccountingBasis> = {
  ACCRUAL: ['D’après les factures', 'Accrual'],
  CASH: ['D’après les encaissements', 'Cash'],
};
const buyerKind: Labels<BuyerKind> = {
  PERSON: ['Particulier', 'Person'],
  FRENCH_BUSINESS: ['Entreprise française', 'French business'],
  EU_BUSINESS: ['Entreprise de l’Union européenne', 'Business in the European Union'],
  OTHER_BUSINESS: ['Entreprise hors de l’Union européenne', 'Business outside the European Union'],
};
const vatNumberCheck: Labels<VatNumberCheck> = {
  UNCHECKED: ['Non vérifié', 'Not checked'],
  VALID: ['Valide', 'Valid'],
  INVALID: ['Inconnu de VIES', 'Unknown to VIES'],
};

const mentionPlace: Labels<MentionPlace> = {
  TOTALS: ['Sous les totaux', 'Under the totals'],
  FOOTER: ['En bas de page', 'At the foot of the page'],
};
const mentionCondition: Labels<MentionCondition> = {
  ALWAYS: ['Toutes les factures', 'Every invoice'],
  FRANCHISE: ['Franchise en base', 'Franchise'],
  REVERSE_CHARGE: ['Autoliquidation', 'Reverse charge'],
  OUTSIDE_EU: ['Client hors de l’Union européenne', 'Buyer outside the European Union'],
  SERVICES: ['Prestations de services', 'Services'],
  GOODS: ['Livraisons de biens', 'Goods'],
  MIXED: ['Biens et services', 'Goods and services'],
  VAT_ON_DEBITS: ['TVA d’après les débits', 'VAT on debits'],
  BUSINESS_TO_PAY: ['Entreprise qui doit payer', 'A business that is to pay'],
};

const priceBasis: Labels<PriceBasis> = {
  NET: ['Hors taxes', 'Without VAT'],
  GROSS: ['Toutes taxes comprises', 'VAT included'],
};
const operation: Labels<Operation> = {
  SERVICES: ['Prestations de services', 'Services'],
  GOODS: ['Livraisons de biens', 'Goods'],
  MIXED: ['Biens et services', 'Goods and services'],
};
const draftKind: Labels<DraftKind> = {
  INVOICE: ['Facture', 'Invoice'],
  DEPOSIT: ['Facture d’acompte', 'Deposit invoice'],
};
const subjectType: Labels<SubjectType> = {
  ORDER: ['Commande', 'Order'],
  INVOICE: ['Facture', 'Invoice'],
  PLAN_PERIOD: ['Période d’abonnement', 'Period of a plan'],
  GUEST_ORDER: ['Commande sans compte', 'Order without an account'],
  BOOKING: ['Rendez-vous', 'Booking'],
};

const quoteStatus: Labels<QuoteStatus> = {
  DRAFT: ['Brouillon', 'Draft'],
  SENT: ['Envoyé', 'Sent'],
  ACCEPTED: ['Accepté', 'Accepted'],
  REFUSED: ['Refusé', 'Declined'],
  EXPIRED: ['Échu', 'Expired'],
  SUPERSEDED: ['Remplacé', 'Replaced'],
};
const acceptanceEffect: Labels<AcceptanceEffect> = {
  DEPOSIT: ['Acompte à l’acceptation', 'Deposit on acceptance'],
  PAY_ALL: ['Tout facturer à l’acceptation', 'Invoice it all on acceptance'],
  INVOICE_LATER: ['Facturer plus tard', 'Invoice later'],
};

const unitCode: Labels<UnitCode> = {
  C62: ['À l’unité', 'One by one'],
  ZP: ['Pages', 'Pages'],
  D68: ['Mots', 'Words'],
  MIN: ['Minutes', 'Minutes'],
  HUR: ['Heures', 'Hours'],
  DAY: ['Jours', 'Days'],
  WEE: ['Semaines', 'Weeks'],
  MON: ['Mois', 'Months'],
  ANN: ['Années', 'Years'],
  LS: ['Forfaits', 'Lump sums'],
  SET: ['Lots', 'Sets'],
  KMT: ['Kilomètres', 'Kilometres'],
  MTR: ['Mètres', 'Metres'],
  MTK: ['Mètres carrés', 'Square metres'],
  KGM: ['Kilogrammes', 'Kilograms'],
  LTR: ['Litres', 'Litres'],
  KWH: ['Kilowattheures', 'Kilowatt hours'],
};

export const invoicingLabels = {
  UnitCode: unitCode,
  InvoiceTransmission: invoiceTransmission,
  PlatformStatus: platformStatus,
  InvoiceTimelineKind: invoiceTimelineKind,
  StatementEntryKind: statementEntryKind,
  PriceBasis: priceBasis,
  Operation: operation,
  InvoiceDraftKind: draftKind,
  SubjectType: subjectType,
  QuoteStatus: quoteStatus,
  AcceptanceEffect: acceptanceEffect,
  MentionPlace: mentionPlace,
  MentionCondition: mentionCondition,
  VatCategory: vatCategory,
  VatRegime: vatRegime,
  VatPeriod: vatPeriod,
  AccountingBasis: accountingBasis,
  BuyerKind: buyerKind,
  VatNumberCheck: vatNumberCheck,
};
