/** The public API of calendars: connections, busy time outside and conflicts. */
export { connectionStates } from './calendar-connection.states.ts';
export { conflictStates } from './calendar-conflict.states.ts';
export { syncConnectionTask } from './calendar-jobs.ts';
export { calendarSubscriptions, calendarTasks } from './calendar-tasks.ts';
export {
  connectCalendar,
  reconnectCalendar,
  type ConnectCalendar,
  type Connected,
  type ReconnectCalendar,
} from './connections/connect-calendar.ts';
export { chooseCalendars, type CalendarChoice, type ChooseCalendars } from './connections/choose-calendars.ts';
export { disconnectCalendar, type DisconnectCalendar } from './connections/disconnect-calendar.ts';
export { openConnection, type AccountToOpen } from './connections/open-connection.ts';
export { receivePushes, type CalendarPush } from './channels/receive-push.ts';
export { finishCalendarConnection, type CalendarFlowEnd } from './oauth/finish-flow.ts';
export { receiveCalendarReturn, type CalendarReturn } from './oauth/receive-return.ts';
export { syncCalendarNow } from './connections/sync-calendar-now.ts';
export { syncCalendars } from './reading/sync-calendars.ts';
export { syncConnection } from './reading/sync-connection.ts';
export { resolutionsOf, resolveCalendarConflict, type ResolveConflict } from './conflicts/resolve-conflict.ts';
export { calendarConnections, getConnection, type CalendarConnectionRow } from './queries/connection-rows.ts';
export { calendarsOfConnections, type ConnectedCalendarRow } from './queries/calendar-rows.ts';
export { calendarsOfBlocks } from './queries/calendar-names.ts';
export { listBusyBlocks, type BusyBlockRow, type ListBusyBlocks } from './queries/list-busy-blocks.ts';
export {
  getConflict,
  listCalendarConflicts,
  type CalendarConflictRow,
  type ListConflicts,
} from './queries/list-conflicts.ts';
