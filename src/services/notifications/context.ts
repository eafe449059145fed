import type { ListedMail } from './mail/definition.ts';
import type { Mailer } from './mailer.ts';

declare module '../platform/module.ts' {
  interface Module {
    /** The e-mails of the domain. */
    readonly mails?: readonly ListedMail[];
  }
}

declare module '../platform/context.ts' {
  interface AppContext {
    /** Every e-mail, and how it is written. */
    readonly mailer: Mailer;
  }
}
