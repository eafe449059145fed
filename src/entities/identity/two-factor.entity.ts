import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';
import { User } from './user.entity.ts';

/** TOTP: an authenticator app. EMAIL_OTP, SMS_OTP: a code that we send. */
export const twoFactorMethods = ['TOTP', 'EMAIL_OTP', 'SMS_OTP'] as const;
export type TwoFactorMethod = (typeof twoFactorMethods)[number];

/**
 * A second proof of who somebody is, beside their password. Owned and seen by its person; dies when they disable it, or
 * a day after it was begun and never confirmed. Asked for at each sign-in once it is confirmed.
 */
export const TwoFactor = defineEntity({
  name: 'TwoFactor',
  tableName: 'two_factor',
  properties: {
    ...base(),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    method: p.enum(twoFactorMethods),
    confirmedAt: instant().strictNullable().default(null),
    /** The seed of an authenticator app: a data key, wrapped like those of files. */
    dataKeyId: identifier().strictNullable().default(null),
    /** The last step of time whose code was used: no code is good twice. */
    lastStep: p.integer().strictNullable().default(null),
    /** Where codes by SMS go, E.164. */
    phone: p.string().length(20).strictNullable().default(null),
  },
  uniques: [{ properties: ['user', 'method'] }],
});
export type TwoFactor = InferEntity<typeof TwoFactor>;
