import type { Mailer } from './mailer.ts';

declare module '../platform/context.ts' {
  interface AppContext {
    /** Every e-mail, and how it is written. */
    readonly mailer: Mailer;
  }
}
