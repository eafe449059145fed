import type { DeliveryStatus } from '../../entities/notifications/email-delivery.entity.ts';
import type { EmailEventKind } from '../../entities/notifications/email-event.entity.ts';
import type {
  SuppressionReason,
  SuppressionScope,
  SuppressionSource,
} from '../../entities/notifications/email-suppression.entity.ts';
import type {
  NotificationChannel,
  NotificationMode,
} from '../../entities/notifications/notification-preference.entity.ts';
import type { MailWish } from '../../services/kernel/mail-wishes.ts';
import type { Labels } from './label.ts';

/** How people are notified, and what becomes of mails. */

const channel: Labels<NotificationChannel> = {
  IN_APP: ['Dans l’application', 'In the application'],
  EMAIL: ['Par e-mail', 'By e-mail'],
};
const mode: Labels<NotificationMode> = {
  IMMEDIATE: ['Tout de suite', 'At once'],
  DIGEST: ['Dans le résumé du jour', 'In the daily digest'],
  OFF: ['Jamais', 'Never'],
};
const wish: Labels<MailWish> = {
  DIGESTS: ['Résumés', 'Digests'],
  REMINDERS: ['Rappels', 'Reminders'],
  REPORTS: ['Rapports', 'Reports'],
};
const status: Labels<DeliveryStatus> = {
  HELD: ['En attente', 'Held'],
  QUEUED: ['À envoyer', 'Queued'],
  SENDING: ['En cours d’envoi', 'Being sent'],
  SENT: ['Envoyé', 'Sent'],
  DEFERRED: ['Différé', 'Deferred'],
  DELIVERED: ['Reçu', 'Delivered'],
  DROPPED: ['Écarté', 'Dropped'],
  BOUNCED: ['Refusé', 'Bounced'],
  COMPLAINED: ['Signalé indésirable', 'Called spam'],
  AMBIGUOUS: ['Incertain', 'Unknown'],
  REPLACED: ['Remplacé', 'Replaced'],
  FAILED: ['Échoué', 'Failed'],
  SUPPRESSED: ['Non envoyé', 'Suppressed'],
};
const eventKind: Labels<EmailEventKind> = {
  DEFERRED: ['Différé', 'Deferred'],
  DELIVERED: ['Reçu', 'Delivered'],
  DROPPED: ['Écarté', 'Dropped'],
  BLOCKED: ['Refusé pour l’instant', 'Blocked'],
  BOUNCED: ['Refusé', 'Bounced'],
  COMPLAINED: ['Signalé indésirable', 'Called spam'],
  UNSUBSCRIBED: ['Désabonné', 'Unsubscribed'],
};
const reason: Labels<SuppressionReason> = {
  BOUNCE: ['Adresse refusée', 'Refused address'],
  COMPLAINT: ['Signalé indésirable', 'Called spam'],
  UNSUBSCRIBE: ['Désabonné', 'Unsubscribed'],
};
const source: Labels<SuppressionSource> = {
  EVENT: ['Événement du prestataire', 'Event of the provider'],
  LIST: ['Liste du prestataire', 'List of the provider'],
  LINK: ['Lien d’un e-mail', 'Link in a mail'],
};
const scope: Labels<SuppressionScope> = { EVERYTHING: ['Tout', 'Everything'], ...wish };

export const mailLabels = {
  NotificationChannel: channel,
  NotificationMode: mode,
  MailWish: wish,
  EmailDeliveryStatus: status,
  EmailEventKind: eventKind,
  SuppressionReason: reason,
  SuppressionSource: source,
  SuppressionScope: scope,
};
