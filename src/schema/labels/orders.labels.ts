import type { OrderExportFormat } from '../../entities/orders/order-export.entity.ts';
import type { BulkOrderAction } from '../../entities/orders/order-run.entity.ts';
import type { OrderUpdateReason } from '../../entities/orders/order-update.ts';
import type { OrderSource, OrderStatus } from '../../entities/orders/order.entity.ts';
import type { OrderActionEnum, OrderStatusInputEnum } from '../orders/order.enums.ts';
import type { Labels } from './label.ts';

/** Orders. */

const orderStatus: Labels<OrderStatus> = {
  PENDING: ['À payer', 'To be paid'],
  PAID: ['Payée', 'Paid'],
  AWAITING_REVIEW: ['En attente de relecture', 'Awaiting review'],
  AWAITING_CONSULTATION: ['En attente d’un entretien', 'Awaiting a consultation'],
  QUOTE_SENT: ['Devis envoyé', 'Quote sent'],
  IN_PROGRESS: ['En cours', 'In progress'],
  SUSPENDED: ['Suspendue', 'Suspended'],
  COMPLETED: ['Terminée', 'Completed'],
  CANCELLED: ['Annulée', 'Cancelled'],
};

const orderStatusInput: Labels<keyof typeof OrderStatusInputEnum> = {
  ...orderStatus,
  EN_ATTENTE: orderStatus.PENDING,
  EN_ATTENTE_VERIFICATION: orderStatus.AWAITING_REVIEW,
  EN_ATTENTE_CONSULTATION: orderStatus.AWAITING_CONSULTATION,
  ESTIMATION_ENVOYEE: orderStatus.QUOTE_SENT,
  PAYEE: orderStatus.PAID,
  EN_COURS: orderStatus.IN_PROGRESS,
  TERMINE: orderStatus.COMPLETED,
  ANNULEE: orderStatus.CANCELLED,
  SUSPENDUE: orderStatus.SUSPENDED,
};

const orderSource: Labels<OrderSource> = {
  CUSTOMER: ['Par le client', 'By the customer'],
  GUEST: ['Sans compte', 'Without an account'],
  ADMIN: ['Par l’équipe', 'By the team'],
};

const orderAction: Labels<keyof typeof OrderActionEnum> = {
  PAY: ['Payer', 'Pay'],
  SUBMIT_FOR_REVIEW: ['Demander une vérification', 'Ask for a review'],
  REQUEST_CONSULTATION: ['Demander une consultation', 'Ask for a consultation'],
  CLOSE_CONSULTATION: ['Clore la consultation', 'Close the consultation'],
  VERIFY_PAGES: ['Vérifier les pages', 'Verify the pages'],
  ACCEPT_MEASURED_PAGES: ['Accepter le nombre de pages vérifié', 'Accept the verified pages'],
  QUOTE: ['Envoyer un devis', 'Send a quote'],
  ACCEPT_QUOTE: ['Accepter le devis', 'Accept the quote'],
  REFUSE_QUOTE: ['Refuser le devis', 'Refuse the quote'],
  ASSIGN: ['Confier à quelqu’un', 'Assign'],
  UNASSIGN: ['Retirer à la personne', 'Unassign'],
  DECLINE: ['Décliner', 'Decline'],
  START: ['Commencer', 'Start'],
  DELIVER: ['Livrer', 'Deliver'],
  ACCEPT_DELIVERY: ['Accepter la livraison', 'Accept the delivery'],
  REQUEST_CHANGES: ['Demander des modifications', 'Ask for changes'],
  SUSPEND: ['Suspendre', 'Suspend'],
  RESUME: ['Reprendre', 'Resume'],
  CANCEL: ['Annuler', 'Cancel'],
};

const bulkOrderAction: Labels<BulkOrderAction> = {
  ASSIGN: orderAction.ASSIGN,
  START: orderAction.START,
  SUSPEND: orderAction.SUSPEND,
  RESUME: orderAction.RESUME,
  CANCEL: orderAction.CANCEL,
};

const orderExportFormat: Labels<OrderExportFormat> = {
  CSV: ['Tableur (CSV)', 'Spreadsheet (CSV)'],
  JSON: ['Données (JSON)', 'Data (JSON)'],
};

const orderUpdateReason: Labels<OrderUpdateReason> = {
  CREATED: ['Nouvelle commande', 'New order'],
  MOVED: ['Nouvel état', 'New state'],
  ASSIGNED: ['Confiée à quelqu’un', 'Assigned'],
  FILES: ['Nouveau fichier', 'New file'],
  CHANGED: ['Modifiée', 'Changed'],
};

export const orderLabels = {
  OrderUpdateReason: orderUpdateReason,
  BulkOrderAction: bulkOrderAction,
  OrderExportFormat: orderExportFormat,
  OrderStatus: orderStatus,
  OrderAction: orderAction,
  OrderSource: orderSource,
  OrderStatusInput: orderStatusInput,
} as const;
