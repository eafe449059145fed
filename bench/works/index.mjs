import { agendaWork } from './agenda.mjs';
import { availabilityWork } from './availability.mjs';
import { cabinetFirst, cabinetLast } from './cabinet.mjs';
import { firstBackup, secondBackup, verifiedBackup } from './backups.mjs';
import { bookingRaceWork } from './booking-race.mjs';
import { bookingWork } from './booking.mjs';
import { calendarImportWork } from './calendar-import.mjs';
import { digests } from './digests.mjs';
import { fanOut, messageFanOut, ownEvents } from './fan-out.mjs';
import { lag, range, uploads } from './files.mjs';
import { dashboardWork, monthlyStatsWork } from './figures.mjs';
import { growth } from './growth.mjs';
import { auditLog } from './audit-log.mjs';
import { orderList } from './order-list.mjs';
import { invoiceList } from './invoice-list.mjs';
import { issue } from './issue.mjs';
import { login } from './login.mjs';
import { print } from './print.mjs';
import { adminSearch, customerSearch, proofreaderSearch, unreadWork } from './messages.mjs';
import { page } from './page.mjs';
import { permissions } from './permissions.mjs';
import { restoredDocuments } from './restore.mjs';
import { tusUpload } from './tus.mjs';
import { w1 } from './w1.mjs';
import { w2 } from './w2.mjs';
import { w3 } from './w3.mjs';
import { webhooks } from './webhooks.mjs';

/** In the order they run: the works that write most come last. */
export const works = [
  w1,
  permissions,
  orderList,
  invoiceList,
  w2,
  page,
  growth,
  dashboardWork,
  monthlyStatsWork,
  unreadWork,
  customerSearch,
  proofreaderSearch,
  adminSearch,
  availabilityWork,
  agendaWork,
  cabinetFirst,
  cabinetLast,
  fanOut,
  ownEvents,
  messageFanOut,
  range,
  uploads,
  tusUpload,
  lag,
  login,
  auditLog,
  print,
  calendarImportWork,
  firstBackup,
  secondBackup,
  verifiedBackup,
  restoredDocuments,
  digests,
  webhooks,
  issue,
  bookingWork,
  bookingRaceWork,
  w3,
];
