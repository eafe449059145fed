import type { MessageStatus } from '../../entities/messaging/message.entity.ts';
import type { FormBlockKind, HeldReason, VisitorPurpose } from '../../entities/messaging/visitor.entity.ts';
import type { conversationKinds } from '../messaging/conversation.type.ts';
import type { Labels } from './label.ts';

/** Visitors without an account. */

const visitorPurpose: Labels<VisitorPurpose> = {
  CONTACT: ['Message', 'Message'],
  FREE_SAMPLE: ['Échantillon gratuit', 'Free sample'],
};
const heldReason: Labels<HeldReason> = {
  LINKS: ['Trop de liens', 'Too many links'],
  WORD: ['Mot bloqué', 'Blocked word'],
  ADDRESS: ['Adresse bloquée', 'Blocked address'],
  SITE: ['Site bloqué', 'Blocked site'],
};
const formBlockKind: Labels<FormBlockKind> = {
  WORD: ['Mot', 'Word'],
  ADDRESS: ['Adresse', 'Address'],
  SITE: ['Site', 'Site'],
};
const conversationKind: Labels<(typeof conversationKinds)[number]> = {
  ORDER: ['Commande', 'Order'],
  BOOKING: ['Rendez-vous', 'Appointment'],
  TICKET: ['Demande d’assistance', 'Support ticket'],
  DIRECT: ['Conversation', 'Conversation'],
  VISITOR: ['Personne sans compte', 'Somebody without an account'],
};

const messageStatus: Labels<MessageStatus> = {
  DRAFT: ['Brouillon', 'Draft'],
  SENT: ['Envoyé', 'Sent'],
  DELIVERED: ['Reçu', 'Delivered'],
  READ: ['Lu', 'Read'],
  ARCHIVED: ['Archivé', 'Archived'],
};

export const visitorLabels = {
  VisitorPurpose: visitorPurpose,
  HeldReason: heldReason,
  FormBlockKind: formBlockKind,
  ConversationKind: conversationKind,
  MessageStatus: messageStatus,
};
