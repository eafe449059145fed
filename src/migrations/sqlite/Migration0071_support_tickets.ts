import { Migration } from '@mikro-orm/migrations';

export class Migration0071_support_tickets extends Migration {

  override name = 'Migration0071_support_tickets';

  override up(): void | Promise<void> {
    this.addSql(`create table \`business_calendar\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`valid_from\` char(10) not null, \`zone\` text not null, \`region\` text null, \`week\` json not null, \`exceptions\` json not null);`);
    this.addSql(`create unique index \`business_calendar_valid_from_unique\` on \`business_calendar\` (\`valid_from\`);`);

    this.addSql(`create table \`canned_reply\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`name\` text not null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null, \`content\` text not null);`);
    this.addSql(`create unique index \`canned_reply_name_locale_unique\` on \`canned_reply\` (\`name\`, \`locale\`);`);

    this.addSql(`create table \`ticket_series\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`year\` integer not null, \`next\` integer not null default 1);`);
    this.addSql(`create unique index \`ticket_series_year_unique\` on \`ticket_series\` (\`year\`);`);

    this.addSql(`create table \`ticket_target\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`priority\` text check (\`priority\` in ('LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL')) not null, \`first_response_minutes\` integer not null, \`resolution_minutes\` integer not null);`);
    this.addSql(`create unique index \`ticket_target_priority_unique\` on \`ticket_target\` (\`priority\`);`);

    this.addSql(`create table \`ticket\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`reference\` text not null, \`user_id\` char(36) null, \`visitor_id\` char(36) null, \`title\` text not null, \`description\` mediumtext not null, \`words\` mediumtext not null, \`category\` text check (\`category\` in ('GENERAL', 'TECHNICAL', 'BILLING', 'ORDER', 'ACCOUNT', 'OTHER')) not null default 'GENERAL', \`priority\` text check (\`priority\` in ('LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL')) not null default 'NORMAL', \`priority_rank\` integer not null, \`status\` text check (\`status\` in ('OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED', 'CANCELLED')) not null default 'OPEN', \`source\` text check (\`source\` in ('WEB', 'EMAIL', 'PHONE', 'INTERNAL')) not null default 'WEB', \`assignee_id\` char(36) null, \`order_id\` char(36) null, \`opened_at\` datetime not null, \`first_response_due_at\` datetime null, \`resolution_due_at\` datetime null, \`due_key\` bigint not null default '9007199254740991', \`first_response_at\` datetime null, \`resolved_at\` datetime null, \`closed_at\` datetime null, \`waiting_since\` datetime null, \`asked_again_at\` datetime null, \`pauses\` json not null, \`alerts\` json not null, \`next_alert_at\` datetime null, \`escalated_at\` datetime null, \`merged_into_id\` char(36) null, \`follows_id\` char(36) null, \`satisfaction\` integer null, \`comment\` text null, \`seen_seq\` integer not null default 0, constraint \`ticket_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade, constraint \`ticket_assignee_id_foreign\` foreign key (\`assignee_id\`) references \`user\` (\`id\`) on delete set null, constraint \`ticket_merged_into_id_foreign\` foreign key (\`merged_into_id\`) references \`ticket\` (\`id\`) on delete set null, constraint \`ticket_follows_id_foreign\` foreign key (\`follows_id\`) references \`ticket\` (\`id\`) on delete set null);`);
    this.addSql(`create unique index \`ticket_reference_unique\` on \`ticket\` (\`reference\`);`);
    this.addSql(`create index \`ticket_user_id_index\` on \`ticket\` (\`user_id\`);`);
    this.addSql(`create index \`ticket_visitor_id_index\` on \`ticket\` (\`visitor_id\`);`);
    this.addSql(`create index \`ticket_assignee_id_index\` on \`ticket\` (\`assignee_id\`);`);
    this.addSql(`create index \`ticket_order_id_index\` on \`ticket\` (\`order_id\`);`);
    this.addSql(`create index \`ticket_merged_into_id_index\` on \`ticket\` (\`merged_into_id\`);`);
    this.addSql(`create index \`ticket_follows_id_index\` on \`ticket\` (\`follows_id\`);`);
    this.addSql(`create index \`ticket_user_id_created_at_id_index\` on \`ticket\` (\`user_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`ticket_assignee_id_created_at_id_index\` on \`ticket\` (\`assignee_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`ticket_status_created_at_id_index\` on \`ticket\` (\`status\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`ticket_status_due_key_id_index\` on \`ticket\` (\`status\`, \`due_key\`, \`id\`);`);
    this.addSql(`create index \`ticket_priority_rank_due_key_id_index\` on \`ticket\` (\`priority_rank\`, \`due_key\`, \`id\`);`);
    this.addSql(`create index \`ticket_category_created_at_id_index\` on \`ticket\` (\`category\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`ticket_created_at_id_index\` on \`ticket\` (\`created_at\`, \`id\`);`);
    this.addSql(`create index \`ticket_due_key_id_index\` on \`ticket\` (\`due_key\`, \`id\`);`);
    this.addSql(`create index \`ticket_next_alert_at_index\` on \`ticket\` (\`next_alert_at\`);`);
    this.addSql(`create index \`ticket_status_resolved_at_index\` on \`ticket\` (\`status\`, \`resolved_at\`);`);
    this.addSql(`create index \`ticket_status_waiting_since_index\` on \`ticket\` (\`status\`, \`waiting_since\`);`);

    this.addSql(`create table \`ticket_tag\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`ticket_id\` char(36) not null, \`tag\` text not null, constraint \`ticket_tag_ticket_id_foreign\` foreign key (\`ticket_id\`) references \`ticket\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`ticket_tag_ticket_id_index\` on \`ticket_tag\` (\`ticket_id\`);`);
    this.addSql(`create index \`ticket_tag_tag_ticket_id_index\` on \`ticket_tag\` (\`tag\`, \`ticket_id\`);`);
    this.addSql(`create unique index \`ticket_tag_ticket_id_tag_unique\` on \`ticket_tag\` (\`ticket_id\`, \`tag\`);`);

    this.addSql(`alter table \`conversation\` add column \`moved_to_id\` char(36) null constraint \`conversation_moved_to_id_foreign\` references \`conversation\` (\`id\`) on delete set null;`);
    this.addSql(`create index \`conversation_moved_to_id_index\` on \`conversation\` (\`moved_to_id\`);`);
  }

  override down(): void | Promise<void> {

    this.addSql(`drop table if exists \`business_calendar\`;`);
    this.addSql(`drop table if exists \`canned_reply\`;`);
    this.addSql(`drop table if exists \`ticket_series\`;`);
    this.addSql(`drop table if exists \`ticket_target\`;`);
    this.addSql(`drop table if exists \`ticket\`;`);
    this.addSql(`drop table if exists \`ticket_tag\`;`);

    this.addSql(`drop index \`conversation_moved_to_id_index\`;`);
    this.addSql(`alter table \`conversation\` drop column \`moved_to_id\`;`);
  }

}
