import { Migration } from '@mikro-orm/migrations';

export class Migration0035_figures extends Migration {

  override name = 'Migration0035_figures';

  override up(): void | Promise<void> {
    this.addSql(`create table \`price_change\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`price_item_id\` char(36) not null, \`kind\` enum('CREATED','UPDATED','ACTIVATED','DEACTIVATED','ARCHIVED') not null, \`actor_id\` char(36) null, \`changes\` json not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`price_change\` add index \`price_change_price_item_id_index\` (\`price_item_id\`);`);
    this.addSql(`alter table \`price_change\` add index \`price_change_price_item_id_created_at_id_index\` (\`price_item_id\`, \`created_at\`, \`id\`);`);

    this.addSql(`create table \`report_wish\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`report_wish\` add unique \`report_wish_user_id_unique\` (\`user_id\`);`);

    this.addSql(`create table \`stats_report\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`requested_by_id\` char(36) not null, \`format\` enum('PDF','CSV') not null, \`locale\` enum('fr','en') not null default 'fr', \`from_on\` varchar(10) not null, \`to_on\` varchar(10) not null, \`file_id\` char(36) null, \`finished_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`stats_report\` add index \`stats_report_requested_by_id_index\` (\`requested_by_id\`);`);
    this.addSql(`alter table \`stats_report\` add index \`stats_report_file_id_index\` (\`file_id\`);`);

    this.addSql(`create table \`threshold_limit\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`kind\` enum('MICRO_ENTERPRISE','VAT_FRANCHISE','VAT_FRANCHISE_RAISED') not null, \`amount_cents\` bigint not null, \`currency\` enum('EUR','XOF') not null default 'EUR', \`valid_from\` varchar(10) not null, \`valid_to\` varchar(10) null, \`activity_from\` varchar(10) null, \`source\` varchar(500) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`threshold_limit\` add index \`threshold_limit_kind_valid_from_index\` (\`kind\`, \`valid_from\`);`);

    this.addSql(`create table \`threshold_alarm\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`limit_id\` char(36) not null, \`year\` int not null, \`percent\` int not null, \`revenue_cents\` bigint not null, \`reached_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`threshold_alarm\` add index \`threshold_alarm_limit_id_index\` (\`limit_id\`);`);
    this.addSql(`alter table \`threshold_alarm\` add unique \`threshold_alarm_limit_id_year_percent_unique\` (\`limit_id\`, \`year\`, \`percent\`);`);

    this.addSql(`alter table \`price_item\` add \`turnaround_working_days\` int null, add \`rush_working_days\` int null, add \`minimum_cents\` bigint null, add \`valid_from\` datetime(3) null, add \`archived_at\` datetime(3) null, add \`is_featured\` tinyint(1) not null default false;`);

    this.addSql(`alter table \`payment\` add index \`payment_paid_at_index\` (\`paid_at\`);`);
    this.addSql(`alter table \`payment\` add index \`payment_received_on_index\` (\`received_on\`);`);

    this.addSql(`alter table \`customer_order\` add index \`customer_order_paid_at_index\` (\`paid_at\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_completed_at_index\` (\`completed_at\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_cancelled_at_index\` (\`cancelled_at\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_price_item_id_index\` (\`price_item_id\`);`);

    this.addSql(`alter table \`refund\` add index \`refund_succeeded_at_index\` (\`succeeded_at\`);`);
    this.addSql(`alter table \`refund\` add index \`refund_paid_on_index\` (\`paid_on\`);`);

    this.addSql(`alter table \`price_change\` add constraint \`price_change_price_item_id_foreign\` foreign key (\`price_item_id\`) references \`price_item\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`threshold_alarm\` add constraint \`threshold_alarm_limit_id_foreign\` foreign key (\`limit_id\`) references \`threshold_limit\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`threshold_alarm\` drop foreign key \`threshold_alarm_limit_id_foreign\`;`);

    this.addSql(`drop table if exists \`price_change\`;`);
    this.addSql(`drop table if exists \`report_wish\`;`);
    this.addSql(`drop table if exists \`stats_report\`;`);
    this.addSql(`drop table if exists \`threshold_limit\`;`);
    this.addSql(`drop table if exists \`threshold_alarm\`;`);

    this.addSql(`alter table \`customer_order\` drop index \`customer_order_paid_at_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_completed_at_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_cancelled_at_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_price_item_id_index\`;`);

    this.addSql(`alter table \`payment\` drop index \`payment_paid_at_index\`;`);
    this.addSql(`alter table \`payment\` drop index \`payment_received_on_index\`;`);

    this.addSql(`alter table \`price_item\` drop column \`turnaround_working_days\`, drop column \`rush_working_days\`, drop column \`minimum_cents\`, drop column \`valid_from\`, drop column \`archived_at\`, drop column \`is_featured\`;`);

    this.addSql(`alter table \`refund\` drop index \`refund_succeeded_at_index\`;`);
    this.addSql(`alter table \`refund\` drop index \`refund_paid_on_index\`;`);
  }

}
