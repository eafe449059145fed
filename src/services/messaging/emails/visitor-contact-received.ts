import { defineMail, variable } from '../../notifications/index.ts';

/** What the mails to somebody without an account say in common. */
export const visitorVariables = {
  name: variable.text,
  /** The link is good until then. */
  linkEndsAt: variable.instant,
  visitorId: variable.text,
  /** Carries the token that opens the conversation. */
  visitorUrl: variable.webAddress,
} as const;

export const visitorSample = {
  name: 'Camille Roux',
  linkEndsAt: '2026-12-31T09:41:00.000Z',
  visitorId: '01999999-9999-7999-8999-999999999997',
  visitorUrl: 'https://www.example.org/contact/conversation#token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
} as const;

/** Sent when the contact form of a visitor has come: the link to the conversation. */
export const visitorContactReceived = defineMail({
  name: 'visitor-contact-received',
  variables: visitorVariables,
  late: ['visitorUrl'],
  sample: visitorSample,
});
