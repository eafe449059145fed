import { Migration } from '@mikro-orm/migrations';

export class Migration0045_texts_and_reviews extends Migration {

  override name = 'Migration0045_texts_and_reviews';

  override up(): void | Promise<void> {
    this.addSql(`create table \`review\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`booking_id\` char(36) not null, \`artisan_id\` char(36) not null, \`rating\` integer not null, \`text\` text null, \`status\` text check (\`status\` in ('SUBMITTED', 'APPROVED', 'REJECTED')) not null default 'SUBMITTED', \`decided_at\` datetime null, constraint \`review_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade, constraint \`review_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete restrict, constraint \`review_check_1\` check (rating between 1 and 5));`);
    this.addSql(`create unique index \`review_booking_id_unique\` on \`review\` (\`booking_id\`);`);
    this.addSql(`create index \`review_artisan_id_index\` on \`review\` (\`artisan_id\`);`);
    this.addSql(`create index \`review_artisan_id_status_created_at_id_index\` on \`review\` (\`artisan_id\`, \`status\`, \`created_at\`, \`id\`);`);

    this.addSql(`create table \`sms_opt_out\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`number_hash\` text not null, \`cause\` text check (\`cause\` in ('STOP', 'PROVIDER')) not null);`);
    this.addSql(`create unique index \`sms_opt_out_number_hash_unique\` on \`sms_opt_out\` (\`number_hash\`);`);

    this.addSql(`create table \`sms_reply\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`provider_id\` text not null, \`is_stop\` integer not null);`);
    this.addSql(`create unique index \`sms_reply_provider_id_unique\` on \`sms_reply\` (\`provider_id\`);`);
    this.addSql(`create index \`sms_reply_created_at_index\` on \`sms_reply\` (\`created_at\`);`);

    this.addSql(`create table \`sms_delivery\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`kind\` text not null, \`recipient_id\` char(36) null, \`number_hash\` text not null, \`number_end\` text not null, \`subject_type\` text null, \`subject_id\` char(36) null, \`payer_id\` char(36) null, \`status\` text check (\`status\` in ('WAITING', 'SENDING', 'UNKNOWN', 'ACCEPTED', 'SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED', 'OPTED_OUT')) not null default 'SENDING', \`attempts\` integer not null default 0, \`segments\` integer not null, \`price_ten_thousandths\` integer null, \`price_currency\` text null, \`error_code\` integer null, \`provider_id\` text null, \`sent_at\` datetime null, \`dedupe_key\` text not null, constraint \`sms_delivery_recipient_id_foreign\` foreign key (\`recipient_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`create index \`sms_delivery_recipient_id_index\` on \`sms_delivery\` (\`recipient_id\`);`);
    this.addSql(`create unique index \`sms_delivery_dedupe_key_unique\` on \`sms_delivery\` (\`dedupe_key\`);`);
    this.addSql(`create index \`sms_delivery_created_at_id_index\` on \`sms_delivery\` (\`created_at\`, \`id\`);`);
    this.addSql(`create index \`sms_delivery_status_created_at_index\` on \`sms_delivery\` (\`status\`, \`created_at\`);`);
    this.addSql(`create index \`sms_delivery_payer_id_created_at_index\` on \`sms_delivery\` (\`payer_id\`, \`created_at\`);`);
    this.addSql(`create index \`sms_delivery_subject_id_index\` on \`sms_delivery\` (\`subject_id\`);`);
    this.addSql(`create index \`sms_delivery_number_hash_created_at_index\` on \`sms_delivery\` (\`number_hash\`, \`created_at\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`booking_reminder__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`booking_id\` char(36) not null, \`kind\` text not null, \`channel\` text check (\`channel\` in ('EMAIL', 'SMS')) not null, \`due_at\` datetime not null, \`starts_at\` datetime not null, \`status\` text check (\`status\` in ('PLANNED', 'SENT', 'SKIPPED', 'CANCELLED', 'FAILED')) not null default 'PLANNED', \`reason\` text check (\`reason\` in ('NOT_WANTED', 'TOO_LATE', 'QUIET_HOURS', 'STARTED', 'NO_PLAN', 'PLAN_USED_UP', 'NOT_MOBILE', 'OPTED_OUT')) null, constraint \`booking_reminder_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade);`);
    this.addSql(`insert into \`booking_reminder__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`booking_id\`, \`kind\`, \`channel\`, \`due_at\`, \`starts_at\`, \`status\`, \`reason\` from \`booking_reminder\`;`);
    this.addSql(`drop table \`booking_reminder\`;`);
    this.addSql(`alter table \`booking_reminder__temp_alter\` rename to \`booking_reminder\`;`);
    this.addSql(`create index \`booking_reminder_booking_id_index\` on \`booking_reminder\` (\`booking_id\`);`);
    this.addSql(`create index \`booking_reminder_status_due_at_index\` on \`booking_reminder\` (\`status\`, \`due_at\`);`);
    this.addSql(`create unique index \`booking_reminder_booking_id_kind_channel_starts_at_unique\` on \`booking_reminder\` (\`booking_id\`, \`kind\`, \`channel\`, \`starts_at\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`alter table \`booking_history\` add column \`message\` text null;`);

    this.addSql(`alter table \`two_factor_challenge\` drop column \`code_in_flight\`;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`review\`;`);
    this.addSql(`drop table if exists \`sms_opt_out\`;`);
    this.addSql(`drop table if exists \`sms_reply\`;`);
    this.addSql(`drop table if exists \`sms_delivery\`;`);

    this.addSql(`alter table \`booking_history\` drop column \`message\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`booking_reminder__temp_alter\` (\`booking_id\` char not null, \`channel\` text check (\`channel\` in ('EMAIL', 'SMS')) not null, \`created_at\` datetime not null, \`due_at\` datetime not null, \`id\` char not null primary key, \`kind\` text not null, \`reason\` text check (\`reason\` in ('NOT_WANTED', 'TOO_LATE', 'QUIET_HOURS', 'STARTED')) null, \`starts_at\` datetime not null, \`status\` text check (\`status\` in ('PLANNED', 'SENT', 'SKIPPED', 'CANCELLED')) not null default 'PLANNED', \`version\` integer not null default 1, constraint \`booking_reminder_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade);`);
    this.addSql(`insert into \`booking_reminder__temp_alter\` select \`booking_id\`, \`channel\`, \`created_at\`, \`due_at\`, \`id\`, \`kind\`, \`reason\`, \`starts_at\`, \`status\`, \`version\` from \`booking_reminder\`;`);
    this.addSql(`drop table \`booking_reminder\`;`);
    this.addSql(`alter table \`booking_reminder__temp_alter\` rename to \`booking_reminder\`;`);
    this.addSql(`create index \`booking_reminder_booking_id_index\` on \`booking_reminder\` (\`booking_id\`);`);
    this.addSql(`create unique index \`booking_reminder_booking_id_kind_channel_starts_at_unique\` on \`booking_reminder\` (\`booking_id\`, \`kind\`, \`channel\`, \`starts_at\`);`);
    this.addSql(`create index \`booking_reminder_status_due_at_index\` on \`booking_reminder\` (\`status\`, \`due_at\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`alter table \`two_factor_challenge\` add column \`code_in_flight\` integer null;`);
  }

}
