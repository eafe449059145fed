import { Migration } from '@mikro-orm/migrations';

export class Migration0010_record_classes extends Migration {

  override name = 'Migration0010_record_classes';

  override up(): void | Promise<void> {
    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`retention_policy__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`record_class\` text not null, \`days\` integer not null, \`changed_at\` datetime not null, \`changed_by_id\` char(36) not null);`);
    this.addSql(`insert into \`retention_policy__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`record_class\`, \`days\`, \`changed_at\`, \`changed_by_id\` from \`retention_policy\`;`);
    this.addSql(`drop table \`retention_policy\`;`);
    this.addSql(`alter table \`retention_policy__temp_alter\` rename to \`retention_policy\`;`);
    this.addSql(`create unique index \`retention_policy_record_class_unique\` on \`retention_policy\` (\`record_class\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`retention_policy__temp_alter\` (\`changed_at\` datetime not null, \`changed_by_id\` char not null, \`created_at\` datetime not null, \`days\` integer not null, \`id\` char not null primary key, \`record_class\` text check (\`record_class\` in ('SESSIONS', 'TOKENS', 'PENDING_REGISTRATIONS', 'LOGIN_THROTTLES', 'PROVIDER_TRIPS', 'PASSKEY_CHALLENGES', 'FACTOR_CHALLENGES', 'ADDRESS_PROOFS', 'TRUSTED_DEVICES', 'UNCONFIRMED_FACTORS', 'CONSENTS', 'NOTIFICATIONS', 'OLD_NOTIFICATIONS', 'MAILS', 'MESSAGES', 'MANUSCRIPTS', 'ORDERS', 'PAYMENTS', 'UNPAID_PAYMENTS', 'INVOICES', 'PROVIDER_EVENTS', 'EXPORTS', 'REQUESTS', 'RECEIPTS', 'LEGAL_HOLDS', 'RETENTION_RUNS', 'EVENTS', 'JOBS', 'UNUSED_ACCOUNTS', 'EXTRACTS', 'JOURNAL')) not null, \`version\` integer not null default 1);`);
    this.addSql(`insert into \`retention_policy__temp_alter\` select \`changed_at\`, \`changed_by_id\`, \`created_at\`, \`days\`, \`id\`, \`record_class\`, \`version\` from \`retention_policy\`;`);
    this.addSql(`drop table \`retention_policy\`;`);
    this.addSql(`alter table \`retention_policy__temp_alter\` rename to \`retention_policy\`;`);
    this.addSql(`create unique index \`retention_policy_record_class_unique\` on \`retention_policy\` (\`record_class\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

}
