import { Migration } from '@mikro-orm/migrations';

/** Plans, their prices and what they contain; subscriptions and their periods. */
export class Migration0019_plans extends Migration {

  override name = 'Migration0019_plans';

  override up(): void | Promise<void> {
    this.addSql(`create table \`plan\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`code\` text not null, \`family\` text check (\`family\` in ('ARTISAN', 'ARCHIVE')) not null, \`name_fr\` text not null, \`name_en\` text not null, \`text_fr\` text not null, \`text_en\` text not null, \`stripe_product_id\` text null, \`position\` integer not null default 0, \`is_base\` integer not null default false, \`is_active\` integer not null default true);`);
    this.addSql(`create unique index \`plan_code_unique\` on \`plan\` (\`code\`);`);
    this.addSql(`create index \`plan_family_position_index\` on \`plan\` (\`family\`, \`position\`);`);

    this.addSql(`create table \`plan_entitlement\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`plan_id\` char(36) not null, \`feature\` text check (\`feature\` in ('SMS', 'CALENDARS', 'MEMBERS', 'STORAGE')) not null, \`value\` bigint null, constraint \`plan_entitlement_plan_id_foreign\` foreign key (\`plan_id\`) references \`plan\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`plan_entitlement_plan_id_index\` on \`plan_entitlement\` (\`plan_id\`);`);
    this.addSql(`create unique index \`plan_entitlement_plan_id_feature_unique\` on \`plan_entitlement\` (\`plan_id\`, \`feature\`);`);

    this.addSql(`create table \`plan_price\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`plan_id\` char(36) not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null, \`interval\` text check (\`interval\` in ('MONTH', 'YEAR')) not null, \`amount_cents\` bigint not null, \`valid_from\` text not null, \`stripe_price_id\` text null, constraint \`plan_price_plan_id_foreign\` foreign key (\`plan_id\`) references \`plan\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`plan_price_plan_id_index\` on \`plan_price\` (\`plan_id\`);`);
    this.addSql(`create unique index \`plan_price_plan_id_currency_interval_valid_from_unique\` on \`plan_price\` (\`plan_id\`, \`currency\`, \`interval\`, \`valid_from\`);`);

    this.addSql(`create table \`plan_subscription\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`person_id\` char(36) not null, \`family\` text check (\`family\` in ('ARTISAN', 'ARCHIVE')) not null, \`plan_id\` char(36) not null, \`price_id\` char(36) null, \`status\` text check (\`status\` in ('INCOMPLETE', 'ACTIVE', 'PAST_DUE', 'SUSPENDED', 'ENDED')) not null default 'INCOMPLETE', \`live_for\` text null, \`anchor_day\` integer not null, \`started_on\` text null, \`paid_until\` text null, \`starts_next_on\` text null, \`is_granted\` integer not null default false, \`cancels_at_period_end\` integer not null default false, \`next_plan_id\` char(36) null, \`next_interval\` text check (\`next_interval\` in ('MONTH', 'YEAR')) null, \`expires_at\` datetime null, \`ended_at\` datetime null, \`end_reason\` text check (\`end_reason\` in ('CANCELLED', 'UNPAID', 'NEVER_PAID', 'GRANT_OVER', 'REPLACED', 'ERASED')) null, \`current_period_id\` char(36) null, constraint \`plan_subscription_person_id_foreign\` foreign key (\`person_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`plan_subscription_plan_id_foreign\` foreign key (\`plan_id\`) references \`plan\` (\`id\`) on delete restrict, constraint \`plan_subscription_price_id_foreign\` foreign key (\`price_id\`) references \`plan_price\` (\`id\`) on delete restrict, constraint \`plan_subscription_next_plan_id_foreign\` foreign key (\`next_plan_id\`) references \`plan\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`plan_subscription_person_id_index\` on \`plan_subscription\` (\`person_id\`);`);
    this.addSql(`create index \`plan_subscription_plan_id_index\` on \`plan_subscription\` (\`plan_id\`);`);
    this.addSql(`create index \`plan_subscription_price_id_index\` on \`plan_subscription\` (\`price_id\`);`);
    this.addSql(`create unique index \`plan_subscription_live_for_unique\` on \`plan_subscription\` (\`live_for\`);`);
    this.addSql(`create index \`plan_subscription_next_plan_id_index\` on \`plan_subscription\` (\`next_plan_id\`);`);
    this.addSql(`create index \`plan_subscription_person_id_family_index\` on \`plan_subscription\` (\`person_id\`, \`family\`);`);
    this.addSql(`create index \`plan_subscription_status_id_index\` on \`plan_subscription\` (\`status\`, \`id\`);`);

    this.addSql(`create table \`plan_period\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`subscription_id\` char(36) not null, \`person_id\` char(36) not null, \`plan_id\` char(36) not null, \`price_id\` char(36) not null, \`status\` text check (\`status\` in ('DUE', 'PAID', 'REPLACED', 'VOID')) not null default 'DUE', \`starts_on\` text not null, \`ends_on\` text not null, \`live_for\` text null, \`amount_cents\` bigint not null, \`credit_cents\` bigint not null default '0', \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null, \`replaces_id\` char(36) null, \`payment_id\` char(36) null, \`paid_at\` datetime null, \`last_reminder_day\` integer null, constraint \`plan_period_subscription_id_foreign\` foreign key (\`subscription_id\`) references \`plan_subscription\` (\`id\`) on delete restrict, constraint \`plan_period_person_id_foreign\` foreign key (\`person_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`plan_period_plan_id_foreign\` foreign key (\`plan_id\`) references \`plan\` (\`id\`) on delete restrict, constraint \`plan_period_price_id_foreign\` foreign key (\`price_id\`) references \`plan_price\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`plan_period_subscription_id_index\` on \`plan_period\` (\`subscription_id\`);`);
    this.addSql(`create index \`plan_period_person_id_index\` on \`plan_period\` (\`person_id\`);`);
    this.addSql(`create index \`plan_period_plan_id_index\` on \`plan_period\` (\`plan_id\`);`);
    this.addSql(`create index \`plan_period_price_id_index\` on \`plan_period\` (\`price_id\`);`);
    this.addSql(`create unique index \`plan_period_live_for_unique\` on \`plan_period\` (\`live_for\`);`);
    this.addSql(`create index \`plan_period_subscription_id_starts_on_index\` on \`plan_period\` (\`subscription_id\`, \`starts_on\`);`);
    this.addSql(`create index \`plan_period_person_id_id_index\` on \`plan_period\` (\`person_id\`, \`id\`);`);
  }

  override down(): void | Promise<void> {

    this.addSql(`drop table if exists \`plan_period\`;`);
    this.addSql(`drop table if exists \`plan_subscription\`;`);
    this.addSql(`drop table if exists \`plan_price\`;`);
    this.addSql(`drop table if exists \`plan_entitlement\`;`);
    this.addSql(`drop table if exists \`plan\`;`);
  }

}
