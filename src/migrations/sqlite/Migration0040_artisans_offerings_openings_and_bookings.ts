import { Migration } from '@mikro-orm/migrations';

export class Migration0040_artisans_offerings_openings_and_bookings extends Migration {

  override name = 'Migration0040_artisans_offerings_openings_and_bookings';

  override up(): void | Promise<void> {
    this.addSql(`create table \`artisan\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) null, \`slug\` text not null, \`display_name\` text not null, \`email\` text not null, \`phone\` text null, \`time_zone\` text not null default 'Europe/Paris', \`country\` text not null default 'FR', \`holiday_region\` text null default 'metropole', \`place\` text null, \`bio\` text null, \`status\` text check (\`status\` in ('DRAFT', 'PUBLISHED', 'PAUSED')) not null default 'DRAFT', \`default_travel_minutes\` integer not null default 30, \`quiet_from_minute\` integer not null default 1200, \`quiet_until_minute\` integer not null default 480, constraint \`artisan_check_1\` check (default_travel_minutes between 0 and 240), constraint \`artisan_check_2\` check (quiet_from_minute between 0 and 1440 and quiet_until_minute between 0 and 1440));`);
    this.addSql(`create unique index \`artisan_user_id_unique\` on \`artisan\` (\`user_id\`);`);
    this.addSql(`create unique index \`artisan_slug_unique\` on \`artisan\` (\`slug\`);`);

    this.addSql(`create table \`closure\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`artisan_id\` char(36) not null, \`from_on\` text null, \`until_on\` text null, \`from_at\` datetime null, \`until_at\` datetime null, \`reason\` text null, \`is_yearly\` integer not null default false, constraint \`closure_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade, constraint \`closure_check\` check ((from_on is not null and until_on is not null and until_on >= from_on and from_at is null and until_at is null) or (from_on is null and until_on is null and from_at is not null and until_at > from_at and is_yearly = 0)));`);
    this.addSql(`create index \`closure_artisan_id_index\` on \`closure\` (\`artisan_id\`);`);
    this.addSql(`create index \`closure_artisan_id_from_on_index\` on \`closure\` (\`artisan_id\`, \`from_on\`);`);

    this.addSql(`create table \`occupancy\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`artisan_id\` char(36) not null, \`kind\` text check (\`kind\` in ('BOOKING', 'GROUP_SESSION', 'HOLD', 'OFFER', 'EXTERNAL')) not null, \`starts_at\` datetime not null, \`ends_at\` datetime not null, \`padded_from\` datetime not null, \`padded_to\` datetime not null, \`reference_id\` char(36) not null, \`hold_until\` datetime null, constraint \`occupancy_check_1\` check (ends_at > starts_at and padded_from <= starts_at and padded_to >= ends_at));`);
    this.addSql(`create index \`occupancy_artisan_id_padded_from_padded_to_index\` on \`occupancy\` (\`artisan_id\`, \`padded_from\`, \`padded_to\`);`);
    this.addSql(`create index \`occupancy_reference_id_index\` on \`occupancy\` (\`reference_id\`);`);

    this.addSql(`create table \`offering\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`name\` text not null, \`description\` text null, \`duration_minutes\` integer not null, \`slot_step_minutes\` integer not null, \`buffer_before_minutes\` integer not null default 0, \`buffer_after_minutes\` integer not null default 0, \`notice_minutes\` integer not null default 120, \`horizon_days\` integer null default 60, \`horizon_working_days\` integer null, \`price_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`deposit_basis_points\` integer not null default 0, \`capacity\` integer not null default 1, \`max_per_day\` integer null, \`location_kind\` text check (\`location_kind\` in ('AT_ARTISAN', 'AT_CUSTOMER', 'ONLINE', 'PHONE')) not null default 'AT_ARTISAN', \`place\` text null, \`requires_approval\` integer not null default false, \`approval_hours\` integer not null default 48, \`assignment\` text check (\`assignment\` in ('ANY', 'CHOSEN')) not null default 'CHOSEN', \`reschedule_until_minutes\` integer not null default 1440, \`max_reschedules\` integer not null default 2, \`reminders\` json not null, \`position\` integer not null default 0, \`status\` text check (\`status\` in ('ACTIVE', 'ARCHIVED')) not null default 'ACTIVE', constraint \`offering_check_1\` check (duration_minutes between 5 and 720 and duration_minutes % 5 = 0), constraint \`offering_check_2\` check (slot_step_minutes between 5 and 720 and slot_step_minutes % 5 = 0), constraint \`offering_check_3\` check (buffer_before_minutes between 0 and 240 and buffer_after_minutes between 0 and 240), constraint \`offering_check_4\` check (deposit_basis_points between 0 and 10000), constraint \`offering_check_5\` check (capacity between 1 and 200), constraint \`offering_check_6\` check ((horizon_days is null) <> (horizon_working_days is null)));`);
    this.addSql(`create index \`offering_status_position_id_index\` on \`offering\` (\`status\`, \`position\`, \`id\`);`);

    this.addSql(`create table \`cancellation_tier\` (\`offering_id\` char(36) not null, \`hours_before\` integer not null, \`refund_percent\` integer not null, primary key (\`offering_id\`, \`hours_before\`), constraint \`cancellation_tier_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete cascade, constraint \`cancellation_tier_check_1\` check (hours_before >= 0 and refund_percent between 0 and 100));`);
    this.addSql(`create index \`cancellation_tier_offering_id_index\` on \`cancellation_tier\` (\`offering_id\`);`);

    this.addSql(`create table \`break_rule\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`artisan_id\` char(36) not null, \`weekday\` text check (\`weekday\` in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')) not null, \`start_minute\` integer not null, \`end_minute\` integer not null, \`every_weeks\` integer not null default 1, \`anchor_on\` text null, \`valid_from\` text null, \`valid_to\` text null, \`offering_id\` char(36) null, constraint \`break_rule_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade, constraint \`break_rule_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete cascade, constraint \`break_rule_check_1\` check (start_minute >= 0 and end_minute > start_minute and end_minute <= 1440), constraint \`break_rule_check_2\` check (every_weeks in (1, 2) and (every_weeks = 1 or anchor_on is not null)));`);
    this.addSql(`create index \`break_rule_artisan_id_index\` on \`break_rule\` (\`artisan_id\`);`);
    this.addSql(`create index \`break_rule_offering_id_index\` on \`break_rule\` (\`offering_id\`);`);
    this.addSql(`create index \`break_rule_artisan_id_weekday_index\` on \`break_rule\` (\`artisan_id\`, \`weekday\`);`);

    this.addSql(`create table \`booking\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`public_code\` text not null, \`manage_hash\` text not null, \`manage_version\` integer not null default 1, \`artisan_id\` char(36) not null, \`offering_id\` char(36) not null, \`user_id\` char(36) null, \`status\` text check (\`status\` in ('REQUESTED', 'PENDING_PAYMENT', 'CONFIRMED', 'COMPLETED', 'NO_SHOW', 'CANCELLED', 'DECLINED', 'EXPIRED')) not null, \`customer_name\` text not null, \`customer_email\` text null, \`customer_phone\` text null, \`customer_time_zone\` text not null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null, \`party_size\` integer not null default 1, \`starts_at\` datetime not null, \`ends_at\` datetime not null, \`duration_minutes\` integer not null, \`buffer_before_minutes\` integer not null, \`buffer_after_minutes\` integer not null, \`offering_name\` text not null, \`price_cents\` bigint not null, \`deposit_basis_points\` integer not null, \`deposit_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null, \`hold_until\` datetime null, \`hold_renewed_at\` datetime null, \`notify_by_email\` integer not null default true, \`notify_by_sms\` integer not null default false, \`location_kind\` text check (\`location_kind\` in ('AT_ARTISAN', 'AT_CUSTOMER', 'ONLINE', 'PHONE')) not null, \`place\` text null, \`answers\` json not null, \`customer_note\` text null, \`staff_note\` text null, \`cancellation_tiers\` json not null, \`reschedule_until_minutes\` integer not null, \`max_reschedules\` integer not null, \`reschedule_count\` integer not null default 0, \`sequence\` integer not null default 0, \`context_type\` text null, \`context_id\` char(36) null, \`source\` text check (\`source\` in ('PUBLIC', 'STAFF', 'SERIES', 'WAITING_LIST', 'CONSULTATION')) not null default 'PUBLIC', \`key_hash\` text null, \`content_hash\` text null, \`terms_version\` text null, \`confirmed_at\` datetime null, \`cancelled_at\` datetime null, \`cancelled_by\` text check (\`cancelled_by\` in ('CUSTOMER', 'ARTISAN', 'SYSTEM')) null, \`cancellation_reason\` text null, \`attendance_at\` datetime null, constraint \`booking_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete restrict, constraint \`booking_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete restrict, constraint \`booking_check_1\` check (ends_at > starts_at), constraint \`booking_check_2\` check (party_size between 1 and 200), constraint \`booking_check_3\` check (deposit_cents >= 0 and deposit_cents <= price_cents));`);
    this.addSql(`create unique index \`booking_public_code_unique\` on \`booking\` (\`public_code\`);`);
    this.addSql(`create unique index \`booking_manage_hash_unique\` on \`booking\` (\`manage_hash\`);`);
    this.addSql(`create index \`booking_artisan_id_index\` on \`booking\` (\`artisan_id\`);`);
    this.addSql(`create index \`booking_offering_id_index\` on \`booking\` (\`offering_id\`);`);
    this.addSql(`create unique index \`booking_key_hash_unique\` on \`booking\` (\`key_hash\`);`);
    this.addSql(`create index \`booking_artisan_id_starts_at_id_index\` on \`booking\` (\`artisan_id\`, \`starts_at\`, \`id\`);`);
    this.addSql(`create index \`booking_artisan_id_status_starts_at_id_index\` on \`booking\` (\`artisan_id\`, \`status\`, \`starts_at\`, \`id\`);`);
    this.addSql(`create index \`booking_customer_email_index\` on \`booking\` (\`customer_email\`);`);
    this.addSql(`create index \`booking_user_id_starts_at_id_index\` on \`booking\` (\`user_id\`, \`starts_at\`, \`id\`);`);
    this.addSql(`create index \`booking_status_hold_until_index\` on \`booking\` (\`status\`, \`hold_until\`);`);
    this.addSql(`create index \`booking_status_ends_at_index\` on \`booking\` (\`status\`, \`ends_at\`);`);
    this.addSql(`create index \`booking_context_type_context_id_index\` on \`booking\` (\`context_type\`, \`context_id\`);`);

    this.addSql(`create table \`booking_history\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`booking_id\` char(36) not null, \`verb\` text not null, \`from_starts_at\` datetime null, \`to_starts_at\` datetime null, \`from_artisan_id\` char(36) null, \`to_artisan_id\` char(36) null, \`by\` text check (\`by\` in ('CUSTOMER', 'ARTISAN', 'SYSTEM')) not null, \`actor_id\` char(36) null, constraint \`booking_history_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`booking_history_booking_id_index\` on \`booking_history\` (\`booking_id\`);`);
    this.addSql(`create index \`booking_history_booking_id_created_at_id_index\` on \`booking_history\` (\`booking_id\`, \`created_at\`, \`id\`);`);

    this.addSql(`create table \`offering_artisan\` (\`offering_id\` char(36) not null, \`artisan_id\` char(36) not null, primary key (\`offering_id\`, \`artisan_id\`), constraint \`offering_artisan_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on update cascade on delete cascade, constraint \`offering_artisan_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on update cascade on delete restrict);`);
    this.addSql(`create index \`offering_artisan_offering_id_index\` on \`offering_artisan\` (\`offering_id\`);`);
    this.addSql(`create index \`offering_artisan_artisan_id_index\` on \`offering_artisan\` (\`artisan_id\`);`);
    this.addSql(`create index \`offering_artisan_artisan_id_offering_id_index\` on \`offering_artisan\` (\`artisan_id\`, \`offering_id\`);`);

    this.addSql(`create table \`offering_question\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`offering_id\` char(36) not null, \`position\` integer not null, \`kind\` text check (\`kind\` in ('TEXT', 'LONG_TEXT', 'NUMBER', 'YES_NO', 'CHOICE', 'PHONE')) not null, \`label\` text not null, \`is_required\` integer not null default false, \`choices\` json not null, constraint \`offering_question_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`offering_question_offering_id_index\` on \`offering_question\` (\`offering_id\`);`);
    this.addSql(`create index \`offering_question_offering_id_position_index\` on \`offering_question\` (\`offering_id\`, \`position\`);`);

    this.addSql(`create table \`opening_exception\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`artisan_id\` char(36) not null, \`local_date\` text not null, \`windows\` json not null, constraint \`opening_exception_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`opening_exception_artisan_id_index\` on \`opening_exception\` (\`artisan_id\`);`);
    this.addSql(`create unique index \`opening_exception_artisan_id_local_date_unique\` on \`opening_exception\` (\`artisan_id\`, \`local_date\`);`);

    this.addSql(`create table \`opening_rule\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`artisan_id\` char(36) not null, \`weekday\` text check (\`weekday\` in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')) not null, \`start_minute\` integer not null, \`end_minute\` integer not null, \`every_weeks\` integer not null default 1, \`anchor_on\` text null, \`valid_from\` text null, \`valid_to\` text null, \`offering_id\` char(36) null, constraint \`opening_rule_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade, constraint \`opening_rule_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete cascade, constraint \`opening_rule_check_1\` check (start_minute >= 0 and end_minute > start_minute and end_minute <= 1440), constraint \`opening_rule_check_2\` check (every_weeks in (1, 2) and (every_weeks = 1 or anchor_on is not null)));`);
    this.addSql(`create index \`opening_rule_artisan_id_index\` on \`opening_rule\` (\`artisan_id\`);`);
    this.addSql(`create index \`opening_rule_offering_id_index\` on \`opening_rule\` (\`offering_id\`);`);
    this.addSql(`create index \`opening_rule_artisan_id_weekday_index\` on \`opening_rule\` (\`artisan_id\`, \`weekday\`);`);

    this.addSql(`create table \`quantum\` (\`artisan_id\` char(36) not null, \`q\` integer not null, \`occupancy_id\` char(36) not null, primary key (\`artisan_id\`, \`q\`)) without rowid;`);

    this.addSql(`create table \`slot_hold\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`token_hash\` text not null, \`offering_id\` char(36) not null, \`artisan_id\` char(36) not null, \`starts_at\` datetime not null, \`ends_at\` datetime not null, \`expires_at\` datetime not null, \`renewed_at\` datetime null, \`status\` text check (\`status\` in ('HELD', 'CONSUMED', 'RELEASED', 'EXPIRED')) not null default 'HELD', \`network\` text null, constraint \`slot_hold_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete cascade, constraint \`slot_hold_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade);`);
    this.addSql(`create unique index \`slot_hold_token_hash_unique\` on \`slot_hold\` (\`token_hash\`);`);
    this.addSql(`create index \`slot_hold_offering_id_index\` on \`slot_hold\` (\`offering_id\`);`);
    this.addSql(`create index \`slot_hold_artisan_id_index\` on \`slot_hold\` (\`artisan_id\`);`);
    this.addSql(`create index \`slot_hold_status_expires_at_index\` on \`slot_hold\` (\`status\`, \`expires_at\`);`);
    this.addSql(`create index \`slot_hold_network_status_index\` on \`slot_hold\` (\`network\`, \`status\`);`);
  }

  override down(): void | Promise<void> {

    this.addSql(`drop table if exists \`artisan\`;`);
    this.addSql(`drop table if exists \`closure\`;`);
    this.addSql(`drop table if exists \`occupancy\`;`);
    this.addSql(`drop table if exists \`offering\`;`);
    this.addSql(`drop table if exists \`cancellation_tier\`;`);
    this.addSql(`drop table if exists \`break_rule\`;`);
    this.addSql(`drop table if exists \`booking\`;`);
    this.addSql(`drop table if exists \`booking_history\`;`);
    this.addSql(`drop table if exists \`offering_artisan\`;`);
    this.addSql(`drop table if exists \`offering_question\`;`);
    this.addSql(`drop table if exists \`opening_exception\`;`);
    this.addSql(`drop table if exists \`opening_rule\`;`);
    this.addSql(`drop table if exists \`quantum\`;`);
    this.addSql(`drop table if exists \`slot_hold\`;`);
  }

}
