import { defineMail } from '../../notifications/index.ts';
import { visitorSample, visitorVariables } from './visitor-contact-received.ts';

/** Sent when a visitor has asked for a free sample: the link to the conversation. */
export const visitorSampleReceived = defineMail({
  name: 'visitor-sample-received',
  variables: visitorVariables,
  late: ['visitorUrl'],
  sample: visitorSample,
});
