import type { InvoiceKind, InvoiceStatus } from '../../entities/billing/invoice.entity.ts';
import type { DisputeStatus } from '../../entities/billing/dispute.entity.ts';
import type { HoldDecision, PaymentStatus, RefundDueReason } from '../../entities/billing/payment.entity.ts';
import type { RefundOrigin, RefundStatus } from '../../entities/billing/refund.entity.ts';
import type {
  DifferenceType,
  ReconciledKindName,
  ReconciliationStatus,
} from '../../entities/billing/reconciliation.entity.ts';
import type { SmsStatus } from '../../entities/notifications/sms-delivery.entity.ts';
import type { WebhookStatus } from '../../entities/billing/webhook-event.entity.ts';
import type { PriceChangeKind } from '../../entities/catalog/price-change.entity.ts';
import type { PriceUnit } from '../../entities/catalog/price-item.entity.ts';
import type { FileKind } from '../../entities/files/stored-file.entity.ts';
import type { ConversationStatus } from '../../entities/messaging/conversation.entity.ts';
import type { MessageAudience, MessageType } from '../../entities/messaging/message.entity.ts';
import type { NotificationType, Priority } from '../../entities/notifications/notification.entity.ts';
import type { OrderFileRole } from '../../entities/orders/order-file.entity.ts';
import type { PriorityInputEnum } from '../orders/order.enums.ts';
import type { Currency } from '../../services/kernel/money.ts';
import type { RefundReason } from '../../services/kernel/refund-reasons.ts';
import type { UserRole } from '../../services/kernel/roles.ts';
import type { PaymentMethod } from '../../services/kernel/payment-methods.ts';
import { guestOrderLabels } from './guest-orders.labels.ts';
import type { Labels } from './label.ts';
import { orderLabels } from './orders.labels.ts';
import { deliveryLabels } from './delivery.labels.ts';
import { mobileMoneyLabels } from './mobile-money.labels.ts';

/** Orders, money, messages and texts. */

const orderFileRole: Labels<OrderFileRole> = {
  MANUSCRIPT: ['Manuscrit', 'Manuscript'],
  CORRECTED: ['Texte corrigé', 'Corrected text'],
  REFERENCE: ['Document de référence', 'Reference'],
};
const priceUnit: Labels<PriceUnit> = { PACK: ['Forfait', 'Pack'], PAGE: ['Page', 'Page'] };
const priceChangeKind: Labels<PriceChangeKind> = {
  CREATED: ['Créée', 'Created'],
  UPDATED: ['Modifiée', 'Changed'],
  ACTIVATED: ['Proposée', 'Offered'],
  DEACTIVATED: ['Retirée', 'Withdrawn'],
  ARCHIVED: ['Archivée', 'Archived'],
};
const currency: Labels<Currency> = { EUR: ['Euro', 'Euro'], XOF: ['Franc CFA (BCEAO)', 'CFA franc (BCEAO)'] };
const priority: Labels<Priority> = {
  LOW: ['Basse', 'Low'],
  NORMAL: ['Normale', 'Normal'],
  HIGH: ['Haute', 'High'],
  URGENT: ['Urgente', 'Urgent'],
};

const priorityInput: Labels<keyof typeof PriorityInputEnum> = {
  ...priority,
  FAIBLE: priority.LOW,
  NORMALE: priority.NORMAL,
  HAUTE: priority.HIGH,
  URGENTE: priority.URGENT,
};

