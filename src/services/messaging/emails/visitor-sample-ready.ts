import { defineMail } from '../../notifications/index.ts';
import { visitorSample } from './visitor-contact-received.ts';
import { answerVariables } from './visitor-reply.ts';

/** Sent to a visitor whose free sample is there to be downloaded. */
export const visitorSampleReady = defineMail({
  name: 'visitor-sample-ready',
  variables: answerVariables,
  late: ['visitorUrl'],
  sample: {
    ...visitorSample,
    messages: [{ at: '2026-12-01T09:12:00Z', excerpt: 'Voici vos premières pages, corrections visibles.' }],
    moreCount: 0,
  },
});
