import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when a used refresh token is replayed, once per session: somebody may have a copy. */
export const sessionReplayed = defineMail({
  name: 'session-replayed',
  variables: {
    firstName: variable.text,
    at: variable.instant,
    /** The device of the session that was ended, in the reader's language. */
    device: variable.text,
    /** The network it signed in from, as 203.0.113.0/24. */
    place: variable.text,
    /** The network that the old token came from. */
    shownFrom: variable.text,
    resetUrl: variable.webAddress,
    sessionsUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    at: '2026-11-20T13:05:00.000Z',
    device: 'Firefox · Windows',
    place: '192.0.2.0/24',
    shownFrom: '203.0.113.0/24',
    resetUrl: 'https://www.example.org/forgotten-password',
    sessionsUrl: 'https://www.example.org/compte/securite',
  },
});
