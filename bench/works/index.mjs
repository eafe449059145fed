import { agendaWork } from './agenda.mjs';
import { availabilityWork } from './availability.mjs';
import { cabinetFirst, cabinetLast } from './cabinet.mjs';
import { bookingRaceWork } from './booking-race.mjs';
import { bookingWork } from './booking.mjs';
import { fanOut, ownEvents } from './fan-out.mjs';
import { lag, range, uploads } from './files.mjs';
import { dashboardWork, monthlyStatsWork } from './figures.mjs';
import { growth } from './growth.mjs';
import { auditLog } from './audit-log.mjs';
import { orderList } from './order-list.mjs';
import { issue } from './issue.mjs';
import { login } from './login.mjs';
import { print } from './print.mjs';
import { page } from './page.mjs';
import { permissions } from './permissions.mjs';
import { w1 } from './w1.mjs';
import { w2 } from './w2.mjs';
import { w3 } from './w3.mjs';
import { webhooks } from './webhooks.mjs';

// `invoice-list` (50 of 200,000 by status) joins when the API has a list of invoices.
/** In the order they run: the works that write most come last. */
export const works = [
  w1,
  permissions,
  orderList,
  w2,
  page,
  growth,
  dashboardWork,
  monthlyStatsWork,
  availabilityWork,
  agendaWork,
  cabinetFirst,
  cabinetLast,
  fanOut,
  ownEvents,
  range,
  uploads,
  lag,
  login,
  auditLog,
  print,
  webhooks,
  issue,
  bookingWork,
  bookingRaceWork,
  w3,
];
