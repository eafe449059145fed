import { Migration } from '@mikro-orm/migrations';

export class Migration0035_figures extends Migration {

  override name = 'Migration0035_figures';

  override up(): void | Promise<void> {
    this.addSql(`create table \`price_change\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`price_item_id\` char(36) not null, \`kind\` text check (\`kind\` in ('CREATED', 'UPDATED', 'ACTIVATED', 'DEACTIVATED', 'ARCHIVED')) not null, \`actor_id\` char(36) null, \`changes\` json not null, constraint \`price_change_price_item_id_foreign\` foreign key (\`price_item_id\`) references \`price_item\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`price_change_price_item_id_index\` on \`price_change\` (\`price_item_id\`);`);
    this.addSql(`create index \`price_change_price_item_id_created_at_id_index\` on \`price_change\` (\`price_item_id\`, \`created_at\`, \`id\`);`);

    this.addSql(`create table \`report_wish\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null);`);
    this.addSql(`create unique index \`report_wish_user_id_unique\` on \`report_wish\` (\`user_id\`);`);

    this.addSql(`create table \`stats_report\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`requested_by_id\` char(36) not null, \`format\` text check (\`format\` in ('PDF', 'CSV')) not null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null default 'fr', \`from_on\` text not null, \`to_on\` text not null, \`file_id\` char(36) null, \`finished_at\` datetime null);`);
    this.addSql(`create index \`stats_report_requested_by_id_index\` on \`stats_report\` (\`requested_by_id\`);`);
    this.addSql(`create index \`stats_report_file_id_index\` on \`stats_report\` (\`file_id\`);`);

    this.addSql(`create table \`threshold_limit\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`kind\` text check (\`kind\` in ('MICRO_ENTERPRISE', 'VAT_FRANCHISE', 'VAT_FRANCHISE_RAISED')) not null, \`amount_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`valid_from\` text not null, \`valid_to\` text null, \`activity_from\` text null, \`source\` text not null);`);
    this.addSql(`create index \`threshold_limit_kind_valid_from_index\` on \`threshold_limit\` (\`kind\`, \`valid_from\`);`);

    this.addSql(`create table \`threshold_alarm\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`limit_id\` char(36) not null, \`year\` integer not null, \`percent\` integer not null, \`revenue_cents\` bigint not null, \`reached_at\` datetime not null, constraint \`threshold_alarm_limit_id_foreign\` foreign key (\`limit_id\`) references \`threshold_limit\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`threshold_alarm_limit_id_index\` on \`threshold_alarm\` (\`limit_id\`);`);
    this.addSql(`create unique index \`threshold_alarm_limit_id_year_percent_unique\` on \`threshold_alarm\` (\`limit_id\`, \`year\`, \`percent\`);`);

    this.addSql(`alter table \`price_item\` add column \`turnaround_working_days\` integer null;`);
    this.addSql(`alter table \`price_item\` add column \`rush_working_days\` integer null;`);
    this.addSql(`alter table \`price_item\` add column \`minimum_cents\` bigint null;`);
    this.addSql(`alter table \`price_item\` add column \`valid_from\` datetime null;`);
    this.addSql(`alter table \`price_item\` add column \`archived_at\` datetime null;`);
    this.addSql(`alter table \`price_item\` add column \`is_featured\` integer not null default false;`);

    this.addSql(`create index \`payment_paid_at_index\` on \`payment\` (\`paid_at\`);`);
    this.addSql(`create index \`payment_received_on_index\` on \`payment\` (\`received_on\`);`);

    this.addSql(`create index \`customer_order_paid_at_index\` on \`customer_order\` (\`paid_at\`);`);
    this.addSql(`create index \`customer_order_completed_at_index\` on \`customer_order\` (\`completed_at\`);`);
    this.addSql(`create index \`customer_order_cancelled_at_index\` on \`customer_order\` (\`cancelled_at\`);`);
    this.addSql(`create index \`customer_order_price_item_id_index\` on \`customer_order\` (\`price_item_id\`);`);

    this.addSql(`create index \`refund_succeeded_at_index\` on \`refund\` (\`succeeded_at\`);`);
    this.addSql(`create index \`refund_paid_on_index\` on \`refund\` (\`paid_on\`);`);
  }

  override down(): void | Promise<void> {

    this.addSql(`drop table if exists \`price_change\`;`);
    this.addSql(`drop table if exists \`report_wish\`;`);
    this.addSql(`drop table if exists \`stats_report\`;`);
    this.addSql(`drop table if exists \`threshold_limit\`;`);
    this.addSql(`drop table if exists \`threshold_alarm\`;`);

    this.addSql(`drop index \`customer_order_paid_at_index\`;`);
    this.addSql(`drop index \`customer_order_completed_at_index\`;`);
    this.addSql(`drop index \`customer_order_cancelled_at_index\`;`);
    this.addSql(`drop index \`customer_order_price_item_id_index\`;`);

    this.addSql(`drop index \`payment_paid_at_index\`;`);
    this.addSql(`drop index \`payment_received_on_index\`;`);

    this.addSql(`alter table \`price_item\` drop column \`turnaround_working_days\`;`);
    this.addSql(`alter table \`price_item\` drop column \`rush_working_days\`;`);
    this.addSql(`alter table \`price_item\` drop column \`minimum_cents\`;`);
    this.addSql(`alter table \`price_item\` drop column \`valid_from\`;`);
    this.addSql(`alter table \`price_item\` drop column \`archived_at\`;`);
    this.addSql(`alter table \`price_item\` drop column \`is_featured\`;`);

    this.addSql(`drop index \`refund_succeeded_at_index\`;`);
    this.addSql(`drop index \`refund_paid_on_index\`;`);
  }

}
