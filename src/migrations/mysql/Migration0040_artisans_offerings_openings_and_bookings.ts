import { Migration } from '@mikro-orm/migrations';

export class Migration0040_artisans_offerings_openings_and_bookings extends Migration {

  override name = 'Migration0040_artisans_offerings_openings_and_bookings';

  override up(): void | Promise<void> {
    this.addSql(`create table \`artisan\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) null, \`slug\` varchar(60) not null, \`display_name\` varchar(255) not null, \`email\` varchar(255) not null, \`phone\` varchar(20) null, \`time_zone\` varchar(60) not null default 'Europe/Paris', \`country\` varchar(2) not null default 'FR', \`holiday_region\` varchar(40) null default 'metropole', \`place\` text null, \`bio\` text null, \`status\` enum('DRAFT','PUBLISHED','PAUSED') not null default 'DRAFT', \`default_travel_minutes\` int not null default 30, \`quiet_from_minute\` int not null default 1200, \`quiet_until_minute\` int not null default 480, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`artisan\` add unique \`artisan_user_id_unique\` (\`user_id\`);`);
    this.addSql(`alter table \`artisan\` add unique \`artisan_slug_unique\` (\`slug\`);`);

    this.addSql(`create table \`closure\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`artisan_id\` char(36) not null, \`from_on\` varchar(10) null, \`until_on\` varchar(10) null, \`from_at\` datetime(3) null, \`until_at\` datetime(3) null, \`reason\` varchar(255) null, \`is_yearly\` tinyint(1) not null default false, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`closure\` add index \`closure_artisan_id_index\` (\`artisan_id\`);`);
    this.addSql(`alter table \`closure\` add index \`closure_artisan_id_from_on_index\` (\`artisan_id\`, \`from_on\`);`);

    this.addSql(`create table \`occupancy\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`artisan_id\` char(36) not null, \`kind\` enum('BOOKING','GROUP_SESSION','HOLD','OFFER','EXTERNAL') not null, \`starts_at\` datetime(3) not null, \`ends_at\` datetime(3) not null, \`padded_from\` datetime(3) not null, \`padded_to\` datetime(3) not null, \`reference_id\` char(36) not null, \`hold_until\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`occupancy\` add index \`occupancy_artisan_id_padded_from_padded_to_index\` (\`artisan_id\`, \`padded_from\`, \`padded_to\`);`);
    this.addSql(`alter table \`occupancy\` add index \`occupancy_reference_id_index\` (\`reference_id\`);`);

    this.addSql(`create table \`offering\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`name\` varchar(255) not null, \`description\` text null, \`duration_minutes\` int not null, \`slot_step_minutes\` int not null, \`buffer_before_minutes\` int not null default 0, \`buffer_after_minutes\` int not null default 0, \`notice_minutes\` int not null default 120, \`horizon_days\` int null default 60, \`horizon_working_days\` int null, \`price_cents\` bigint not null, \`currency\` enum('EUR','XOF') not null default 'EUR', \`deposit_basis_points\` int not null default 0, \`capacity\` int not null default 1, \`max_per_day\` int null, \`location_kind\` enum('AT_ARTISAN','AT_CUSTOMER','ONLINE','PHONE') not null default 'AT_ARTISAN', \`place\` text null, \`requires_approval\` tinyint(1) not null default false, \`approval_hours\` int not null default 48, \`assignment\` enum('ANY','CHOSEN') not null default 'CHOSEN', \`reschedule_until_minutes\` int not null default 1440, \`max_reschedules\` int not null default 2, \`reminders\` json not null, \`position\` int not null default 0, \`status\` enum('ACTIVE','ARCHIVED') not null default 'ACTIVE', primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`offering\` add index \`offering_status_position_id_index\` (\`status\`, \`position\`, \`id\`);`);

    this.addSql(`create table \`cancellation_tier\` (\`offering_id\` char(36) not null, \`hours_before\` int unsigned not null, \`refund_percent\` int not null, primary key (\`offering_id\`, \`hours_before\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`cancellation_tier\` add index \`cancellation_tier_offering_id_index\` (\`offering_id\`);`);

    this.addSql(`create table \`break_rule\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`artisan_id\` char(36) not null, \`weekday\` enum('MONDAY','TUESDAY','WEDNESDAY','THURSDAY','FRIDAY','SATURDAY','SUNDAY') not null, \`start_minute\` int not null, \`end_minute\` int not null, \`every_weeks\` int not null default 1, \`anchor_on\` varchar(10) null, \`valid_from\` varchar(10) null, \`valid_to\` varchar(10) null, \`offering_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`break_rule\` add index \`break_rule_artisan_id_index\` (\`artisan_id\`);`);
    this.addSql(`alter table \`break_rule\` add index \`break_rule_offering_id_index\` (\`offering_id\`);`);
    this.addSql(`alter table \`break_rule\` add index \`break_rule_artisan_id_weekday_index\` (\`artisan_id\`, \`weekday\`);`);

    this.addSql(`create table \`booking\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`public_code\` varchar(10) not null, \`manage_hash\` varchar(64) not null, \`manage_version\` int not null default 1, \`artisan_id\` char(36) not null, \`offering_id\` char(36) not null, \`user_id\` char(36) null, \`status\` enum('REQUESTED','PENDING_PAYMENT','CONFIRMED','COMPLETED','NO_SHOW','CANCELLED','DECLINED','EXPIRED') not null, \`customer_name\` varchar(255) not null, \`customer_email\` varchar(255) null, \`customer_phone\` varchar(20) null, \`customer_time_zone\` varchar(60) not null, \`locale\` enum('fr','en') not null, \`party_size\` int not null default 1, \`starts_at\` datetime(3) not null, \`ends_at\` datetime(3) not null, \`duration_minutes\` int not null, \`buffer_before_minutes\` int not null, \`buffer_after_minutes\` int not null, \`offering_name\` varchar(255) not null, \`price_cents\` bigint not null, \`deposit_basis_points\` int not null, \`deposit_cents\` bigint not null, \`currency\` enum('EUR','XOF') not null, \`hold_until\` datetime(3) null, \`hold_renewed_at\` datetime(3) null, \`notify_by_email\` tinyint(1) not null default true, \`notify_by_sms\` tinyint(1) not null default false, \`location_kind\` enum('AT_ARTISAN','AT_CUSTOMER','ONLINE','PHONE') not null, \`place\` text null, \`answers\` json not null, \`customer_note\` text null, \`staff_note\` text null, \`cancellation_tiers\` json not null, \`reschedule_until_minutes\` int not null, \`max_reschedules\` int not null, \`reschedule_count\` int not null default 0, \`sequence\` int not null default 0, \`context_type\` varchar(40) null, \`context_id\` char(36) null, \`source\` enum('PUBLIC','STAFF','SERIES','WAITING_LIST','CONSULTATION') not null default 'PUBLIC', \`key_hash\` varchar(64) null, \`content_hash\` varchar(64) null, \`terms_version\` varchar(40) null, \`confirmed_at\` datetime(3) null, \`cancelled_at\` datetime(3) null, \`cancelled_by\` enum('CUSTOMER','ARTISAN','SYSTEM') null, \`cancellation_reason\` text null, \`attendance_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`booking\` add unique \`booking_public_code_unique\` (\`public_code\`);`);
    this.addSql(`alter table \`booking\` add unique \`booking_manage_hash_unique\` (\`manage_hash\`);`);
    this.addSql(`alter table \`booking\` add index \`booking_artisan_id_index\` (\`artisan_id\`);`);
    this.addSql(`alter table \`booking\` add index \`booking_offering_id_index\` (\`offering_id\`);`);
    this.addSql(`alter table \`booking\` add unique \`booking_key_hash_unique\` (\`key_hash\`);`);
    this.addSql(`alter table \`booking\` add index \`booking_artisan_id_starts_at_id_index\` (\`artisan_id\`, \`starts_at\`, \`id\`);`);
    this.addSql(`alter table \`booking\` add index \`booking_artisan_id_status_starts_at_id_index\` (\`artisan_id\`, \`status\`, \`starts_at\`, \`id\`);`);
    this.addSql(`alter table \`booking\` add index \`booking_customer_email_index\` (\`customer_email\`);`);
    this.addSql(`alter table \`booking\` add index \`booking_user_id_starts_at_id_index\` (\`user_id\`, \`starts_at\`, \`id\`);`);
    this.addSql(`alter table \`booking\` add index \`booking_status_hold_until_index\` (\`status\`, \`hold_until\`);`);
    this.addSql(`alter table \`booking\` add index \`booking_status_ends_at_index\` (\`status\`, \`ends_at\`);`);
    this.addSql(`alter table \`booking\` add index \`booking_context_type_context_id_index\` (\`context_type\`, \`context_id\`);`);

    this.addSql(`create table \`booking_history\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`booking_id\` char(36) not null, \`verb\` varchar(30) not null, \`from_starts_at\` datetime(3) null, \`to_starts_at\` datetime(3) null, \`from_artisan_id\` char(36) null, \`to_artisan_id\` char(36) null, \`by\` enum('CUSTOMER','ARTISAN','SYSTEM') not null, \`actor_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`booking_history\` add index \`booking_history_booking_id_index\` (\`booking_id\`);`);
    this.addSql(`alter table \`booking_history\` add index \`booking_history_booking_id_created_at_id_index\` (\`booking_id\`, \`created_at\`, \`id\`);`);

    this.addSql(`create table \`offering_artisan\` (\`offering_id\` char(36) not null, \`artisan_id\` char(36) not null, primary key (\`offering_id\`, \`artisan_id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`offering_artisan\` add index \`offering_artisan_offering_id_index\` (\`offering_id\`);`);
    this.addSql(`alter table \`offering_artisan\` add index \`offering_artisan_artisan_id_index\` (\`artisan_id\`);`);
    this.addSql(`alter table \`offering_artisan\` add index \`offering_artisan_artisan_id_offering_id_index\` (\`artisan_id\`, \`offering_id\`);`);

    this.addSql(`create table \`offering_question\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`offering_id\` char(36) not null, \`position\` int not null, \`kind\` enum('TEXT','LONG_TEXT','NUMBER','YES_NO','CHOICE','PHONE') not null, \`label\` varchar(255) not null, \`is_required\` tinyint(1) not null default false, \`choices\` json not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`offering_question\` add index \`offering_question_offering_id_index\` (\`offering_id\`);`);
    this.addSql(`alter table \`offering_question\` add index \`offering_question_offering_id_position_index\` (\`offering_id\`, \`position\`);`);

    this.addSql(`create table \`opening_exception\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`artisan_id\` char(36) not null, \`local_date\` varchar(10) not null, \`windows\` json not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`opening_exception\` add index \`opening_exception_artisan_id_index\` (\`artisan_id\`);`);
    this.addSql(`alter table \`opening_exception\` add unique \`opening_exception_artisan_id_local_date_unique\` (\`artisan_id\`, \`local_date\`);`);

    this.addSql(`create table \`opening_rule\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`artisan_id\` char(36) not null, \`weekday\` enum('MONDAY','TUESDAY','WEDNESDAY','THURSDAY','FRIDAY','SATURDAY','SUNDAY') not null, \`start_minute\` int not null, \`end_minute\` int not null, \`every_weeks\` int not null default 1, \`anchor_on\` varchar(10) null, \`valid_from\` varchar(10) null, \`valid_to\` varchar(10) null, \`offering_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`opening_rule\` add index \`opening_rule_artisan_id_index\` (\`artisan_id\`);`);
    this.addSql(`alter table \`opening_rule\` add index \`opening_rule_offering_id_index\` (\`offering_id\`);`);
    this.addSql(`alter table \`opening_rule\` add index \`opening_rule_artisan_id_weekday_index\` (\`artisan_id\`, \`weekday\`);`);

    this.addSql(`create table \`quantum\` (\`artisan_id\` char(36) not null, \`q\` int unsigned not null, \`occupancy_id\` char(36) not null, primary key (\`artisan_id\`, \`q\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`create table \`slot_hold\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`token_hash\` varchar(64) not null, \`offering_id\` char(36) not null, \`artisan_id\` char(36) not null, \`starts_at\` datetime(3) not null, \`ends_at\` datetime(3) not null, \`expires_at\` datetime(3) not null, \`renewed_at\` datetime(3) null, \`status\` enum('HELD','CONSUMED','RELEASED','EXPIRED') not null default 'HELD', \`network\` varchar(45) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`slot_hold\` add unique \`slot_hold_token_hash_unique\` (\`token_hash\`);`);
    this.addSql(`alter table \`slot_hold\` add index \`slot_hold_offering_id_index\` (\`offering_id\`);`);
    this.addSql(`alter table \`slot_hold\` add index \`slot_hold_artisan_id_index\` (\`artisan_id\`);`);
    this.addSql(`alter table \`slot_hold\` add index \`slot_hold_status_expires_at_index\` (\`status\`, \`expires_at\`);`);
    this.addSql(`alter table \`slot_hold\` add index \`slot_hold_network_status_index\` (\`network\`, \`status\`);`);

    this.addSql(`alter table \`artisan\` add constraint \`artisan_check_1\` check (default_travel_minutes between 0 and 240);`);
    this.addSql(`alter table \`artisan\` add constraint \`artisan_check_2\` check (quiet_from_minute between 0 and 1440 and quiet_until_minute between 0 and 1440);`);

    this.addSql(`alter table \`closure\` add constraint \`closure_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`closure\` add constraint \`closure_check\` check ((from_on is not null and until_on is not null and until_on >= from_on and from_at is null and until_at is null) or (from_on is null and until_on is null and from_at is not null and until_at > from_at and is_yearly = 0));`);

    this.addSql(`alter table \`occupancy\` add constraint \`occupancy_check_1\` check (ends_at > starts_at and padded_from <= starts_at and padded_to >= ends_at);`);

    this.addSql(`alter table \`offering\` add constraint \`offering_check_1\` check (duration_minutes between 5 and 720 and duration_minutes % 5 = 0);`);
    this.addSql(`alter table \`offering\` add constraint \`offering_check_2\` check (slot_step_minutes between 5 and 720 and slot_step_minutes % 5 = 0);`);
    this.addSql(`alter table \`offering\` add constraint \`offering_check_3\` check (buffer_before_minutes between 0 and 240 and buffer_after_minutes between 0 and 240);`);
    this.addSql(`alter table \`offering\` add constraint \`offering_check_4\` check (deposit_basis_points between 0 and 10000);`);
    this.addSql(`alter table \`offering\` add constraint \`offering_check_5\` check (capacity between 1 and 200);`);
    this.addSql(`alter table \`offering\` add constraint \`offering_check_6\` check ((horizon_days is null) <> (horizon_working_days is null));`);

    this.addSql(`alter table \`cancellation_tier\` add constraint \`cancellation_tier_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`cancellation_tier\` add constraint \`cancellation_tier_check_1\` check (hours_before >= 0 and refund_percent between 0 and 100);`);

    this.addSql(`alter table \`break_rule\` add constraint \`break_rule_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`break_rule\` add constraint \`break_rule_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`break_rule\` add constraint \`break_rule_check_1\` check (start_minute >= 0 and end_minute > start_minute and end_minute <= 1440);`);
    this.addSql(`alter table \`break_rule\` add constraint \`break_rule_check_2\` check (every_weeks in (1, 2) and (every_weeks = 1 or anchor_on is not null));`);

    this.addSql(`alter table \`booking\` add constraint \`booking_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`booking\` add constraint \`booking_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`booking\` add constraint \`booking_check_1\` check (ends_at > starts_at);`);
    this.addSql(`alter table \`booking\` add constraint \`booking_check_2\` check (party_size between 1 and 200);`);
    this.addSql(`alter table \`booking\` add constraint \`booking_check_3\` check (deposit_cents >= 0 and deposit_cents <= price_cents);`);

    this.addSql(`alter table \`booking_history\` add constraint \`booking_history_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`offering_artisan\` add constraint \`offering_artisan_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on update cascade on delete cascade;`);
    this.addSql(`alter table \`offering_artisan\` add constraint \`offering_artisan_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on update cascade on delete restrict;`);

    this.addSql(`alter table \`offering_question\` add constraint \`offering_question_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`opening_exception\` add constraint \`opening_exception_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`opening_rule\` add constraint \`opening_rule_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`opening_rule\` add constraint \`opening_rule_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`opening_rule\` add constraint \`opening_rule_check_1\` check (start_minute >= 0 and end_minute > start_minute and end_minute <= 1440);`);
    this.addSql(`alter table \`opening_rule\` add constraint \`opening_rule_check_2\` check (every_weeks in (1, 2) and (every_weeks = 1 or anchor_on is not null));`);

    this.addSql(`alter table \`slot_hold\` add constraint \`slot_hold_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`slot_hold\` add constraint \`slot_hold_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`closure\` drop foreign key \`closure_artisan_id_foreign\`;`);
    this.addSql(`alter table \`break_rule\` drop foreign key \`break_rule_artisan_id_foreign\`;`);
    this.addSql(`alter table \`booking\` drop foreign key \`booking_artisan_id_foreign\`;`);
    this.addSql(`alter table \`offering_artisan\` drop foreign key \`offering_artisan_artisan_id_foreign\`;`);
    this.addSql(`alter table \`opening_exception\` drop foreign key \`opening_exception_artisan_id_foreign\`;`);
    this.addSql(`alter table \`opening_rule\` drop foreign key \`opening_rule_artisan_id_foreign\`;`);
    this.addSql(`alter table \`slot_hold\` drop foreign key \`slot_hold_artisan_id_foreign\`;`);
    this.addSql(`alter table \`cancellation_tier\` drop foreign key \`cancellation_tier_offering_id_foreign\`;`);
    this.addSql(`alter table \`break_rule\` drop foreign key \`break_rule_offering_id_foreign\`;`);
    this.addSql(`alter table \`booking\` drop foreign key \`booking_offering_id_foreign\`;`);
    this.addSql(`alter table \`offering_artisan\` drop foreign key \`offering_artisan_offering_id_foreign\`;`);
    this.addSql(`alter table \`offering_question\` drop foreign key \`offering_question_offering_id_foreign\`;`);
    this.addSql(`alter table \`opening_rule\` drop foreign key \`opening_rule_offering_id_foreign\`;`);
    this.addSql(`alter table \`slot_hold\` drop foreign key \`slot_hold_offering_id_foreign\`;`);
    this.addSql(`alter table \`booking_history\` drop foreign key \`booking_history_booking_id_foreign\`;`);

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
