import { Migration } from '@mikro-orm/migrations';

export class Migration0005_pending_registrations extends Migration {

  override name = 'Migration0005_pending_registrations';

  override up(): void | Promise<void> {
    this.addSql(`create table \`pending_registration\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`email\` text not null, \`password_hash\` text not null, \`first_name\` text not null, \`last_name\` text not null, \`address\` text null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null, \`consents\` json not null, \`network\` text null, \`token_hash\` text not null, \`expires_at\` datetime not null);`);
    this.addSql(`create index \`pending_registration_email_index\` on \`pending_registration\` (\`email\`);`);
    this.addSql(`create unique index \`pending_registration_token_hash_unique\` on \`pending_registration\` (\`token_hash\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`retention_policy__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`record_class\` text check (\`record_class\` in ('SESSIONS', 'TOKENS', 'PENDING_REGISTRATIONS', 'LOGIN_THROTTLES', 'PROVIDER_TRIPS', 'PASSKEY_CHALLENGES', 'FACTOR_CHALLENGES', 'ADDRESS_PROOFS', 'TRUSTED_DEVICES', 'UNCONFIRMED_FACTORS', 'CONSENTS', 'NOTIFICATIONS', 'OLD_NOTIFICATIONS', 'MAILS', 'MESSAGES', 'MANUSCRIPTS', 'ORDERS', 'PAYMENTS', 'UNPAID_PAYMENTS', 'INVOICES', 'PROVIDER_EVENTS', 'EXPORTS', 'REQUESTS', 'RECEIPTS', 'LEGAL_HOLDS', 'RETENTION_RUNS', 'EVENTS', 'JOBS', 'UNUSED_ACCOUNTS', 'EXTRACTS', 'JOURNAL')) not null, \`days\` integer not null, \`changed_at\` datetime not null, \`changed_by_id\` char(36) not null);`);
    this.addSql(`insert into \`retention_policy__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`record_class\`, \`days\`, \`changed_at\`, \`changed_by_id\` from \`retention_policy\`;`);
    this.addSql(`drop table \`retention_policy\`;`);
    this.addSql(`alter table \`retention_policy__temp_alter\` rename to \`retention_policy\`;`);
    this.addSql(`create unique index \`retention_policy_record_class_unique\` on \`retention_policy\` (\`record_class\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`one_time_token__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) null, \`purpose\` text check (\`purpose\` in ('ACTIVATION', 'PASSWORD_RESET', 'EMAIL_CHANGE', 'EMAIL_UNDO', 'INVITATION')) not null, \`token_hash\` text not null, \`email\` text not null, \`new_email\` text null, \`password_version\` integer not null, \`expires_at\` datetime not null, \`used_at\` datetime null, constraint \`one_time_token_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`insert into \`one_time_token__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`user_id\`, \`purpose\`, \`token_hash\`, \`email\`, \`new_email\`, \`password_version\`, \`expires_at\`, \`used_at\` from \`one_time_token\`;`);
    this.addSql(`drop table \`one_time_token\`;`);
    this.addSql(`alter table \`one_time_token__temp_alter\` rename to \`one_time_token\`;`);
    this.addSql(`create index \`one_time_token_user_id_index\` on \`one_time_token\` (\`user_id\`);`);
    this.addSql(`create unique index \`one_time_token_token_hash_unique\` on \`one_time_token\` (\`token_hash\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`pending_registration\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`one_time_token__temp_alter\` (\`created_at\` datetime not null, \`email\` text not null, \`expires_at\` datetime not null, \`id\` char not null primary key, \`new_email\` text null, \`password_version\` integer not null, \`purpose\` text check (\`purpose\` in ('ACTIVATION', 'PASSWORD_RESET', 'EMAIL_CHANGE', 'EMAIL_UNDO', 'INVITATION')) not null, \`token_hash\` text not null, \`used_at\` datetime null, \`user_id\` char not null, \`version\` integer not null default 1, constraint \`one_time_token_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`insert into \`one_time_token__temp_alter\` select \`created_at\`, \`email\`, \`expires_at\`, \`id\`, \`new_email\`, \`password_version\`, \`purpose\`, \`token_hash\`, \`used_at\`, \`user_id\`, \`version\` from \`one_time_token\`;`);
    this.addSql(`drop table \`one_time_token\`;`);
    this.addSql(`alter table \`one_time_token__temp_alter\` rename to \`one_time_token\`;`);
    this.addSql(`create unique index \`one_time_token_token_hash_unique\` on \`one_time_token\` (\`token_hash\`);`);
    this.addSql(`create index \`one_time_token_user_id_index\` on \`one_time_token\` (\`user_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`retention_policy__temp_alter\` (\`changed_at\` datetime not null, \`changed_by_id\` char not null, \`created_at\` datetime not null, \`days\` integer not null, \`id\` char not null primary key, \`record_class\` text check (\`record_class\` in ('SESSIONS', 'TOKENS', 'LOGIN_THROTTLES', 'PROVIDER_TRIPS', 'PASSKEY_CHALLENGES', 'FACTOR_CHALLENGES', 'ADDRESS_PROOFS', 'TRUSTED_DEVICES', 'UNCONFIRMED_FACTORS', 'CONSENTS', 'NOTIFICATIONS', 'OLD_NOTIFICATIONS', 'MAILS', 'MESSAGES', 'MANUSCRIPTS', 'ORDERS', 'PAYMENTS', 'UNPAID_PAYMENTS', 'INVOICES', 'PROVIDER_EVENTS', 'EXPORTS', 'REQUESTS', 'RECEIPTS', 'LEGAL_HOLDS', 'RETENTION_RUNS', 'EVENTS', 'JOBS', 'UNUSED_ACCOUNTS', 'EXTRACTS', 'JOURNAL')) not null, \`version\` integer not null default 1);`);
    this.addSql(`insert into \`retention_policy__temp_alter\` select \`changed_at\`, \`changed_by_id\`, \`created_at\`, \`days\`, \`id\`, \`record_class\`, \`version\` from \`retention_policy\`;`);
    this.addSql(`drop table \`retention_policy\`;`);
    this.addSql(`alter table \`retention_policy__temp_alter\` rename to \`retention_policy\`;`);
    this.addSql(`create unique index \`retention_policy_record_class_unique\` on \`retention_policy\` (\`record_class\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

}
