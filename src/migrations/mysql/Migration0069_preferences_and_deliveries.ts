import { Migration } from '@mikro-orm/migrations';

export class Migration0069_preferences_and_deliveries extends Migration {

  override name = 'Migration0069_preferences_and_deliveries';

  override up(): void | Promise<void> {
    this.addSql(`create table \`broadcast\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`audience\` enum('EVERYONE','CUSTOMER','PROOFREADER','ARTISAN','ADMIN','NAMED') not null, \`title\` varchar(255) not null, \`message\` text not null, \`type\` enum('INFO','SUCCESS','WARNING','ERROR','PAYMENT','ORDER','MESSAGE','SYSTEM','CONSULTATION','BOOKING','DOCUMENT','SECURITY') not null, \`priority\` enum('LOW','NORMAL','HIGH','URGENT') not null, \`action_url\` varchar(500) null, \`is_by_mail\` tinyint(1) not null default false, \`recipient_count\` int not null, \`created_by_id\` char(36) null, \`expires_at\` datetime(3) null, \`withdrawn_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`broadcast\` add index \`broadcast_created_at_id_index\` (\`created_at\`, \`id\`);`);

    this.addSql(`create table \`email_suppression\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`address_hash\` varchar(43) not null, \`address\` varchar(255) null, \`scope\` enum('EVERYTHING','DIGESTS','REMINDERS','REPORTS') not null, \`reason\` enum('BOUNCE','COMPLAINT','UNSUBSCRIBE') not null, \`source\` enum('EVENT','LIST','LINK') not null, \`since\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`email_suppression\` add index \`email_suppression_since_id_index\` (\`since\`, \`id\`);`);
    this.addSql(`alter table \`email_suppression\` add index \`email_suppression_address_index\` (\`address\`);`);
    this.addSql(`alter table \`email_suppression\` add unique \`email_suppression_address_hash_scope_unique\` (\`address_hash\`, \`scope\`);`);

    this.addSql(`create table \`quiet_hours\` (\`user_id\` char(36) not null, \`from_time\` varchar(5) not null, \`to_time\` varchar(5) not null, \`weekdays\` varchar(7) not null, \`time_zone\` varchar(64) not null, primary key (\`user_id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`quiet_hours\` add index \`quiet_hours_user_id_index\` (\`user_id\`);`);

    this.addSql(`create table \`notification_preference\` (\`user_id\` char(36) not null, \`type\` enum('INFO','SUCCESS','WARNING','ERROR','PAYMENT','ORDER','MESSAGE','SYSTEM','CONSULTATION','BOOKING','DOCUMENT','SECURITY') not null, \`channel\` enum('IN_APP','EMAIL') not null, \`mode\` enum('IMMEDIATE','DIGEST','OFF') not null, primary key (\`user_id\`, \`type\`, \`channel\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`notification_preference\` add index \`notification_preference_user_id_index\` (\`user_id\`);`);

    this.addSql(`create table \`email_event\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`delivery_id\` char(36) not null, \`provider_event_id\` varchar(120) not null, \`kind\` enum('DEFERRED','DELIVERED','DROPPED','BLOCKED','BOUNCED','COMPLAINED','UNSUBSCRIBED') not null, \`at\` datetime(3) not null, \`reason\` varchar(500) null, \`applied_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`email_event\` add index \`email_event_delivery_id_index\` (\`delivery_id\`);`);
    this.addSql(`alter table \`email_event\` add unique \`email_event_provider_event_id_unique\` (\`provider_event_id\`);`);
    this.addSql(`alter table \`email_event\` add index \`email_event_delivery_id_at_index\` (\`delivery_id\`, \`at\`);`);

    this.addSql(`create table \`digest_schedule\` (\`user_id\` char(36) not null, \`at_time\` varchar(5) not null, \`time_zone\` varchar(64) not null, \`next_at\` datetime(3) not null, \`gathered_until\` datetime(3) not null, primary key (\`user_id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`digest_schedule\` add index \`digest_schedule_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`digest_schedule\` add index \`digest_schedule_next_at_index\` (\`next_at\`);`);

    this.addSql(`alter table \`notification\` add \`group_key\` varchar(160) null, add \`count\` int not null default 1, add \`channel_results\` json null;`);
    this.addSql(`alter table \`notification\` add index \`notification_user_id_group_key_index\` (\`user_id\`, \`group_key\`);`);

    this.addSql(`alter table \`email_delivery\` drop index \`email_delivery_created_at_index\`;`);
    this.addSql(`alter table \`email_delivery\` add \`held_for\` enum('QUIET_HOURS','DIGEST') null, add \`held_until\` datetime(3) null, add \`suppression\` enum('BOUNCE','COMPLAINT','UNSUBSCRIBE') null;`);
    this.addSql(`alter table \`email_delivery\` modify \`status\` enum('HELD','QUEUED','SENDING','SENT','DEFERRED','DELIVERED','DROPPED','BOUNCED','COMPLAINED','AMBIGUOUS','REPLACED','FAILED','SUPPRESSED') not null default 'QUEUED';`);
    this.addSql(`alter table \`email_delivery\` add index \`email_delivery_status_held_until_index\` (\`status\`, \`held_until\`);`);
    this.addSql(`alter table \`email_delivery\` add index \`email_delivery_to_email_status_index\` (\`to_email\`, \`status\`);`);
    this.addSql(`alter table \`email_delivery\` add index \`email_delivery_created_at_id_index\` (\`created_at\`, \`id\`);`);

    this.addSql(`alter table \`quiet_hours\` add constraint \`quiet_hours_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on update cascade on delete cascade;`);

    this.addSql(`alter table \`notification_preference\` add constraint \`notification_preference_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`email_event\` add constraint \`email_event_delivery_id_foreign\` foreign key (\`delivery_id\`) references \`email_delivery\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`digest_schedule\` add constraint \`digest_schedule_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on update cascade on delete cascade;`);

    // What people chose until now; what they left on has no row.
    this.addSql(`insert into \`notification_preference\` (\`user_id\`, \`type\`, \`channel\`, \`mode\`) select \`id\`, 'MESSAGE', 'EMAIL', 'OFF' from \`user\` where json_unquote(json_extract(\`preferences\`, '$.messagesByEmail')) = 'false';`);
    this.addSql(`insert into \`notification_preference\` (\`user_id\`, \`type\`, \`channel\`, \`mode\`) select \`id\`, 'MESSAGE', 'IN_APP', 'OFF' from \`user\` where json_unquote(json_extract(\`preferences\`, '$.messagesInApp')) = 'false';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`broadcast\`;`);
    this.addSql(`drop table if exists \`email_suppression\`;`);
    this.addSql(`drop table if exists \`quiet_hours\`;`);
    this.addSql(`drop table if exists \`notification_preference\`;`);
    this.addSql(`drop table if exists \`email_event\`;`);
    this.addSql(`drop table if exists \`digest_schedule\`;`);

    this.addSql(`alter table \`email_delivery\` drop index \`email_delivery_status_held_until_index\`;`);
    this.addSql(`alter table \`email_delivery\` drop index \`email_delivery_to_email_status_index\`;`);
    this.addSql(`alter table \`email_delivery\` drop index \`email_delivery_created_at_id_index\`;`);
    this.addSql(`alter table \`email_delivery\` drop column \`held_for\`, drop column \`held_until\`, drop column \`suppression\`;`);
    this.addSql(`alter table \`email_delivery\` modify \`status\` enum('queued','sending','sent','ambiguous','replaced','failed') not null default 'QUEUED';`);
    this.addSql(`alter table \`email_delivery\` add index \`email_delivery_created_at_index\` (\`created_at\`);`);

    this.addSql(`alter table \`notification\` drop index \`notification_user_id_group_key_index\`;`);
    this.addSql(`alter table \`notification\` drop column \`group_key\`, drop column \`count\`, drop column \`channel_results\`;`);
  }

}
