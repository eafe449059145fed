import type { OrderEventKind } from '../../entities/orders/order-event.entity.ts';
import type { ExtensionStatus } from '../../entities/orders/order-extension.entity.ts';
import type { LateReason, NextStep } from '../../services/kernel/late-orders.ts';
import type { OrderAuthor } from '../../services/kernel/order-authors.ts';
import type { NoteAudienceEnum } from '../orders/order-note.type.ts';
import type { Labels } from './label.ts';

/** The life of orders: steps, notes and due dates. */

const orderEventKind: Labels<OrderEventKind> = {
  CREATED: ['Commande passée', 'Order placed'],
  UPDATED: ['Commande modifiée', 'Order changed'],
  SUBMITTED_FOR_REVIEW: ['Vérification demandée', 'Review asked for'],
  PAGES_VERIFIED: ['Pages vérifiées', 'Pages verified'],
  PAGES_ACCEPTED: ['Nombre de pages accepté', 'Pages accepted'],
  CONSULTATION_REQUESTED: ['Consultation demandée', 'Consultation asked for'],
  CONSULTATION_CLOSED: ['Consultation terminée', 'Consultation closed'],
  QUOTED: ['Devis envoyé', 'Quote sent'],
  QUOTE_ACCEPTED: ['Devis accepté', 'Quote accepted'],
  QUOTE_REFUSED: ['Devis refusé', 'Quote refused'],
  QUOTE_EXPIRED: ['Devis échu', 'Quote expired'],
  PAID: ['Paiement reçu', 'Payment received'],
  ASSIGNED: ['Manuscrit confié', 'Manuscript assigned'],
  UNASSIGNED: ['Manuscrit retiré', 'Manuscript unassigned'],
  DECLINED: ['Manuscrit décliné', 'Manuscript declined'],
  STARTED: ['Correction commencée', 'Proofreading begun'],
  PROGRESSED: ['Avancement', 'Progress'],
  FILE_ADDED: ['Fichier déposé', 'File added'],
  FILE_REPLACED: ['Fichier remplacé', 'File replaced'],
  DELIVERED: ['Correction livrée', 'Proofreading delivered'],
  DELIVERY_ACCEPTED: ['Livraison acceptée', 'Delivery accepted'],
  CHANGES_REQUESTED: ['Modifications demandées', 'Changes asked for'],
  NOTED: ['Note ajoutée', 'Note added'],
  DUE_DATE_SET: ['Date de livraison fixée', 'Due date set'],
  DUE_DATE_MOVED: ['Date de livraison déplacée', 'Due date moved'],
  EXTENSION_ASKED: ['Délai demandé', 'Extension asked for'],
  EXTENSION_ANSWERED: ['Réponse à la demande de délai', 'Extension answered'],
  LATE: ['Date de livraison dépassée', 'Due date passed'],
  SUSPENDED: ['Commande suspendue', 'Order suspended'],
  RESUMED: ['Commande reprise', 'Order resumed'],
  CANCELLATION_REQUESTED: ['Annulation demandée', 'Cancellation asked for'],
  CANCELLED: ['Commande annulée', 'Order cancelled'],
  REFUNDED: ['Remboursement', 'Refund'],
  DISPUTED: ['Paiement contesté', 'Payment disputed'],
};

const orderAuthor: Labels<OrderAuthor> = {
  CUSTOMER: ['Client', 'Customer'],
  PROOFREADER: ['Correcteur', 'Proofreader'],
  TEAM: ['Équipe', 'Team'],
  APPLICATION: ['Application', 'Application'],
};

const noteAudience: Labels<keyof typeof NoteAudienceEnum> = {
  CUSTOMER: ['Client et équipe', 'Customer and team'],
  STAFF: ['Correcteur et administrateurs', 'Proofreader and admins'],
  ADMIN: ['Administrateurs', 'Admins'],
};

const extensionStatus: Labels<ExtensionStatus> = {
  PENDING: ['En attente', 'Pending'],
  GRANTED: ['Accordé', 'Granted'],
  REFUSED: ['Refusé', 'Refused'],
  LAPSED: ['Sans objet', 'Lapsed'],
};

const lateReason: Labels<LateReason> = {
  UNASSIGNED: ['Confiée à personne', 'Assigned to nobody'],
  EXTENSION_PENDING: ['Délai demandé, sans réponse', 'Extension asked for, not answered'],
  NOT_STARTED: ['Pas commencée', 'Not started'],
  NOT_HANDED_OVER: ['Fichier corrigé déposé, pas livré', 'Corrected file uploaded, not delivered'],
  IN_PROGRESS: ['En cours', 'In progress'],
};

const nextStep: Labels<NextStep> = {
  ASSIGN: ['Confier à quelqu’un', 'Assign'],
  ANSWER_EXTENSION: ['Répondre à la demande de délai', 'Answer the request'],
  START: ['Commencer', 'Start'],
  DELIVER: ['Livrer', 'Deliver'],
  ASK_PROOFREADER: ['Interroger le correcteur', 'Ask the proofreader'],
};

export const orderLifeLabels = {
  OrderEventKind: orderEventKind,
  OrderAuthor: orderAuthor,
  NoteAudience: noteAudience,
  ExtensionStatus: extensionStatus,
  LateReason: lateReason,
  NextStep: nextStep,
} as const;
