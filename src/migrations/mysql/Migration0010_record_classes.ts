import { Migration } from '@mikro-orm/migrations';

export class Migration0010_record_classes extends Migration {

  override name = 'Migration0010_record_classes';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`retention_policy\` modify \`record_class\` varchar(40) not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`retention_policy\` modify \`record_class\` enum('sessions','tokens','pending_registrations','login_throttles','provider_trips','passkey_challenges','factor_challenges','address_proofs','trusted_devices','unconfirmed_factors','consents','notifications','old_notifications','mails','messages','manuscripts','orders','payments','unpaid_payments','invoices','provider_events','exports','requests','receipts','legal_holds','retention_runs','events','jobs','unused_accounts','extracts','journal') not null;`);
  }

}
