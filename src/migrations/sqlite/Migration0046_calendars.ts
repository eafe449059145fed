import { Migration } from '@mikro-orm/migrations';

export class Migration0046_calendars extends Migration {

  override name = 'Migration0046_calendars';

  override up(): void | Promise<void> {
    this.addSql(`create table \`calendar_connection\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`artisan_id\` char(36) not null, \`provider\` text check (\`provider\` in ('GOOGLE', 'MICROSOFT', 'CALDAV', 'ICS')) not null, \`status\` text check (\`status\` in ('CONNECTED', 'TO_RECONNECT', 'PAUSED', 'DISCONNECTED')) not null default 'CONNECTED', \`account\` text not null, \`data_key_id\` char(36) null, \`credentials\` text null, \`credentials_number\` integer not null default 1, \`scopes\` text not null default '', \`token_expires_at\` datetime null, \`keeps_titles\` integer not null default false, \`last_success_at\` datetime null, \`next_sync_at\` datetime not null, \`failure_code\` text null, \`failure_count\` bigint not null default '0', \`disconnected_at\` datetime null, constraint \`calendar_connection_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`calendar_connection_artisan_id_index\` on \`calendar_connection\` (\`artisan_id\`);`);
    this.addSql(`create index \`calendar_connection_artisan_id_created_at_id_index\` on \`calendar_connection\` (\`artisan_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`calendar_connection_status_next_sync_at_index\` on \`calendar_connection\` (\`status\`, \`next_sync_at\`);`);

    this.addSql(`create table \`calendar_flow\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`artisan_id\` char(36) not null, \`provider\` text check (\`provider\` in ('GOOGLE', 'MICROSOFT', 'CALDAV', 'ICS')) not null, \`connection_id\` char(36) null, \`state_hash\` text not null, \`proof_hash\` text not null, \`expires_at\` datetime not null, \`done_at\` datetime null);`);
    this.addSql(`create unique index \`calendar_flow_state_hash_unique\` on \`calendar_flow\` (\`state_hash\`);`);
    this.addSql(`create index \`calendar_flow_expires_at_index\` on \`calendar_flow\` (\`expires_at\`);`);

    this.addSql(`create table \`connected_calendar\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`connection_id\` char(36) not null, \`external_hash\` text not null, \`external_id\` text not null, \`name\` text not null, \`time_zone\` text not null, \`is_writable\` integer not null default false, \`blocks\` integer not null default false, \`receives_bookings\` integer not null default false, \`ignores_all_day\` integer not null default false, \`ignores_tentative\` integer not null default false, \`ignores_unanswered\` integer not null default false, \`sync_token\` text null, \`window_from\` datetime null, \`window_to\` datetime null, \`channel_id\` text null, \`channel_resource\` text null, \`channel_token_hash\` text null, \`channel_expires_at\` datetime null, \`skipped_count\` integer not null default 0, \`skipped_reasons\` json not null, \`last_sync_at\` datetime null, \`gone_at\` datetime null, constraint \`connected_calendar_connection_id_foreign\` foreign key (\`connection_id\`) references \`calendar_connection\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`connected_calendar_connection_id_index\` on \`connected_calendar\` (\`connection_id\`);`);
    this.addSql(`create unique index \`connected_calendar_channel_id_unique\` on \`connected_calendar\` (\`channel_id\`);`);
    this.addSql(`create index \`connected_calendar_channel_expires_at_index\` on \`connected_calendar\` (\`channel_expires_at\`);`);
    this.addSql(`create unique index \`connected_calendar_connection_id_external_hash_unique\` on \`connected_calendar\` (\`connection_id\`, \`external_hash\`);`);

    this.addSql(`create table \`busy_block\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`calendar_id\` char(36) not null, \`artisan_id\` char(36) not null, \`event_hash\` text not null, \`occurrence\` text not null, \`starts_at\` datetime not null, \`ends_at\` datetime not null, \`is_all_day\` integer not null default false, \`title\` text null, constraint \`busy_block_calendar_id_foreign\` foreign key (\`calendar_id\`) references \`connected_calendar\` (\`id\`) on delete cascade, constraint \`busy_block_check\` check (ends_at > starts_at));`);
    this.addSql(`create index \`busy_block_calendar_id_index\` on \`busy_block\` (\`calendar_id\`);`);
    this.addSql(`create index \`busy_block_artisan_id_starts_at_id_index\` on \`busy_block\` (\`artisan_id\`, \`starts_at\`, \`id\`);`);
    this.addSql(`create index \`busy_block_ends_at_index\` on \`busy_block\` (\`ends_at\`);`);
    this.addSql(`create unique index \`busy_block_calendar_id_event_hash_occurrence_unique\` on \`busy_block\` (\`calendar_id\`, \`event_hash\`, \`occurrence\`);`);

    this.addSql(`create table \`calendar_event_link\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`booking_id\` char(36) not null, \`calendar_id\` char(36) not null, \`state\` text check (\`state\` in ('PENDING', 'WRITTEN', 'REMOVED', 'LOST')) not null default 'PENDING', \`event_id\` text null, \`event_hash\` text null, \`etag\` text null, \`written_sequence\` integer null, \`starts_at\` datetime null, \`ends_at\` datetime null, constraint \`calendar_event_link_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade, constraint \`calendar_event_link_calendar_id_foreign\` foreign key (\`calendar_id\`) references \`connected_calendar\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`calendar_event_link_booking_id_index\` on \`calendar_event_link\` (\`booking_id\`);`);
    this.addSql(`create index \`calendar_event_link_calendar_id_index\` on \`calendar_event_link\` (\`calendar_id\`);`);
    this.addSql(`create index \`calendar_event_link_calendar_id_event_hash_index\` on \`calendar_event_link\` (\`calendar_id\`, \`event_hash\`);`);
    this.addSql(`create unique index \`calendar_event_link_booking_id_calendar_id_unique\` on \`calendar_event_link\` (\`booking_id\`, \`calendar_id\`);`);

    this.addSql(`create table \`calendar_conflict\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`artisan_id\` char(36) not null, \`booking_id\` char(36) not null, \`calendar_id\` char(36) not null, \`kind\` text check (\`kind\` in ('OWN_EVENT_MOVED', 'OWN_EVENT_DELETED', 'OVERLAP')) not null, \`cause_hash\` text not null, \`status\` text check (\`status\` in ('OPEN', 'RESOLVED', 'GONE')) not null default 'OPEN', \`event_starts_at\` datetime null, \`event_ends_at\` datetime null, \`resolution\` text check (\`resolution\` in ('MOVE_BOOKING', 'CANCEL_BOOKING', 'RESTORE_EVENT', 'IGNORE')) null, \`closed_at\` datetime null, constraint \`calendar_conflict_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade, constraint \`calendar_conflict_calendar_id_foreign\` foreign key (\`calendar_id\`) references \`connected_calendar\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`calendar_conflict_booking_id_index\` on \`calendar_conflict\` (\`booking_id\`);`);
    this.addSql(`create index \`calendar_conflict_calendar_id_index\` on \`calendar_conflict\` (\`calendar_id\`);`);
    this.addSql(`create index \`calendar_conflict_artisan_id_status_created_at_id_index\` on \`calendar_conflict\` (\`artisan_id\`, \`status\`, \`created_at\`, \`id\`);`);
    this.addSql(`create unique index \`calendar_conflict_booking_id_calendar_id_kind_cause_hash_unique\` on \`calendar_conflict\` (\`booking_id\`, \`calendar_id\`, \`kind\`, \`cause_hash\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`artisan__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) null, \`slug\` text not null, \`display_name\` text not null, \`email\` text not null, \`phone\` text null, \`time_zone\` text not null default 'Europe/Paris', \`country\` text not null default 'FR', \`holiday_region\` text null default 'metropole', \`place\` text null, \`bio\` text null, \`status\` text check (\`status\` in ('DRAFT', 'PUBLISHED', 'PAUSED')) not null default 'DRAFT', \`default_travel_minutes\` integer not null default 30, \`quiet_from_minute\` integer not null default 1200, \`quiet_until_minute\` integer not null default 480, \`when_stale\` text not null default 'KEEP', \`stale_after_hours\` integer not null default 6, \`calendar_detail\` text not null default 'NAME', constraint \`artisan_check_1\` check (default_travel_minutes between 0 and 240), constraint \`artisan_check_2\` check (quiet_from_minute between 0 and 1440 and quiet_until_minute between 0 and 1440), constraint \`artisan_check_3\` check (stale_after_hours between 1 and 168));`);
    this.addSql(`insert into \`artisan__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`user_id\`, \`slug\`, \`display_name\`, \`email\`, \`phone\`, \`time_zone\`, \`country\`, \`holiday_region\`, \`place\`, \`bio\`, \`status\`, \`default_travel_minutes\`, \`quiet_from_minute\`, \`quiet_until_minute\`, 'KEEP' as \`when_stale\`, 6 as \`stale_after_hours\`, 'NAME' as \`calendar_detail\` from \`artisan\`;`);
    this.addSql(`drop table \`artisan\`;`);
    this.addSql(`alter table \`artisan__temp_alter\` rename to \`artisan\`;`);
    this.addSql(`create unique index \`artisan_user_id_unique\` on \`artisan\` (\`user_id\`);`);
    this.addSql(`create unique index \`artisan_slug_unique\` on \`artisan\` (\`slug\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

  override down(): void | Promise<void> {

    this.addSql(`drop table if exists \`calendar_connection\`;`);
    this.addSql(`drop table if exists \`calendar_flow\`;`);
    this.addSql(`drop table if exists \`connected_calendar\`;`);
    this.addSql(`drop table if exists \`busy_block\`;`);
    this.addSql(`drop table if exists \`calendar_event_link\`;`);
    this.addSql(`drop table if exists \`calendar_conflict\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`artisan__temp_alter\` (\`bio\` text null, \`country\` text not null default 'FR', \`created_at\` datetime not null, \`default_travel_minutes\` integer not null default 30, \`display_name\` text not null, \`email\` text not null, \`holiday_region\` text null default 'metropole', \`id\` char not null primary key, \`phone\` text null, \`place\` text null, \`quiet_from_minute\` integer not null default 1200, \`quiet_until_minute\` integer not null default 480, \`slug\` text not null, \`status\` text check (\`status\` in ('DRAFT', 'PUBLISHED', 'PAUSED')) not null default 'DRAFT', \`time_zone\` text not null default 'Europe/Paris', \`user_id\` char null, \`version\` integer not null default 1, constraint \`artisan_check_1\` check (default_travel_minutes between 0 and 240), constraint \`artisan_check_2\` check (quiet_from_minute between 0 and 1440 and quiet_until_minute between 0 and 1440));`);
    this.addSql(`insert into \`artisan__temp_alter\` select \`bio\`, \`country\`, \`created_at\`, \`default_travel_minutes\`, \`display_name\`, \`email\`, \`holiday_region\`, \`id\`, \`phone\`, \`place\`, \`quiet_from_minute\`, \`quiet_until_minute\`, \`slug\`, \`status\`, \`time_zone\`, \`user_id\`, \`version\` from \`artisan\`;`);
    this.addSql(`drop table \`artisan\`;`);
    this.addSql(`alter table \`artisan__temp_alter\` rename to \`artisan\`;`);
    this.addSql(`create unique index \`artisan_slug_unique\` on \`artisan\` (\`slug\`);`);
    this.addSql(`create unique index \`artisan_user_id_unique\` on \`artisan\` (\`user_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

}
