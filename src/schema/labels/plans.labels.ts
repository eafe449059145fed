import type { PlanPeriodStatus } from '../../entities/billing/plan-period.entity.ts';
import type { PlanEndReason, PlanSubscriptionStatus } from '../../entities/billing/plan-subscription.entity.ts';
import type { PlanAction, PlanFamily, PlanFeature, PlanInterval } from '../../services/kernel/plans.ts';
import type { planChangeEffects } from '../billing/plan.enums.ts';
import type { priceSyncActions } from '../billing/price-sync.type.ts';
import type { Labels } from './label.ts';

/** Plans, what they contain, and subscriptions. */

const planFamily: Labels<PlanFamily> = {
  ARTISAN: ['Artisan', 'Artisan'],
  ARCHIVE: ['Archives', 'Archive'],
};
const planFeature: Labels<PlanFeature> = {
  SMS: ['SMS par mois', 'Text messages a month'],
  CALENDARS: ['Agendas', 'Calendars'],
  MEMBERS: ['Membres', 'Members'],
  STORAGE: ['Espace de stockage', 'Storage space'],
};
const planAction: Labels<PlanAction> = {
  PAY: ['Régler', 'Pay'],
  CHANGE: ['Changer de formule', 'Change plan'],
  CANCEL: ['Arrêter', 'Cancel'],
  RESUME: ['Reprendre', 'Resume'],
};
const planInterval: Labels<PlanInterval> = {
  MONTH: ['Mois', 'Month'],
  YEAR: ['Année', 'Year'],
};
const planSubscriptionStatus: Labels<PlanSubscriptionStatus> = {
  INCOMPLETE: ['À régler', 'To be paid'],
  ACTIVE: ['En vigueur', 'In force'],
  PAST_DUE: ['Impayé', 'Past due'],
  SUSPENDED: ['Suspendu', 'Suspended'],
  ENDED: ['Terminé', 'Ended'],
};
const planPeriodStatus: Labels<PlanPeriodStatus> = {
  DUE: ['À régler', 'To be paid'],
  PAID: ['Réglée', 'Paid'],
  REPLACED: ['Remplacée', 'Replaced'],
  VOID: ['Annulée', 'Void'],
};
const planEndReason: Labels<PlanEndReason> = {
  CANCELLED: ['Arrêté', 'Cancelled'],
  UNPAID: ['Impayé', 'Unpaid'],
  NEVER_PAID: ['Jamais réglé', 'Never paid'],
  GRANT_OVER: ['Fin de l’offre', 'End of the grant'],
  REPLACED: ['Remplacé', 'Replaced'],
  ERASED: ['Compte effacé', 'Account erased'],
};
const planChangeEffect: Labels<(typeof planChangeEffects)[number]> = {
  NOW: ['Tout de suite', 'Now'],
  PERIOD_END: ['À la fin de la période', 'At the end of the period'],
};

const priceSyncAction: Labels<(typeof priceSyncActions)[number]> = {
  CREATE_PRODUCT: ['Créer le produit', 'Create the product'],
  UPDATE_PRODUCT: ['Modifier le produit', 'Update the product'],
  CREATE_PRICE: ['Créer le prix', 'Create the price'],
  ARCHIVE_PRICE: ['Archiver le prix', 'Archive the price'],
  UNCHANGED: ['Inchangé', 'Unchanged'],
};

export const planLabels = {
  PlanFamily: planFamily,
  PlanFeature: planFeature,
  PlanAction: planAction,
  PlanInterval: planInterval,
  PlanSubscriptionStatus: planSubscriptionStatus,
  PlanPeriodStatus: planPeriodStatus,
  PlanEndReason: planEndReason,
  PlanChangeEffect: planChangeEffect,
  PriceSyncAction: priceSyncAction,
} as const;
