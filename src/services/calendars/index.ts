/** The public API of calendars: connections, busy time outside and conflicts. */
export { connectionStates } from './calendar-connection.states.ts';
export { conflictStates } from './calendar-conflict.states.ts';
