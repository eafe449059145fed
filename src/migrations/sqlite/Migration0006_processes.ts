import { Migration } from '@mikro-orm/migrations';

export class Migration0006_processes extends Migration {

  override name = 'Migration0006_processes';

  override up(): void | Promise<void> {
    this.addSql(`create table \`running_process\` (\`id\` char(36) not null primary key, \`host\` text not null, \`pid\` integer not null, \`started_at\` datetime not null, \`heartbeats\` bigint not null default '0', \`last_seen_at\` datetime not null);`);

    this.addSql(`alter table \`job\` add column \`process_id\` char(36) null;`);

    this.addSql(`alter table \`two_factor_challenge\` add column \`code_in_flight\` integer null;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`email_delivery__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`recipient_id\` char(36) null, \`to_email\` text not null, \`to_name\` text not null, \`template\` text not null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null, \`data\` json not null, \`status\` text check (\`status\` in ('QUEUED', 'SENDING', 'SENT', 'AMBIGUOUS', 'REPLACED', 'FAILED')) not null default 'QUEUED', \`attempts\` integer not null default 0, \`sending_at\` datetime null, \`sending_process_id\` char(36) null, \`ambiguities\` integer not null default 0, \`stream\` text null, \`provider_id\` text null, \`last_error\` text null, \`sent_at\` datetime null, \`dedupe_key\` text not null, constraint \`email_delivery_recipient_id_foreign\` foreign key (\`recipient_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`insert into \`email_delivery__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`recipient_id\`, \`to_email\`, \`to_name\`, \`template\`, \`locale\`, \`data\`, \`status\`, \`attempts\`, \`sending_at\`, null as \`sending_process_id\`, \`ambiguities\`, \`stream\`, \`provider_id\`, \`last_error\`, \`sent_at\`, \`dedupe_key\` from \`email_delivery\`;`);
    this.addSql(`drop table \`email_delivery\`;`);
    this.addSql(`alter table \`email_delivery__temp_alter\` rename to \`email_delivery\`;`);
    this.addSql(`create index \`email_delivery_recipient_id_index\` on \`email_delivery\` (\`recipient_id\`);`);
    this.addSql(`create unique index \`email_delivery_dedupe_key_unique\` on \`email_delivery\` (\`dedupe_key\`);`);
    this.addSql(`create index \`email_delivery_status_sending_at_index\` on \`email_delivery\` (\`status\`, \`sending_at\`);`);
    this.addSql(`create index \`email_delivery_stream_status_index\` on \`email_delivery\` (\`stream\`, \`status\`);`);
    this.addSql(`create index \`email_delivery_created_at_index\` on \`email_delivery\` (\`created_at\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`running_process\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`email_delivery__temp_alter\` (\`ambiguities\` integer not null default 0, \`attempts\` integer not null default 0, \`created_at\` datetime not null, \`data\` json not null, \`dedupe_key\` text not null, \`id\` char not null primary key, \`last_error\` text null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null, \`provider_id\` text null, \`recipient_id\` char null, \`sending_at\` datetime null, \`sent_at\` datetime null, \`status\` text check (\`status\` in ('QUEUED', 'SENDING', 'SENT', 'AMBIGUOUS', 'FAILED')) not null default 'QUEUED', \`stream\` text null, \`template\` text not null, \`to_email\` text not null, \`to_name\` text not null, \`version\` integer not null default 1, constraint \`email_delivery_recipient_id_foreign\` foreign key (\`recipient_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`insert into \`email_delivery__temp_alter\` select \`ambiguities\`, \`attempts\`, \`created_at\`, \`data\`, \`dedupe_key\`, \`id\`, \`last_error\`, \`locale\`, \`provider_id\`, \`recipient_id\`, \`sending_at\`, \`sent_at\`, \`status\`, \`stream\`, \`template\`, \`to_email\`, \`to_name\`, \`version\` from \`email_delivery\`;`);
    this.addSql(`drop table \`email_delivery\`;`);
    this.addSql(`alter table \`email_delivery__temp_alter\` rename to \`email_delivery\`;`);
    this.addSql(`create index \`email_delivery_created_at_index\` on \`email_delivery\` (\`created_at\`);`);
    this.addSql(`create unique index \`email_delivery_dedupe_key_unique\` on \`email_delivery\` (\`dedupe_key\`);`);
    this.addSql(`create index \`email_delivery_recipient_id_index\` on \`email_delivery\` (\`recipient_id\`);`);
    this.addSql(`create index \`email_delivery_status_sending_at_index\` on \`email_delivery\` (\`status\`, \`sending_at\`);`);
    this.addSql(`create index \`email_delivery_stream_status_index\` on \`email_delivery\` (\`stream\`, \`status\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`alter table \`job\` drop column \`process_id\`;`);

    this.addSql(`alter table \`two_factor_challenge\` drop column \`code_in_flight\`;`);
  }

}
