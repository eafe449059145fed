import type {
  TicketCategory,
  TicketPriority,
  TicketSource,
  TicketStatus,
} from '../../entities/support/ticket.entity.ts';
import type { TicketActionEnum } from '../support/ticket.enums.ts';
import type { Labels } from './label.ts';

/** Support tickets. */

const ticketCategory: Labels<TicketCategory> = {
  GENERAL: ['Question générale', 'General'],
  TECHNICAL: ['Problème technique', 'Technical'],
  BILLING: ['Facturation', 'Billing'],
  ORDER: ['Commande', 'Order'],
  ACCOUNT: ['Compte', 'Account'],
  OTHER: ['Autre', 'Other'],
};

const ticketPriority: Labels<TicketPriority> = {
  LOW: ['Faible', 'Low'],
  NORMAL: ['Normale', 'Normal'],
  HIGH: ['Haute', 'High'],
  URGENT: ['Urgente', 'Urgent'],
  CRITICAL: ['Critique', 'Critical'],
};

const ticketStatus: Labels<TicketStatus> = {
  OPEN: ['Ouverte', 'Open'],
  IN_PROGRESS: ['En cours', 'In progress'],
  WAITING: ['En attente de réponse', 'Waiting for an answer'],
  RESOLVED: ['Réglée', 'Resolved'],
  CLOSED: ['Close', 'Closed'],
  CANCELLED: ['Annulée', 'Cancelled'],
};

const ticketSource: Labels<TicketSource> = {
  WEB: ['En ligne', 'Online'],
  EMAIL: ['Par e-mail', 'By mail'],
  PHONE: ['Par téléphone', 'By telephone'],
  INTERNAL: ['Saisie par l’équipe', 'Written by the team'],
};

const ticketAction: Labels<keyof typeof TicketActionEnum> = {
  TAKE: ['Prendre en charge', 'Take'],
  ASSIGN: ['Confier à quelqu’un', 'Assign'],
  WAIT: ['Attendre une réponse', 'Wait for an answer'],
  RESUME: ['Reprendre', 'Go on'],
  RESOLVE: ['Déclarer réglée', 'Resolve'],
  REOPEN: ['Rouvrir', 'Reopen'],
  CLOSE: ['Clore', 'Close'],
  CANCEL: ['Annuler', 'Cancel'],
  MERGE: ['Réunir à une autre', 'Merge'],
};

export const supportLabels = {
  TicketCategory: ticketCategory,
  TicketPriority: ticketPriority,
  TicketStatus: ticketStatus,
  TicketSource: ticketSource,
  TicketAction: ticketAction,
};
