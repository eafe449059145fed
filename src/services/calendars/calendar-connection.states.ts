import type { ConnectionStatus } from '../../entities/calendars/calendar-connection.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type ConnectionVerb = 'refuse' | 'reconnect' | 'pause' | 'resume' | 'disconnect';

/** A connection that its provider refuses waits for its owner; one too many for the plan is paused, and goes on when it may. */
export const connectionStates: StateTable<ConnectionStatus, ConnectionVerb> = {
  CONNECTED: { refuse: 'TO_RECONNECT', reconnect: 'CONNECTED', pause: 'PAUSED', disconnect: 'DISCONNECTED' },
  TO_RECONNECT: { reconnect: 'CONNECTED', pause: 'PAUSED', disconnect: 'DISCONNECTED' },
  PAUSED: { resume: 'CONNECTED', disconnect: 'DISCONNECTED' },
  DISCONNECTED: {},
};
