import { Migration } from '@mikro-orm/migrations';

export class Migration0069_preferences_and_deliveries extends Migration {

  override name = 'Migration0069_preferences_and_deliveries';

  override up(): void | Promise<void> {
    this.addSql(`create table \`broadcast\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`audience\` text check (\`audience\` in ('EVERYONE', 'CUSTOMER', 'PROOFREADER', 'ARTISAN', 'ADMIN', 'NAMED')) not null, \`title\` text not null, \`message\` text not null, \`type\` text check (\`type\` in ('INFO', 'SUCCESS', 'WARNING', 'ERROR', 'PAYMENT', 'ORDER', 'MESSAGE', 'SYSTEM', 'CONSULTATION', 'BOOKING', 'DOCUMENT', 'SECURITY')) not null, \`priority\` text check (\`priority\` in ('LOW', 'NORMAL', 'HIGH', 'URGENT')) not null, \`action_url\` text null, \`is_by_mail\` integer not null default false, \`recipient_count\` integer not null, \`created_by_id\` char(36) null, \`expires_at\` datetime null, \`withdrawn_at\` datetime null);`);
    this.addSql(`create index \`broadcast_created_at_id_index\` on \`broadcast\` (\`created_at\`, \`id\`);`);

    this.addSql(`create table \`email_suppression\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`address_hash\` text not null, \`address\` text null, \`scope\` text check (\`scope\` in ('EVERYTHING', 'DIGESTS', 'REMINDERS', 'REPORTS')) not null, \`reason\` text check (\`reason\` in ('BOUNCE', 'COMPLAINT', 'UNSUBSCRIBE')) not null, \`source\` text check (\`source\` in ('EVENT', 'LIST', 'LINK')) not null, \`since\` datetime not null);`);
    this.addSql(`create index \`email_suppression_since_id_index\` on \`email_suppression\` (\`since\`, \`id\`);`);
    this.addSql(`create index \`email_suppression_address_index\` on \`email_suppression\` (\`address\`);`);
    this.addSql(`create unique index \`email_suppression_address_hash_scope_unique\` on \`email_suppression\` (\`address_hash\`, \`scope\`);`);

    this.addSql(`create table \`quiet_hours\` (\`user_id\` char(36) not null primary key, \`from_time\` text not null, \`to_time\` text not null, \`weekdays\` text not null, \`time_zone\` text not null, constraint \`quiet_hours_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on update cascade on delete cascade);`);
    this.addSql(`create index \`quiet_hours_user_id_index\` on \`quiet_hours\` (\`user_id\`);`);

    this.addSql(`create table \`notification_preference\` (\`user_id\` char(36) not null, \`type\` text check (\`type\` in ('INFO', 'SUCCESS', 'WARNING', 'ERROR', 'PAYMENT', 'ORDER', 'MESSAGE', 'SYSTEM', 'CONSULTATION', 'BOOKING', 'DOCUMENT', 'SECURITY')) not null, \`channel\` text check (\`channel\` in ('IN_APP', 'EMAIL')) not null, \`mode\` text check (\`mode\` in ('IMMEDIATE', 'DIGEST', 'OFF')) not null, primary key (\`user_id\`, \`type\`, \`channel\`), constraint \`notification_preference_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`notification_preference_user_id_index\` on \`notification_preference\` (\`user_id\`);`);

    this.addSql(`create table \`email_event\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`delivery_id\` char(36) not null, \`provider_event_id\` text not null, \`kind\` text check (\`kind\` in ('DEFERRED', 'DELIVERED', 'DROPPED', 'BLOCKED', 'BOUNCED', 'COMPLAINED', 'UNSUBSCRIBED')) not null, \`at\` datetime not null, \`reason\` text null, \`applied_at\` datetime null, constraint \`email_event_delivery_id_foreign\` foreign key (\`delivery_id\`) references \`email_delivery\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`email_event_delivery_id_index\` on \`email_event\` (\`delivery_id\`);`);
    this.addSql(`create unique index \`email_event_provider_event_id_unique\` on \`email_event\` (\`provider_event_id\`);`);
    this.addSql(`create index \`email_event_delivery_id_at_index\` on \`email_event\` (\`delivery_id\`, \`at\`);`);

    this.addSql(`create table \`digest_schedule\` (\`user_id\` char(36) not null primary key, \`at_time\` text not null, \`time_zone\` text not null, \`next_at\` datetime not null, \`gathered_until\` datetime not null, constraint \`digest_schedule_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on update cascade on delete cascade);`);
    this.addSql(`create index \`digest_schedule_user_id_index\` on \`digest_schedule\` (\`user_id\`);`);
    this.addSql(`create index \`digest_schedule_next_at_index\` on \`digest_schedule\` (\`next_at\`);`);

    this.addSql(`alter table \`notification\` add column \`group_key\` text null;`);
    this.addSql(`alter table \`notification\` add column \`count\` integer not null default 1;`);
    this.addSql(`alter table \`notification\` add column \`channel_results\` json null;`);
    this.addSql(`create index \`notification_user_id_group_key_index\` on \`notification\` (\`user_id\`, \`group_key\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`email_delivery__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`recipient_id\` char(36) null, \`to_email\` text not null, \`to_name\` text not null, \`template\` text not null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null, \`data\` json not null, \`status\` text check (\`status\` in ('HELD', 'QUEUED', 'SENDING', 'SENT', 'DEFERRED', 'DELIVERED', 'DROPPED', 'BOUNCED', 'COMPLAINED', 'AMBIGUOUS', 'REPLACED', 'FAILED', 'SUPPRESSED')) not null default 'QUEUED', \`attempts\` integer not null default 0, \`sending_at\` datetime null, \`sending_process_id\` char(36) null, \`ambiguities\` integer not null default 0, \`stream\` text null, \`provider_id\` text null, \`last_error\` text null, \`held_for\` text check (\`held_for\` in ('QUIET_HOURS', 'DIGEST')) null, \`held_until\` datetime null, \`suppression\` text check (\`suppression\` in ('BOUNCE', 'COMPLAINT', 'UNSUBSCRIBE')) null, \`sent_at\` datetime null, \`dedupe_key\` text not null, constraint \`email_delivery_recipient_id_foreign\` foreign key (\`recipient_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`insert into \`email_delivery__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`recipient_id\`, \`to_email\`, \`to_name\`, \`template\`, \`locale\`, \`data\`, \`status\`, \`attempts\`, \`sending_at\`, \`sending_process_id\`, \`ambiguities\`, \`stream\`, \`provider_id\`, \`last_error\`, null as \`held_for\`, null as \`held_until\`, null as \`suppression\`, \`sent_at\`, \`dedupe_key\` from \`email_delivery\`;`);
    this.addSql(`drop table \`email_delivery\`;`);
    this.addSql(`alter table \`email_delivery__temp_alter\` rename to \`email_delivery\`;`);
    this.addSql(`create index \`email_delivery_recipient_id_index\` on \`email_delivery\` (\`recipient_id\`);`);
    this.addSql(`create unique index \`email_delivery_dedupe_key_unique\` on \`email_delivery\` (\`dedupe_key\`);`);
    this.addSql(`create index \`email_delivery_status_sending_at_index\` on \`email_delivery\` (\`status\`, \`sending_at\`);`);
    this.addSql(`create index \`email_delivery_stream_status_index\` on \`email_delivery\` (\`stream\`, \`status\`);`);
    this.addSql(`create index \`email_delivery_status_held_until_index\` on \`email_delivery\` (\`status\`, \`held_until\`);`);
    this.addSql(`create index \`email_delivery_to_email_status_index\` on \`email_delivery\` (\`to_email\`, \`status\`);`);
    this.addSql(`create index \`email_delivery_created_at_id_index\` on \`email_delivery\` (\`created_at\`, \`id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    // What people chose until now; what they left on has no row.
    this.addSql(`insert into \`notification_preference\` (\`user_id\`, \`type\`, \`channel\`, \`mode\`) select \`id\`, 'MESSAGE', 'EMAIL', 'OFF' from \`user\` where json_extract(\`preferences\`, '$.messagesByEmail') = 0;`);
    this.addSql(`insert into \`notification_preference\` (\`user_id\`, \`type\`, \`channel\`, \`mode\`) select \`id\`, 'MESSAGE', 'IN_APP', 'OFF' from \`user\` where json_extract(\`preferences\`, '$.messagesInApp') = 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`broadcast\`;`);
    this.addSql(`drop table if exists \`email_suppression\`;`);
    this.addSql(`drop table if exists \`quiet_hours\`;`);
    this.addSql(`drop table if exists \`notification_preference\`;`);
    this.addSql(`drop table if exists \`email_event\`;`);
    this.addSql(`drop table if exists \`digest_schedule\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`email_delivery__temp_alter\` (\`ambiguities\` integer not null default 0, \`attempts\` integer not null default 0, \`created_at\` datetime not null, \`data\` json not null, \`dedupe_key\` text not null, \`id\` char not null primary key, \`last_error\` text null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null, \`provider_id\` text null, \`recipient_id\` char null, \`sending_at\` datetime null, \`sending_process_id\` char null, \`sent_at\` datetime null, \`status\` text check (\`status\` in ('QUEUED', 'SENDING', 'SENT', 'AMBIGUOUS', 'REPLACED', 'FAILED')) not null default 'QUEUED', \`stream\` text null, \`template\` text not null, \`to_email\` text not null, \`to_name\` text not null, \`version\` integer not null default 1, constraint \`email_delivery_recipient_id_foreign\` foreign key (\`recipient_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`insert into \`email_delivery__temp_alter\` select \`ambiguities\`, \`attempts\`, \`created_at\`, \`data\`, \`dedupe_key\`, \`id\`, \`last_error\`, \`locale\`, \`provider_id\`, \`recipient_id\`, \`sending_at\`, \`sending_process_id\`, \`sent_at\`, \`status\`, \`stream\`, \`template\`, \`to_email\`, \`to_name\`, \`version\` from \`email_delivery\`;`);
    this.addSql(`drop table \`email_delivery\`;`);
    this.addSql(`alter table \`email_delivery__temp_alter\` rename to \`email_delivery\`;`);
    this.addSql(`create index \`email_delivery_created_at_index\` on \`email_delivery\` (\`created_at\`);`);
    this.addSql(`create unique index \`email_delivery_dedupe_key_unique\` on \`email_delivery\` (\`dedupe_key\`);`);
    this.addSql(`create index \`email_delivery_recipient_id_index\` on \`email_delivery\` (\`recipient_id\`);`);
    this.addSql(`create index \`email_delivery_status_sending_at_index\` on \`email_delivery\` (\`status\`, \`sending_at\`);`);
    this.addSql(`create index \`email_delivery_stream_status_index\` on \`email_delivery\` (\`stream\`, \`status\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`drop index \`notification_user_id_group_key_index\`;`);
    this.addSql(`alter table \`notification\` drop column \`group_key\`;`);
    this.addSql(`alter table \`notification\` drop column \`count\`;`);
    this.addSql(`alter table \`notification\` drop column \`channel_results\`;`);
  }

}
