/** A push's whole life in a process that dies at the named point `CRASH_AT`: somebody asks for it, confirms it, and word of it comes. */
import { createApp } from '../../../src/app.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { sandboxPhoneOf } from '../../../src/services/adapters/payments/sandbox/sandbox-push.ts';
import { providersAble } from '../../../src/services/adapters/payments/port.ts';
import { payByMobileMoney, receiveHint } from '../../../src/services/billing/index.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const actor = JSON.parse(process.env['ACTOR'] ?? '{}') as Actor;
const input = JSON.parse(process.env['PUSH'] ?? '{}') as Parameters<typeof payByMobileMoney>[1];
const app = await createApp(readConfig(), { database });
const ctx = app.contextFor({ actor, requestId: 'push' });
const { paymentUrl } = await payByMobileMoney(ctx, input);
const provider = providersAble(app.services.payments, 'push')[0]!;
const body = await sandboxPhoneOf(app.services.payments)?.confirm(String(paymentUrl?.split('/').at(-1)));
await receiveHint(ctx, { provider, body });
process.exit(0);
