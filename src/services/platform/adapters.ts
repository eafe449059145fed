import type { AccessTokens } from '../adapters/access-tokens/port.ts';
import type { Mailbox, MailPort } from '../adapters/mail/port.ts';
import type { PasskeysPort } from '../adapters/passkeys/port.ts';
import type { Passwords } from '../adapters/passwords/port.ts';
import type { PaymentsPort } from '../adapters/payments/port.ts';
import type { PdfPort } from '../adapters/pdf/port.ts';
import type { SmsFolder, SmsPort } from '../adapters/sms/port.ts';
import type { SsoPort } from '../adapters/sso/port.ts';
import type { ZipPort } from '../adapters/zip/port.ts';

/** The ports through which operations reach the outside. `src/adapters.ts` says which vendor stands behind each. */
export interface Adapters {
  readonly accessTokens: AccessTokens;
  readonly mail: MailPort;
  /** Where e-mails are kept when no provider is set; null when they are really sent. */
  readonly mailbox: Mailbox | null;
  readonly passkeys: PasskeysPort;
  readonly passwords: Passwords;
  readonly payments: PaymentsPort;
  readonly pdf: PdfPort;
  readonly sms: SmsPort;
  /** Where text messages are kept when no provider is set; null when they are really sent. */
  readonly smsFolder: SmsFolder | null;
  /** Identity providers. */
  readonly sso: SsoPort;
  readonly zip: ZipPort;
}
