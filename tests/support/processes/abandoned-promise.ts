/** Abandons a promise that rejects, and says afterwards that it still runs. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '../../../src/services/platform/logger.ts';
import { logUnhandledRejections } from '../../../src/services/platform/startup/unhandled-rejections.ts';

if (process.env['IS_GUARDED'] === 'yes') logUnhandledRejections(createLogger('info'));
void Promise.reject(new Error('abandoned'));
await sleep(20);
process.stdout.write('still runs\n');
