import { accountLabels } from './account.labels.ts';
import { archiveLabels } from './archive.labels.ts';
import { availabilityLabels } from './availability.labels.ts';
import { bookingLabels } from './bookings.labels.ts';
import { businessLabels } from './business.labels.ts';
import { insightsLabels } from './insights.labels.ts';
import { backupLabels } from './backups.labels.ts';
import { calendarLabels } from './calendars.labels.ts';
import { contentLabels } from './content.labels.ts';
import { invoicingLabels } from './invoicing.labels.ts';
import type { Label } from './label.ts';
import { mailLabels } from './mails.labels.ts';
import { orderLifeLabels } from './order-life.labels.ts';
import { paymentFormLabels } from './payment-forms.labels.ts';
import { planLabels } from './plans.labels.ts';
import { recordLabels } from './records.labels.ts';
import { practiceLabels } from './practice.labels.ts';
import { sortLabels } from './sort.labels.ts';
import { documentRunLabels } from './document-runs.labels.ts';
import { supportLabels } from './support.labels.ts';
import { uploadLabels } from './uploads.labels.ts';
import { visitorLabels } from './visitors.labels.ts';

/**
 * Every enumeration of the API with a label for each of its values; a test visits the schema, so that none is missing.
 * `AuditAction` holds the values of `AuditEntry.action`, which is text in the API.
 */
export const enumLabels: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  ...bookingLabels,
  ...businessLabels,
  ...orderLifeLabels,
  ...mailLabels,
  ...insightsLabels,
  ...contentLabels,
  ...invoicingLabels,
  ...paymentFormLabels,
  ...planLabels,
  ...availabilityLabels,
  ...accountLabels,
  ...practiceLabels,
  ...backupLabels,
  ...calendarLabels,
  ...archiveLabels,
  ...recordLabels,
  ...sortLabels,
  ...documentRunLabels,
  ...supportLabels,
  ...uploadLabels,
  ...visitorLabels,
};
