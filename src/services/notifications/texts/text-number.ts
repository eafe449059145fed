import type { DerivedSecrets } from '../../platform/derived-secrets.ts';

/** A number as rows hold it: under a key that only this server has, and its last digits for people. */
export interface TextNumber {
  readonly numberHash: string;
  readonly numberEnd: string;
}

/** `number` is in E.164. */
export const textNumber = (derived: DerivedSecrets, number: string): TextNumber => ({
  numberHash: derived.of('sms-number', number),
  numberEnd: number.slice(-4),
});
