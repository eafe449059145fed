import type { ReportFormat } from '../../entities/insights/stats-report.entity.ts';
import type { ThresholdKind } from '../../entities/insights/threshold-limit.entity.ts';
import type { BucketUnit } from '../../services/kernel/calendar-units.ts';
import type { FunnelStep, OrderPaymentState, ReceivableAge } from '../../services/kernel/figures.ts';
import type { Labels } from './label.ts';

/** Figures about the business. */

const bucketUnit: Labels<BucketUnit> = {
  DAY: ['Jour', 'Day'],
  WEEK: ['Semaine', 'Week'],
  MONTH: ['Mois', 'Month'],
  YEAR: ['Année', 'Year'],
};
const orderPaymentState: Labels<OrderPaymentState> = {
  NONE: ['Non payée', 'Not paid'],
  PAID: ['Payée', 'Paid'],
  PARTIALLY_REFUNDED: ['Remboursée en partie', 'Partially refunded'],
  REFUNDED: ['Remboursée', 'Refunded'],
};
const funnelStep: Labels<FunnelStep> = {
  STARTED: ['Commencée', 'Started'],
  PLACED: ['Passée', 'Placed'],
  PAID: ['Payée', 'Paid'],
  DELIVERED: ['Livrée', 'Delivered'],
  ACCEPTED: ['Acceptée', 'Accepted'],
};
const receivableAge: Labels<ReceivableAge> = {
  NOT_DUE: ['Pas encore échue', 'Not due'],
  DAYS_0_30: ['Échue depuis 30 jours au plus', 'Due for 30 days at most'],
  DAYS_31_60: ['Échue depuis 31 à 60 jours', 'Due for 31 to 60 days'],
  DAYS_61_90: ['Échue depuis 61 à 90 jours', 'Due for 61 to 90 days'],
  DAYS_OVER_90: ['Échue depuis plus de 90 jours', 'Due for more than 90 days'],
};
const thresholdKind: Labels<ThresholdKind> = {
  MICRO_ENTERPRISE: ['Plafond de la micro-entreprise', 'Limit of the micro-enterprise'],
  VAT_FRANCHISE: ['Seuil de la franchise de TVA', 'Limit of the VAT exemption'],
  VAT_FRANCHISE_RAISED: ['Seuil majoré de la franchise de TVA', 'Raised limit of the VAT exemption'],
  UNION_ELECTRONIC: ['Seuil des services électroniques dans l’Union', 'Limit of electronic services in the Union'],
};
const reportFormat: Labels<ReportFormat> = { PDF: ['PDF', 'PDF'], CSV: ['CSV', 'CSV'] };

export const insightsLabels = {
  BucketUnit: bucketUnit,
  OrderPaymentState: orderPaymentState,
  FunnelStep: funnelStep,
  ReceivableAge: receivableAge,
  ThresholdKind: thresholdKind,
  ReportFormat: reportFormat,
};