const invoiceStatus: Labels<InvoiceStatus> = {
  GENERATED: ['Émise', 'Issued'],
  SENT: ['Envoyée', 'Sent'],
  PAID: ['Payée', 'Paid'],
  OVERDUE: ['En retard', 'Overdue'],
  CANCELLED: ['Annulée par un avoir', 'Cancelled by a credit note'],
};
const invoiceKind: Labels<InvoiceKind> = {
  INVOICE: ['Facture', 'Invoice'],
  DEPOSIT: ['Facture d’acompte', 'Deposit invoice'],
  CREDIT_NOTE: ['Avoir', 'Credit note'],
};
const paymentStatus: Labels<PaymentStatus> = {
  PENDING: ['En attente', 'Pending'],
  PROCESSING: ['En cours', 'Under way'],
  AUTHORIZED: ['Somme réservée', 'Held'],
  UNKNOWN: ['En cours de vérification', 'Being checked'],
  PAID: ['Payé', 'Paid'],
  FAILED: ['Refusé', 'Failed'],
  EXPIRED: ['Expiré', 'Expired'],
  PARTIALLY_REFUNDED: ['Remboursé en partie', 'Partially refunded'],
  REFUNDED: ['Remboursé', 'Refunded'],
};
const holdDecision: Labels<HoldDecision> = {
  CAPTURE: ['À encaisser', 'To be taken'],
  RELEASE: ['À libérer', 'To be released'],
};
const refundStatus: Labels<RefundStatus> = {
  PENDING: ['À verser', 'To be paid'],
  REQUESTED: ['En cours', 'Under way'],
  SUCCEEDED: ['Effectué', 'Made'],
  FAILED: ['Échoué', 'Failed'],
  CANCELLED: ['Annulé', 'Cancelled'],
  UNKNOWN: ['Sans réponse du prestataire', 'Without an answer of the provider'],
};
const refundOrigin: Labels<RefundOrigin> = {
  SYSTEM: ['Demandé ici', 'Asked for here'],
  PROVIDER: ['Fait chez le prestataire', 'Made at the provider'],
};
const refundReason: Labels<RefundReason> = {
  REQUESTED_BY_CUSTOMER: ['Demande du client', 'Requested by the customer'],
  DUPLICATE: ['Payé deux fois', 'Paid twice'],
  WITHDRAWAL: ['Rétractation', 'Withdrawal'],
  NOT_DELIVERED: ['Non livré', 'Not delivered'],
  GOODWILL: ['Geste commercial', 'Goodwill'],
  FRAUD: ['Fraude', 'Fraud'],
};
const smsStatus: Labels<SmsStatus> = {
  WAITING: ['À réessayer', 'To be tried again'],
  SENDING: ['En cours d’envoi', 'Being sent'],
  UNKNOWN: ['Incertain', 'Unknown'],
  ACCEPTED: ['Pris en charge', 'Accepted'],
  SENT: ['Envoyé', 'Sent'],
  DELIVERED: ['Reçu', 'Delivered'],
  UNDELIVERED: ['Non reçu', 'Not delivered'],
  FAILED: ['Échoué', 'Failed'],
  OPTED_OUT: ['Refusé par STOP', 'Stopped by STOP'],
};
const webhookStatus: Labels<WebhookStatus> = {
  RECEIVED: ['Reçu', 'Received'],
  APPLIED: ['Traité', 'Processed'],
  IGNORED: ['Sans suite', 'Ignored'],
};
const reconciliationStatus: Labels<ReconciliationStatus> = {
  RUNNING: ['En cours', 'Under way'],
  COMPLETE: ['Complet', 'Complete'],
  INCOMPLETE: ['Incomplet', 'Incomplete'],
};
const reconciledKind: Labels<ReconciledKindName> = {
  PAYMENT: ['Paiement', 'Payment'],
  REFUND: ['Remboursement', 'Refund'],
  DISPUTE: ['Litige', 'Dispute'],
  SUBSCRIPTION: ['Abonnement', 'Subscription'],
  EVENT: ['Événement', 'Event'],
};
const differenceType: Labels<DifferenceType> = {
  MISSING_HERE: ['Manque chez nous', 'Missing here'],
  MISSING_THERE: ['Manque chez le prestataire', 'Missing at the provider'],
  AMOUNT: ['Autre montant', 'Another amount'],
  STATE: ['Autre état', 'Another status'],
};
const paymentMethod: Labels<PaymentMethod> = {
  CARD: ['Carte bancaire', 'Card'],
  SEPA: ['Prélèvement', 'Direct debit'],
  MOBILE_MONEY: ['Mobile money', 'Mobile money'],
  TRANSFER: ['Virement', 'Bank transfer'],
  CHEQUE: ['Chèque', 'Cheque'],
  CASH: ['Espèces', 'Cash'],
  OTHER: ['Autre', 'Other'],
};
const disputeStatus: Labels<DisputeStatus> = {
  OPEN: ['Ouvert', 'Open'],
  WON: ['Gagné', 'Won'],
  LOST: ['Perdu', 'Lost'],
};
const refundDueReason: Labels<RefundDueReason> = {
  ALREADY_PAID: ['Déjà payé', 'Already paid'],
  NOT_PAYABLE: ['N’était plus à payer', 'No longer to be paid'],
  AMOUNT_DIFFERS: ['Montant différent', 'Amount differs'],
  OVERPAID: ['Trop-perçu', 'Overpaid'],
};

