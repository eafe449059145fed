import { Migration } from '@mikro-orm/migrations';

export class Migration0045_texts_and_reviews extends Migration {

  override name = 'Migration0045_texts_and_reviews';

  override up(): void | Promise<void> {
    this.addSql(`create table \`review\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`booking_id\` char(36) not null, \`artisan_id\` char(36) not null, \`rating\` int not null, \`text\` text null, \`status\` enum('SUBMITTED','APPROVED','REJECTED') not null default 'SUBMITTED', \`decided_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`review\` add unique \`review_booking_id_unique\` (\`booking_id\`);`);
    this.addSql(`alter table \`review\` add index \`review_artisan_id_index\` (\`artisan_id\`);`);
    this.addSql(`alter table \`review\` add index \`review_artisan_id_status_created_at_id_index\` (\`artisan_id\`, \`status\`, \`created_at\`, \`id\`);`);

    this.addSql(`create table \`sms_opt_out\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`number_hash\` varchar(43) not null, \`cause\` enum('STOP','PROVIDER') not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`sms_opt_out\` add unique \`sms_opt_out_number_hash_unique\` (\`number_hash\`);`);

    this.addSql(`create table \`sms_reply\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`provider_id\` varchar(64) not null, \`is_stop\` tinyint(1) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`sms_reply\` add unique \`sms_reply_provider_id_unique\` (\`provider_id\`);`);
    this.addSql(`alter table \`sms_reply\` add index \`sms_reply_created_at_index\` (\`created_at\`);`);

    this.addSql(`create table \`sms_delivery\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`kind\` varchar(60) not null, \`recipient_id\` char(36) null, \`number_hash\` varchar(43) not null, \`number_end\` varchar(4) not null, \`subject_type\` varchar(40) null, \`subject_id\` char(36) null, \`payer_id\` char(36) null, \`status\` enum('WAITING','SENDING','UNKNOWN','ACCEPTED','SENT','DELIVERED','UNDELIVERED','FAILED','OPTED_OUT') not null default 'SENDING', \`attempts\` int not null default 0, \`segments\` int not null, \`price_ten_thousandths\` int null, \`price_currency\` varchar(3) null, \`error_code\` int null, \`provider_id\` varchar(64) null, \`sent_at\` datetime(3) null, \`dedupe_key\` varchar(160) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`sms_delivery\` add index \`sms_delivery_recipient_id_index\` (\`recipient_id\`);`);
    this.addSql(`alter table \`sms_delivery\` add unique \`sms_delivery_dedupe_key_unique\` (\`dedupe_key\`);`);
    this.addSql(`alter table \`sms_delivery\` add index \`sms_delivery_created_at_id_index\` (\`created_at\`, \`id\`);`);
    this.addSql(`alter table \`sms_delivery\` add index \`sms_delivery_status_created_at_index\` (\`status\`, \`created_at\`);`);
    this.addSql(`alter table \`sms_delivery\` add index \`sms_delivery_payer_id_created_at_index\` (\`payer_id\`, \`created_at\`);`);
    this.addSql(`alter table \`sms_delivery\` add index \`sms_delivery_subject_id_index\` (\`subject_id\`);`);
    this.addSql(`alter table \`sms_delivery\` add index \`sms_delivery_number_hash_created_at_index\` (\`number_hash\`, \`created_at\`);`);

    this.addSql(`alter table \`booking_reminder\` modify \`reason\` enum('NOT_WANTED','TOO_LATE','QUIET_HOURS','STARTED','NO_PLAN','PLAN_USED_UP','NOT_MOBILE','OPTED_OUT') null;`);
    this.addSql(`alter table \`booking_reminder\` modify \`status\` enum('PLANNED','SENT','SKIPPED','CANCELLED','FAILED') not null default 'PLANNED';`);

    this.addSql(`alter table \`booking_history\` add \`message\` text null;`);

    this.addSql(`alter table \`two_factor_challenge\` drop column \`code_in_flight\`;`);

    this.addSql(`alter table \`review\` add constraint \`review_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`review\` add constraint \`review_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`review\` add constraint \`review_check_1\` check (rating between 1 and 5);`);

    this.addSql(`alter table \`sms_delivery\` add constraint \`sms_delivery_recipient_id_foreign\` foreign key (\`recipient_id\`) references \`user\` (\`id\`) on delete set null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`review\`;`);
    this.addSql(`drop table if exists \`sms_opt_out\`;`);
    this.addSql(`drop table if exists \`sms_reply\`;`);
    this.addSql(`drop table if exists \`sms_delivery\`;`);

    this.addSql(`alter table \`booking_history\` drop column \`message\`;`);

    this.addSql(`alter table \`booking_reminder\` modify \`status\` enum('planned','sent','skipped','cancelled') not null default 'PLANNED';`);
    this.addSql(`alter table \`booking_reminder\` modify \`reason\` enum('not_wanted','too_late','quiet_hours','started') null;`);

    this.addSql(`alter table \`two_factor_challenge\` add \`code_in_flight\` int null;`);
  }

}
