import { Migration } from '@mikro-orm/migrations';

export class Migration0046_calendars extends Migration {

  override name = 'Migration0046_calendars';

  override up(): void | Promise<void> {
    this.addSql(`create table \`calendar_connection\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`artisan_id\` char(36) not null, \`provider\` enum('GOOGLE','MICROSOFT','CALDAV','ICS') not null, \`status\` enum('CONNECTED','TO_RECONNECT','PAUSED','DISCONNECTED') not null default 'CONNECTED', \`account\` varchar(255) not null, \`data_key_id\` char(36) null, \`credentials\` text null, \`credentials_number\` int not null default 1, \`scopes\` text not null default (''), \`token_expires_at\` datetime(3) null, \`keeps_titles\` tinyint(1) not null default false, \`last_success_at\` datetime(3) null, \`next_sync_at\` datetime(3) not null, \`failure_code\` varchar(60) null, \`failure_count\` bigint not null default '0', \`disconnected_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`calendar_connection\` add index \`calendar_connection_artisan_id_index\` (\`artisan_id\`);`);
    this.addSql(`alter table \`calendar_connection\` add index \`calendar_connection_artisan_id_created_at_id_index\` (\`artisan_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`calendar_connection\` add index \`calendar_connection_status_next_sync_at_index\` (\`status\`, \`next_sync_at\`);`);

    this.addSql(`create table \`calendar_flow\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`artisan_id\` char(36) not null, \`provider\` enum('GOOGLE','MICROSOFT','CALDAV','ICS') not null, \`connection_id\` char(36) null, \`state_hash\` varchar(64) not null, \`proof_hash\` varchar(64) not null, \`expires_at\` datetime(3) not null, \`done_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`calendar_flow\` add unique \`calendar_flow_state_hash_unique\` (\`state_hash\`);`);
    this.addSql(`alter table \`calendar_flow\` add index \`calendar_flow_expires_at_index\` (\`expires_at\`);`);

    this.addSql(`create table \`connected_calendar\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`connection_id\` char(36) not null, \`external_hash\` varchar(64) not null, \`external_id\` text not null, \`name\` varchar(255) not null, \`time_zone\` varchar(60) not null, \`is_writable\` tinyint(1) not null default false, \`blocks\` tinyint(1) not null default false, \`receives_bookings\` tinyint(1) not null default false, \`ignores_all_day\` tinyint(1) not null default false, \`ignores_tentative\` tinyint(1) not null default false, \`ignores_unanswered\` tinyint(1) not null default false, \`sync_token\` text null, \`window_from\` datetime(3) null, \`window_to\` datetime(3) null, \`channel_id\` varchar(64) null, \`channel_resource\` text null, \`channel_token_hash\` varchar(64) null, \`channel_expires_at\` datetime(3) null, \`skipped_count\` int not null default 0, \`skipped_reasons\` json not null, \`last_sync_at\` datetime(3) null, \`gone_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`connected_calendar\` add index \`connected_calendar_connection_id_index\` (\`connection_id\`);`);
    this.addSql(`alter table \`connected_calendar\` add unique \`connected_calendar_channel_id_unique\` (\`channel_id\`);`);
    this.addSql(`alter table \`connected_calendar\` add index \`connected_calendar_channel_expires_at_index\` (\`channel_expires_at\`);`);
    this.addSql(`alter table \`connected_calendar\` add unique \`connected_calendar_connection_id_external_hash_unique\` (\`connection_id\`, \`external_hash\`);`);

    this.addSql(`create table \`busy_block\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`calendar_id\` char(36) not null, \`artisan_id\` char(36) not null, \`event_hash\` varchar(64) not null, \`occurrence\` varchar(30) not null, \`starts_at\` datetime(3) not null, \`ends_at\` datetime(3) not null, \`is_all_day\` tinyint(1) not null default false, \`title\` varchar(255) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`busy_block\` add index \`busy_block_calendar_id_index\` (\`calendar_id\`);`);
    this.addSql(`alter table \`busy_block\` add index \`busy_block_artisan_id_starts_at_id_index\` (\`artisan_id\`, \`starts_at\`, \`id\`);`);
    this.addSql(`alter table \`busy_block\` add index \`busy_block_ends_at_index\` (\`ends_at\`);`);
    this.addSql(`alter table \`busy_block\` add unique \`busy_block_calendar_id_event_hash_occurrence_unique\` (\`calendar_id\`, \`event_hash\`, \`occurrence\`);`);

    this.addSql(`create table \`calendar_event_link\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`booking_id\` char(36) not null, \`calendar_id\` char(36) not null, \`state\` enum('PENDING','WRITTEN','REMOVED','LOST') not null default 'PENDING', \`event_id\` text null, \`event_hash\` varchar(64) null, \`etag\` varchar(255) null, \`written_sequence\` int null, \`starts_at\` datetime(3) null, \`ends_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`calendar_event_link\` add index \`calendar_event_link_booking_id_index\` (\`booking_id\`);`);
    this.addSql(`alter table \`calendar_event_link\` add index \`calendar_event_link_calendar_id_index\` (\`calendar_id\`);`);
    this.addSql(`alter table \`calendar_event_link\` add index \`calendar_event_link_calendar_id_event_hash_index\` (\`calendar_id\`, \`event_hash\`);`);
    this.addSql(`alter table \`calendar_event_link\` add unique \`calendar_event_link_booking_id_calendar_id_unique\` (\`booking_id\`, \`calendar_id\`);`);

    this.addSql(`create table \`calendar_conflict\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`artisan_id\` char(36) not null, \`booking_id\` char(36) not null, \`calendar_id\` char(36) not null, \`kind\` enum('OWN_EVENT_MOVED','OWN_EVENT_DELETED','OVERLAP') not null, \`cause_hash\` varchar(64) not null, \`status\` enum('OPEN','RESOLVED','GONE') not null default 'OPEN', \`event_starts_at\` datetime(3) null, \`event_ends_at\` datetime(3) null, \`resolution\` enum('MOVE_BOOKING','CANCEL_BOOKING','RESTORE_EVENT','IGNORE') null, \`closed_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`calendar_conflict\` add index \`calendar_conflict_booking_id_index\` (\`booking_id\`);`);
    this.addSql(`alter table \`calendar_conflict\` add index \`calendar_conflict_calendar_id_index\` (\`calendar_id\`);`);
    this.addSql(`alter table \`calendar_conflict\` add index \`calendar_conflict_artisan_id_status_created_at_id_index\` (\`artisan_id\`, \`status\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`calendar_conflict\` add unique \`calendar_conflict_booking_id_calendar_id_kind_cause_hash_unique\` (\`booking_id\`, \`calendar_id\`, \`kind\`, \`cause_hash\`);`);

    this.addSql(`alter table \`artisan\` add \`when_stale\` enum('KEEP','CLOSE') not null default 'KEEP', add \`stale_after_hours\` int not null default 6, add \`calendar_detail\` enum('NAME','CODE') not null default 'NAME';`);
    this.addSql(`alter table \`artisan\` add constraint \`artisan_check_3\` check (stale_after_hours between 1 and 168);`);

    this.addSql(`alter table \`calendar_connection\` add constraint \`calendar_connection_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`connected_calendar\` add constraint \`connected_calendar_connection_id_foreign\` foreign key (\`connection_id\`) references \`calendar_connection\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`busy_block\` add constraint \`busy_block_calendar_id_foreign\` foreign key (\`calendar_id\`) references \`connected_calendar\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`busy_block\` add constraint \`busy_block_check\` check (ends_at > starts_at);`);

    this.addSql(`alter table \`calendar_event_link\` add constraint \`calendar_event_link_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`calendar_event_link\` add constraint \`calendar_event_link_calendar_id_foreign\` foreign key (\`calendar_id\`) references \`connected_calendar\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`calendar_conflict\` add constraint \`calendar_conflict_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`calendar_conflict\` add constraint \`calendar_conflict_calendar_id_foreign\` foreign key (\`calendar_id\`) references \`connected_calendar\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`connected_calendar\` drop foreign key \`connected_calendar_connection_id_foreign\`;`);
    this.addSql(`alter table \`busy_block\` drop foreign key \`busy_block_calendar_id_foreign\`;`);
    this.addSql(`alter table \`calendar_event_link\` drop foreign key \`calendar_event_link_calendar_id_foreign\`;`);
    this.addSql(`alter table \`calendar_conflict\` drop foreign key \`calendar_conflict_calendar_id_foreign\`;`);

    this.addSql(`drop table if exists \`calendar_connection\`;`);
    this.addSql(`drop table if exists \`calendar_flow\`;`);
    this.addSql(`drop table if exists \`connected_calendar\`;`);
    this.addSql(`drop table if exists \`busy_block\`;`);
    this.addSql(`drop table if exists \`calendar_event_link\`;`);
    this.addSql(`drop table if exists \`calendar_conflict\`;`);

    this.addSql(`alter table \`artisan\` drop constraint \`artisan_check_3\`;`);
    this.addSql(`alter table \`artisan\` drop column \`when_stale\`, drop column \`stale_after_hours\`, drop column \`calendar_detail\`;`);
  }

}