const messageType: Labels<MessageType> = {
  USER_MESSAGE: ['Message', 'Message'],
  SYSTEM_MESSAGE: ['Message automatique', 'Automatic message'],
  SUPPORT_MESSAGE: ['Message de l’assistance', 'Support message'],
  ADMIN_MESSAGE: ['Message de l’administration', 'Message of an admin'],
  CONSULTATION_REQUEST: ['Demande de consultation', 'Request for a consultation'],
};
const messageAudience: Labels<MessageAudience> = {
  ALL: ['Toute la conversation', 'Everybody in the conversation'],
  STAFF: ['L’équipe', 'The team'],
  ADMIN: ['L’administration', 'Admins'],
};
const conversationStatus: Labels<ConversationStatus> = {
  OPEN: ['À l’équipe de répondre', 'The team has to answer'],
  WAITING: ['Répondue', 'Answered'],
  CLOSED: ['Close', 'Closed'],
};
const notificationType: Labels<NotificationType> = {
  INFO: ['Information', 'Information'],
  SUCCESS: ['Réussite', 'Success'],
  WARNING: ['Avertissement', 'Warning'],
  ERROR: ['Erreur', 'Error'],
  PAYMENT: ['Paiement', 'Payment'],
  ORDER: ['Commande', 'Order'],
  MESSAGE: ['Message', 'Message'],
  SYSTEM: ['Système', 'System'],
  CONSULTATION: ['Entretien', 'Consultation'],
  SECURITY: ['Sécurité', 'Security'],
  BOOKING: ['Rendez-vous', 'Booking'],
  DOCUMENT: ['Document', 'Document'],
};
const fileKind: Labels<FileKind> = {
  DOCUMENT: ['Document', 'Document'],
  IMAGE: ['Image', 'Image'],
  AUDIO: ['Son', 'Audio'],
  VIDEO: ['Vidéo', 'Video'],
  ARCHIVE: ['Archive', 'Archive'],
  OTHER: ['Autre', 'Other'],
};
const userRole: Labels<UserRole> = {
  CUSTOMER: ['Client', 'Customer'],
  PROOFREADER: ['Correcteur', 'Proofreader'],
  ARTISAN: ['Artisan', 'Artisan'],
  ADMIN: ['Administrateur', 'Admin'],
};

export const businessLabels = {
  ...orderLabels,
  ...mobileMoneyLabels,
  ...deliveryLabels,
  ...guestOrderLabels,
  OrderFileRole: orderFileRole,
  PriorityInput: priorityInput,
  PriceUnit: priceUnit,
  PriceChangeKind: priceChangeKind,
  Currency: currency,
  Priority: priority,
  InvoiceStatus: invoiceStatus,
  InvoiceKind: invoiceKind,
  HoldDecision: holdDecision,
  PaymentStatus: paymentStatus,
  RefundDueReason: refundDueReason,
  PaymentMethodKind: paymentMethod,
  DisputeStatus: disputeStatus,
  RefundStatus: refundStatus,
  RefundOrigin: refundOrigin,
  RefundReason: refundReason,
  WebhookStatus: webhookStatus,
  SmsStatus: smsStatus,
  ReconciliationStatus: reconciliationStatus,
  ReconciledKind: reconciledKind,
  DifferenceType: differenceType,
  MessageType: messageType,
  MessageAudience: messageAudience,
  ConversationStatus: conversationStatus,
  NotificationType: notificationType,
  FileKind: fileKind,
  UserRole: userRole,
  NotificationAudience: { EVERYONE: ['Tout le monde', 'Everyone'], ...userRole } satisfies Labels<
    UserRole | 'EVERYONE'
  >,
} as const;
