import { Migration } from '@mikro-orm/migrations';

/** Plans, their prices and what they contain; subscriptions and their periods. */
export class Migration0019_plans extends Migration {

  override name = 'Migration0019_plans';

  override up(): void | Promise<void> {
    this.addSql(`create table \`plan\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`code\` varchar(20) not null, \`family\` enum('ARTISAN','ARCHIVE') not null, \`name_fr\` varchar(100) not null, \`name_en\` varchar(100) not null, \`text_fr\` varchar(500) not null, \`text_en\` varchar(500) not null, \`stripe_product_id\` varchar(255) null, \`position\` int not null default 0, \`is_base\` tinyint(1) not null default false, \`is_active\` tinyint(1) not null default true, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`plan\` add unique \`plan_code_unique\` (\`code\`);`);
    this.addSql(`alter table \`plan\` add index \`plan_family_position_index\` (\`family\`, \`position\`);`);

    this.addSql(`create table \`plan_entitlement\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`plan_id\` char(36) not null, \`feature\` enum('SMS','CALENDARS','MEMBERS','STORAGE') not null, \`value\` bigint null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`plan_entitlement\` add index \`plan_entitlement_plan_id_index\` (\`plan_id\`);`);
    this.addSql(`alter table \`plan_entitlement\` add unique \`plan_entitlement_plan_id_feature_unique\` (\`plan_id\`, \`feature\`);`);

    this.addSql(`create table \`plan_price\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`plan_id\` char(36) not null, \`currency\` enum('EUR','XOF') not null, \`interval\` enum('MONTH','YEAR') not null, \`amount_cents\` bigint not null, \`valid_from\` varchar(10) not null, \`stripe_price_id\` varchar(255) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`plan_price\` add index \`plan_price_plan_id_index\` (\`plan_id\`);`);
    this.addSql(`alter table \`plan_price\` add unique \`plan_price_plan_id_currency_interval_valid_from_unique\` (\`plan_id\`, \`currency\`, \`interval\`, \`valid_from\`);`);

    this.addSql(`create table \`plan_subscription\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`person_id\` char(36) not null, \`family\` enum('ARTISAN','ARCHIVE') not null, \`plan_id\` char(36) not null, \`price_id\` char(36) null, \`status\` enum('INCOMPLETE','ACTIVE','PAST_DUE','SUSPENDED','ENDED') not null default 'INCOMPLETE', \`live_for\` varchar(60) null, \`anchor_day\` int not null, \`started_on\` varchar(10) null, \`paid_until\` varchar(10) null, \`starts_next_on\` varchar(10) null, \`is_granted\` tinyint(1) not null default false, \`cancels_at_period_end\` tinyint(1) not null default false, \`next_plan_id\` char(36) null, \`next_interval\` enum('MONTH','YEAR') null, \`expires_at\` datetime(3) null, \`ended_at\` datetime(3) null, \`end_reason\` enum('CANCELLED','UNPAID','NEVER_PAID','GRANT_OVER','REPLACED','ERASED') null, \`current_period_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`plan_subscription\` add index \`plan_subscription_person_id_index\` (\`person_id\`);`);
    this.addSql(`alter table \`plan_subscription\` add index \`plan_subscription_plan_id_index\` (\`plan_id\`);`);
    this.addSql(`alter table \`plan_subscription\` add index \`plan_subscription_price_id_index\` (\`price_id\`);`);
    this.addSql(`alter table \`plan_subscription\` add unique \`plan_subscription_live_for_unique\` (\`live_for\`);`);
    this.addSql(`alter table \`plan_subscription\` add index \`plan_subscription_next_plan_id_index\` (\`next_plan_id\`);`);
    this.addSql(`alter table \`plan_subscription\` add index \`plan_subscription_person_id_family_index\` (\`person_id\`, \`family\`);`);
    this.addSql(`alter table \`plan_subscription\` add index \`plan_subscription_status_id_index\` (\`status\`, \`id\`);`);

    this.addSql(`create table \`plan_period\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`subscription_id\` char(36) not null, \`person_id\` char(36) not null, \`plan_id\` char(36) not null, \`price_id\` char(36) not null, \`status\` enum('DUE','PAID','REPLACED','VOID') not null default 'DUE', \`starts_on\` varchar(10) not null, \`ends_on\` varchar(10) not null, \`live_for\` varchar(60) null, \`amount_cents\` bigint not null, \`credit_cents\` bigint not null default '0', \`currency\` enum('EUR','XOF') not null, \`replaces_id\` char(36) null, \`payment_id\` char(36) null, \`paid_at\` datetime(3) null, \`last_reminder_day\` int null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`plan_period\` add index \`plan_period_subscription_id_index\` (\`subscription_id\`);`);
    this.addSql(`alter table \`plan_period\` add index \`plan_period_person_id_index\` (\`person_id\`);`);
    this.addSql(`alter table \`plan_period\` add index \`plan_period_plan_id_index\` (\`plan_id\`);`);
    this.addSql(`alter table \`plan_period\` add index \`plan_period_price_id_index\` (\`price_id\`);`);
    this.addSql(`alter table \`plan_period\` add unique \`plan_period_live_for_unique\` (\`live_for\`);`);
    this.addSql(`alter table \`plan_period\` add index \`plan_period_subscription_id_starts_on_index\` (\`subscription_id\`, \`starts_on\`);`);
    this.addSql(`alter table \`plan_period\` add index \`plan_period_person_id_id_index\` (\`person_id\`, \`id\`);`);

    this.addSql(`alter table \`plan_entitlement\` add constraint \`plan_entitlement_plan_id_foreign\` foreign key (\`plan_id\`) references \`plan\` (\`id\`) on delete restrict;`);

    this.addSql(`alter table \`plan_price\` add constraint \`plan_price_plan_id_foreign\` foreign key (\`plan_id\`) references \`plan\` (\`id\`) on delete restrict;`);

    this.addSql(`alter table \`plan_subscription\` add constraint \`plan_subscription_person_id_foreign\` foreign key (\`person_id\`) references \`user\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`plan_subscription\` add constraint \`plan_subscription_plan_id_foreign\` foreign key (\`plan_id\`) references \`plan\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`plan_subscription\` add constraint \`plan_subscription_price_id_foreign\` foreign key (\`price_id\`) references \`plan_price\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`plan_subscription\` add constraint \`plan_subscription_next_plan_id_foreign\` foreign key (\`next_plan_id\`) references \`plan\` (\`id\`) on delete restrict;`);

    this.addSql(`alter table \`plan_period\` add constraint \`plan_period_subscription_id_foreign\` foreign key (\`subscription_id\`) references \`plan_subscription\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`plan_period\` add constraint \`plan_period_person_id_foreign\` foreign key (\`person_id\`) references \`user\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`plan_period\` add constraint \`plan_period_plan_id_foreign\` foreign key (\`plan_id\`) references \`plan\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`plan_period\` add constraint \`plan_period_price_id_foreign\` foreign key (\`price_id\`) references \`plan_price\` (\`id\`) on delete restrict;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`plan_entitlement\` drop foreign key \`plan_entitlement_plan_id_foreign\`;`);
    this.addSql(`alter table \`plan_price\` drop foreign key \`plan_price_plan_id_foreign\`;`);
    this.addSql(`alter table \`plan_subscription\` drop foreign key \`plan_subscription_plan_id_foreign\`;`);
    this.addSql(`alter table \`plan_subscription\` drop foreign key \`plan_subscription_next_plan_id_foreign\`;`);
    this.addSql(`alter table \`plan_period\` drop foreign key \`plan_period_plan_id_foreign\`;`);
    this.addSql(`alter table \`plan_subscription\` drop foreign key \`plan_subscription_price_id_foreign\`;`);
    this.addSql(`alter table \`plan_period\` drop foreign key \`plan_period_price_id_foreign\`;`);
    this.addSql(`alter table \`plan_period\` drop foreign key \`plan_period_subscription_id_foreign\`;`);

    this.addSql(`drop table if exists \`plan_period\`;`);
    this.addSql(`drop table if exists \`plan_subscription\`;`);
    this.addSql(`drop table if exists \`plan_price\`;`);
    this.addSql(`drop table if exists \`plan_entitlement\`;`);
    this.addSql(`drop table if exists \`plan\`;`);
  }

}
