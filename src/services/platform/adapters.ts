import type { AccessTokens } from '../adapters/access-tokens/port.ts';
import type { Antivirus } from '../adapters/antivirus/port.ts';
import type { CalendarConnectors } from '../adapters/calendars/port.ts';
import type { Mailbox, MailPort } from '../adapters/mail/port.ts';
import type { PasskeysPort } from '../adapters/passkeys/port.ts';
import type { Passwords } from '../adapters/passwords/port.ts';
import type { PaymentProviders } from '../adapters/payments/port.ts';
import type { PdfPort } from '../adapters/pdf/port.ts';
import type { SmsFolder, SmsPort } from '../adapters/sms/port.ts';
import type { SsoPort } from '../adapters/sso/port.ts';
import type { VatRegister } from '../adapters/vat-register/port.ts';
import type { ZipPort } from '../adapters/zip/port.ts';

/** The ports through which operations call external services. `src/adapters.ts` chooses the vendor of each. */
export interface Adapters {
  readonly accessTokens: AccessTokens;
  /** Looks for viruses; null where none is installed. */
  readonly antivirus: Antivirus | null;
  readonly calendars: CalendarConnectors;
  readonly mail: MailPort;
  /** Where e-mails are written when no provider is configured; null when they are really sent. */
  readonly mailbox: Mailbox | null;
  readonly passkeys: PasskeysPort;
  readonly passwords: Passwords;
  readonly payments: PaymentProviders;
  readonly pdf: PdfPort;
  readonly sms: SmsPort;
  /** Where text messages are written when no provider is configured; null when they are really sent. */
  readonly smsFolder: SmsFolder | null;
  /** Identity providers. */
  readonly sso: SsoPort;
  /** Where VAT numbers of the Union are looked up; null when nobody does. */
  readonly vatRegister: VatRegister | null;
  readonly zip: ZipPort;
}
