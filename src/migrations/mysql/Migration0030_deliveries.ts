import { Migration } from '@mikro-orm/migrations';

export class Migration0030_deliveries extends Migration {

  override name = 'Migration0030_deliveries';

  override up(): void | Promise<void> {
    this.addSql(`create table \`proofreader_profile\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`capacity_pages_per_day\` int not null default 20, \`languages\` json not null, \`genres\` json not null, \`specialities\` json not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`proofreader_profile\` add index \`proofreader_profile_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`proofreader_profile\` add unique \`proofreader_profile_user_id_unique\` (\`user_id\`);`);

    this.addSql(`create table \`proofreader_absence\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`profile_id\` char(36) not null, \`from_on\` varchar(10) not null, \`until_on\` varchar(10) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`proofreader_absence\` add index \`proofreader_absence_profile_id_index\` (\`profile_id\`);`);
    this.addSql(`alter table \`proofreader_absence\` add unique \`proofreader_absence_profile_id_from_on_unique\` (\`profile_id\`, \`from_on\`);`);

    this.addSql(`create table \`delivery\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`order_id\` char(36) not null, \`number\` int not null, \`status\` enum('DELIVERED','ACCEPTED','ACCEPTED_BY_TIME','CHANGES_REQUESTED') not null default 'DELIVERED', \`note\` text null, \`delivered_at\` datetime(3) not null, \`delivered_by_id\` char(36) null, \`reminded_at\` datetime(3) null, \`accepted_at\` datetime(3) null, \`rating\` int null, \`comment\` text null, \`changes_requested_at\` datetime(3) null, \`changes\` text null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`delivery\` add index \`delivery_order_id_index\` (\`order_id\`);`);
    this.addSql(`alter table \`delivery\` add index \`delivery_status_delivered_at_index\` (\`status\`, \`delivered_at\`);`);
    this.addSql(`alter table \`delivery\` add index \`delivery_delivered_by_id_delivered_at_index\` (\`delivered_by_id\`, \`delivered_at\`);`);
    this.addSql(`alter table \`delivery\` add unique \`delivery_order_id_number_unique\` (\`order_id\`, \`number\`);`);

    this.addSql(`alter table \`customer_order\` add \`suspended_by_dispute_id\` char(36) null;`);

    this.addSql(`alter table \`order_file\` add \`delivery_id\` char(36) null;`);

    this.addSql(`alter table \`proofreader_profile\` add constraint \`proofreader_profile_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`proofreader_absence\` add constraint \`proofreader_absence_profile_id_foreign\` foreign key (\`profile_id\`) references \`proofreader_profile\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`delivery\` add constraint \`delivery_order_id_foreign\` foreign key (\`order_id\`) references \`customer_order\` (\`id\`) on delete cascade;`);

    // What was delivered before deliveries were rows: one each, under the id of its order. After fourteen days its customer has accepted it.
    this.addSql(`insert into \`delivery\` (\`id\`, \`created_at\`, \`version\`, \`order_id\`, \`number\`, \`status\`, \`delivered_at\`, \`delivered_by_id\`, \`accepted_at\`) select \`id\`, coalesce(\`completed_at\`, \`created_at\`), 1, \`id\`, 1, case when coalesce(\`completed_at\`, \`created_at\`) < utc_timestamp(3) - interval 14 day then 'ACCEPTED_BY_TIME' else 'DELIVERED' end, coalesce(\`completed_at\`, \`created_at\`), \`proofreader_id\`, case when coalesce(\`completed_at\`, \`created_at\`) < utc_timestamp(3) - interval 14 day then coalesce(\`completed_at\`, \`created_at\`) end from \`customer_order\` where \`status\` = 'COMPLETED';`);
    this.addSql(`update \`order_file\` set \`delivery_id\` = \`order_id\` where \`role\` = 'CORRECTED' and \`order_id\` in (select \`id\` from \`customer_order\` where \`status\` = 'COMPLETED');`);
    this.addSql(`update \`customer_order\` set \`progress_percent\` = 100 where \`status\` = 'COMPLETED';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`proofreader_absence\` drop foreign key \`proofreader_absence_profile_id_foreign\`;`);

    this.addSql(`drop table if exists \`proofreader_profile\`;`);
    this.addSql(`drop table if exists \`proofreader_absence\`;`);
    this.addSql(`drop table if exists \`delivery\`;`);

    this.addSql(`alter table \`customer_order\` drop column \`suspended_by_dispute_id\`;`);

    this.addSql(`alter table \`order_file\` drop column \`delivery_id\`;`);
  }

}
