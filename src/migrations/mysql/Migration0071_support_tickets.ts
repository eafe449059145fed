import { Migration } from '@mikro-orm/migrations';

export class Migration0071_support_tickets extends Migration {

  override name = 'Migration0071_support_tickets';

  override up(): void | Promise<void> {
    this.addSql(`create table \`business_calendar\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`valid_from\` char(10) not null, \`zone\` varchar(64) not null, \`region\` varchar(40) null, \`week\` json not null, \`exceptions\` json not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`business_calendar\` add unique \`business_calendar_valid_from_unique\` (\`valid_from\`);`);

    this.addSql(`create table \`canned_reply\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`name\` varchar(100) not null, \`locale\` enum('fr','en') not null, \`content\` text not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`canned_reply\` add unique \`canned_reply_name_locale_unique\` (\`name\`, \`locale\`);`);

    this.addSql(`create table \`ticket_series\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`year\` int not null, \`next\` int not null default 1, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`ticket_series\` add unique \`ticket_series_year_unique\` (\`year\`);`);

    this.addSql(`create table \`ticket_target\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`priority\` enum('LOW','NORMAL','HIGH','URGENT','CRITICAL') not null, \`first_response_minutes\` int not null, \`resolution_minutes\` int not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`ticket_target\` add unique \`ticket_target_priority_unique\` (\`priority\`);`);

    this.addSql(`create table \`ticket\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`reference\` varchar(20) not null, \`user_id\` char(36) null, \`visitor_id\` char(36) null, \`title\` varchar(255) not null, \`description\` mediumtext not null, \`words\` mediumtext not null, \`category\` enum('GENERAL','TECHNICAL','BILLING','ORDER','ACCOUNT','OTHER') not null default 'GENERAL', \`priority\` enum('LOW','NORMAL','HIGH','URGENT','CRITICAL') not null default 'NORMAL', \`priority_rank\` int not null, \`status\` enum('OPEN','IN_PROGRESS','WAITING','RESOLVED','CLOSED','CANCELLED') not null default 'OPEN', \`source\` enum('WEB','EMAIL','PHONE','INTERNAL') not null default 'WEB', \`assignee_id\` char(36) null, \`order_id\` char(36) null, \`opened_at\` datetime(3) not null, \`first_response_due_at\` datetime(3) null, \`resolution_due_at\` datetime(3) null, \`due_key\` bigint not null default '9007199254740991', \`first_response_at\` datetime(3) null, \`resolved_at\` datetime(3) null, \`closed_at\` datetime(3) null, \`waiting_since\` datetime(3) null, \`asked_again_at\` datetime(3) null, \`pauses\` json not null, \`alerts\` json not null, \`next_alert_at\` datetime(3) null, \`escalated_at\` datetime(3) null, \`merged_into_id\` char(36) null, \`follows_id\` char(36) null, \`satisfaction\` int null, \`comment\` text null, \`seen_seq\` int not null default 0, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`ticket\` add unique \`ticket_reference_unique\` (\`reference\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_visitor_id_index\` (\`visitor_id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_assignee_id_index\` (\`assignee_id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_order_id_index\` (\`order_id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_merged_into_id_index\` (\`merged_into_id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_follows_id_index\` (\`follows_id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_user_id_created_at_id_index\` (\`user_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_assignee_id_created_at_id_index\` (\`assignee_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_status_created_at_id_index\` (\`status\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_status_due_key_id_index\` (\`status\`, \`due_key\`, \`id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_priority_rank_due_key_id_index\` (\`priority_rank\`, \`due_key\`, \`id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_category_created_at_id_index\` (\`category\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_created_at_id_index\` (\`created_at\`, \`id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_due_key_id_index\` (\`due_key\`, \`id\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_next_alert_at_index\` (\`next_alert_at\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_status_resolved_at_index\` (\`status\`, \`resolved_at\`);`);
    this.addSql(`alter table \`ticket\` add index \`ticket_status_waiting_since_index\` (\`status\`, \`waiting_since\`);`);

    this.addSql(`create table \`ticket_tag\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`ticket_id\` char(36) not null, \`tag\` varchar(50) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`ticket_tag\` add index \`ticket_tag_ticket_id_index\` (\`ticket_id\`);`);
    this.addSql(`alter table \`ticket_tag\` add index \`ticket_tag_tag_ticket_id_index\` (\`tag\`, \`ticket_id\`);`);
    this.addSql(`alter table \`ticket_tag\` add unique \`ticket_tag_ticket_id_tag_unique\` (\`ticket_id\`, \`tag\`);`);

    this.addSql(`alter table \`conversation\` add \`moved_to_id\` char(36) null;`);
    this.addSql(`alter table \`conversation\` add constraint \`conversation_moved_to_id_foreign\` foreign key (\`moved_to_id\`) references \`conversation\` (\`id\`) on delete set null;`);
    this.addSql(`alter table \`conversation\` add index \`conversation_moved_to_id_index\` (\`moved_to_id\`);`);

    this.addSql(`alter table \`ticket\` add constraint \`ticket_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`ticket\` add constraint \`ticket_assignee_id_foreign\` foreign key (\`assignee_id\`) references \`user\` (\`id\`) on delete set null;`);
    this.addSql(`alter table \`ticket\` add constraint \`ticket_merged_into_id_foreign\` foreign key (\`merged_into_id\`) references \`ticket\` (\`id\`) on delete set null;`);
    this.addSql(`alter table \`ticket\` add constraint \`ticket_follows_id_foreign\` foreign key (\`follows_id\`) references \`ticket\` (\`id\`) on delete set null;`);

    this.addSql(`alter table \`ticket_tag\` add constraint \`ticket_tag_ticket_id_foreign\` foreign key (\`ticket_id\`) references \`ticket\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`ticket\` drop foreign key \`ticket_merged_into_id_foreign\`;`);
    this.addSql(`alter table \`ticket\` drop foreign key \`ticket_follows_id_foreign\`;`);
    this.addSql(`alter table \`ticket_tag\` drop foreign key \`ticket_tag_ticket_id_foreign\`;`);

    this.addSql(`drop table if exists \`business_calendar\`;`);
    this.addSql(`drop table if exists \`canned_reply\`;`);
    this.addSql(`drop table if exists \`ticket_series\`;`);
    this.addSql(`drop table if exists \`ticket_target\`;`);
    this.addSql(`drop table if exists \`ticket\`;`);
    this.addSql(`drop table if exists \`ticket_tag\`;`);

    this.addSql(`alter table \`conversation\` drop foreign key \`conversation_moved_to_id_foreign\`;`);

    this.addSql(`alter table \`conversation\` drop index \`conversation_moved_to_id_index\`;`);
    this.addSql(`alter table \`conversation\` drop column \`moved_to_id\`;`);
  }

}
