import { Migration } from '@mikro-orm/migrations';

export class Migration0005_pending_registrations extends Migration {

  override name = 'Migration0005_pending_registrations';

  override up(): void | Promise<void> {
    this.addSql(`create table \`pending_registration\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`email\` varchar(255) not null, \`password_hash\` varchar(100) not null, \`first_name\` varchar(50) not null, \`last_name\` varchar(50) not null, \`address\` text null, \`locale\` enum('fr','en') not null, \`consents\` json not null, \`network\` varchar(45) null, \`token_hash\` varchar(64) not null, \`expires_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`pending_registration\` add index \`pending_registration_email_index\` (\`email\`);`);
    this.addSql(`alter table \`pending_registration\` add unique \`pending_registration_token_hash_unique\` (\`token_hash\`);`);

    this.addSql(`alter table \`retention_policy\` modify \`record_class\` enum('SESSIONS','TOKENS','PENDING_REGISTRATIONS','LOGIN_THROTTLES','PROVIDER_TRIPS','PASSKEY_CHALLENGES','FACTOR_CHALLENGES','ADDRESS_PROOFS','TRUSTED_DEVICES','UNCONFIRMED_FACTORS','CONSENTS','NOTIFICATIONS','OLD_NOTIFICATIONS','MAILS','MESSAGES','MANUSCRIPTS','ORDERS','PAYMENTS','UNPAID_PAYMENTS','INVOICES','PROVIDER_EVENTS','EXPORTS','REQUESTS','RECEIPTS','LEGAL_HOLDS','RETENTION_RUNS','EVENTS','JOBS','UNUSED_ACCOUNTS','EXTRACTS','JOURNAL') not null;`);

    this.addSql(`alter table \`one_time_token\` modify \`user_id\` char(36) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`pending_registration\`;`);

    this.addSql(`alter table \`one_time_token\` modify \`user_id\` char(36) not null;`);

    this.addSql(`alter table \`retention_policy\` modify \`record_class\` enum('sessions','tokens','login_throttles','provider_trips','passkey_challenges','factor_challenges','address_proofs','trusted_devices','unconfirmed_factors','consents','notifications','old_notifications','mails','messages','manuscripts','orders','payments','unpaid_payments','invoices','provider_events','exports','requests','receipts','legal_holds','retention_runs','events','jobs','unused_accounts','extracts','journal') not null;`);
  }

}
