import { Migration } from '@mikro-orm/migrations';

export class Migration0028_order_life extends Migration {

  override name = 'Migration0028_order_life';

  override up(): void | Promise<void> {
    this.addSql(`create table \`order_note\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`order_id\` char(36) not null, \`author_id\` char(36) not null, \`audience\` text check (\`audience\` in ('ALL', 'STAFF', 'ADMIN')) not null, \`text\` text not null, constraint \`order_note_order_id_foreign\` foreign key (\`order_id\`) references \`customer_order\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`order_note_order_id_index\` on \`order_note\` (\`order_id\`);`);
    this.addSql(`create index \`order_note_order_id_created_at_id_index\` on \`order_note\` (\`order_id\`, \`created_at\`, \`id\`);`);

    this.addSql(`create table \`order_event\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`order_id\` char(36) not null, \`kind\` text check (\`kind\` in ('CREATED', 'UPDATED', 'SUBMITTED_FOR_REVIEW', 'PAGES_VERIFIED', 'PAGES_ACCEPTED', 'CONSULTATION_REQUESTED', 'CONSULTATION_CLOSED', 'QUOTED', 'QUOTE_ACCEPTED', 'QUOTE_REFUSED', 'QUOTE_EXPIRED', 'PAID', 'ASSIGNED', 'UNASSIGNED', 'DECLINED', 'STARTED', 'PROGRESSED', 'FILE_ADDED', 'FILE_REPLACED', 'DELIVERED', 'DELIVERY_ACCEPTED', 'CHANGES_REQUESTED', 'NOTED', 'DUE_DATE_SET', 'DUE_DATE_MOVED', 'EXTENSION_ASKED', 'EXTENSION_ANSWERED', 'LATE', 'SUSPENDED', 'RESUMED', 'CANCELLATION_REQUESTED', 'CANCELLED', 'REFUNDED', 'DISPUTED')) not null, \`actor_id\` char(36) null, \`facts\` json not null, \`visible_to\` text check (\`visible_to\` in ('ALL', 'STAFF', 'ADMIN')) not null default 'ALL', constraint \`order_event_order_id_foreign\` foreign key (\`order_id\`) references \`customer_order\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`order_event_order_id_index\` on \`order_event\` (\`order_id\`);`);
    this.addSql(`create index \`order_event_order_id_created_at_id_index\` on \`order_event\` (\`order_id\`, \`created_at\`, \`id\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`customer_order__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`customer_id\` char(36) not null, \`proofreader_id\` char(36) null, \`title\` text not null, \`title_key\` text not null default '', \`description\` text null, \`status\` text check (\`status\` in ('PENDING', 'AWAITING_REVIEW', 'AWAITING_CONSULTATION', 'QUOTE_SENT', 'PAID', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'SUSPENDED')) not null default 'PENDING', \`priority\` text check (\`priority\` in ('LOW', 'NORMAL', 'HIGH', 'URGENT')) not null default 'NORMAL', \`price_item_id\` char(36) not null, \`service\` text not null, \`unit\` text check (\`unit\` in ('PACK', 'PAGE')) not null default 'PACK', \`declared_pages\` integer null, \`verified_pages\` integer null, \`measured_pages\` integer null, \`total_cents\` bigint not null, \`estimated_cents\` bigint null, \`final_cents\` bigint null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`customer_note\` text null, \`proofreader_note\` text null, \`paid_at\` datetime null, \`started_at\` datetime null, \`completed_at\` datetime null, \`cancelled_at\` datetime null, \`source\` text not null default 'CUSTOMER', \`created_by_id\` char(36) null, \`quote_id\` char(36) null, \`start_before_withdrawal\` integer not null default false, \`turnaround_working_days\` integer null, \`rush_working_days\` integer null, \`due_at\` datetime null, \`is_late\` integer not null default false, \`suspended_from\` text check (\`suspended_from\` in ('PENDING', 'AWAITING_REVIEW', 'AWAITING_CONSULTATION', 'QUOTE_SENT', 'PAID', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'SUSPENDED')) null, \`suspended_at\` datetime null, \`suspended_reason\` text null, \`paused_ms\` bigint not null default '0', \`cancellation_reason\` text null, \`cancellation_note\` text null, \`revisions_left\` integer not null default 2, \`progress_percent\` integer not null default 0, \`last_activity_at\` datetime not null, constraint \`customer_order_customer_id_foreign\` foreign key (\`customer_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`customer_order_proofreader_id_foreign\` foreign key (\`proofreader_id\`) references \`user\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`customer_order__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`customer_id\`, \`proofreader_id\`, \`title\`, \`title_key\`, \`description\`, \`status\`, \`priority\`, \`price_item_id\`, \`service\`, \`unit\`, \`declared_pages\`, \`verified_pages\`, null as \`measured_pages\`, \`total_cents\`, \`total_cents\` as \`estimated_cents\`, null as \`final_cents\`, \`currency\`, \`customer_note\`, \`proofreader_note\`, \`paid_at\`, \`started_at\`, \`completed_at\`, \`cancelled_at\`, 'CUSTOMER' as \`source\`, null as \`created_by_id\`, null as \`quote_id\`, 0 as \`start_before_withdrawal\`, null as \`turnaround_working_days\`, null as \`rush_working_days\`, null as \`due_at\`, 0 as \`is_late\`, \`suspended_from\`, null as \`suspended_at\`, null as \`suspended_reason\`, 0 as \`paused_ms\`, null as \`cancellation_reason\`, null as \`cancellation_note\`, 2 as \`revisions_left\`, 0 as \`progress_percent\`, \`created_at\` as \`last_activity_at\` from \`customer_order\`;`);
    this.addSql(`drop table \`customer_order\`;`);
    this.addSql(`alter table \`customer_order__temp_alter\` rename to \`customer_order\`;`);
    this.addSql(`create index \`customer_order_customer_id_index\` on \`customer_order\` (\`customer_id\`);`);
    this.addSql(`create index \`customer_order_proofreader_id_index\` on \`customer_order\` (\`proofreader_id\`);`);
    this.addSql(`create index \`customer_order_status_created_at_id_index\` on \`customer_order\` (\`status\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_customer_id_created_at_id_index\` on \`customer_order\` (\`customer_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_proofreader_id_created_at_id_index\` on \`customer_order\` (\`proofreader_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_created_at_id_index\` on \`customer_order\` (\`created_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_title_key_id_index\` on \`customer_order\` (\`title_key\`, \`id\`);`);
    this.addSql(`create index \`customer_order_total_cents_id_index\` on \`customer_order\` (\`total_cents\`, \`id\`);`);
    this.addSql(`create index \`customer_order_status_due_at_index\` on \`customer_order\` (\`status\`, \`due_at\`);`);
    this.addSql(`create index \`customer_order_proofreader_id_status_due_at_index\` on \`customer_order\` (\`proofreader_id\`, \`status\`, \`due_at\`);`);
    this.addSql(`create index \`customer_order_due_at_id_index\` on \`customer_order\` (\`due_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_priority_created_at_id_index\` on \`customer_order\` (\`priority\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_last_activity_at_id_index\` on \`customer_order\` (\`last_activity_at\`, \`id\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`order_note\`;`);
    this.addSql(`drop table if exists \`order_event\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`customer_order__temp_alter\` (\`cancelled_at\` datetime null, \`completed_at\` datetime null, \`created_at\` datetime not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`customer_id\` char not null, \`customer_note\` text null, \`declared_pages\` integer null, \`description\` text null, \`id\` char not null primary key, \`paid_at\` datetime null, \`price_item_id\` char not null, \`priority\` text check (\`priority\` in ('LOW', 'NORMAL', 'HIGH', 'URGENT')) not null default 'NORMAL', \`proofreader_id\` char null, \`proofreader_note\` text null, \`service\` text not null, \`started_at\` datetime null, \`status\` text check (\`status\` in ('PENDING', 'AWAITING_REVIEW', 'AWAITING_CONSULTATION', 'QUOTE_SENT', 'PAID', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'SUSPENDED')) not null default 'PENDING', \`suspended_from\` text check (\`suspended_from\` in ('PENDING', 'AWAITING_REVIEW', 'AWAITING_CONSULTATION', 'QUOTE_SENT', 'PAID', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'SUSPENDED')) null, \`title\` text not null, \`title_key\` text not null default '', \`total_cents\` bigint not null, \`unit\` text check (\`unit\` in ('PACK', 'PAGE')) not null default 'PACK', \`verified_pages\` integer null, \`version\` integer not null default 1, constraint \`customer_order_customer_id_foreign\` foreign key (\`customer_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`customer_order_proofreader_id_foreign\` foreign key (\`proofreader_id\`) references \`user\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`customer_order__temp_alter\` select \`cancelled_at\`, \`completed_at\`, \`created_at\`, \`currency\`, \`customer_id\`, \`customer_note\`, \`declared_pages\`, \`description\`, \`id\`, \`paid_at\`, \`price_item_id\`, \`priority\`, \`proofreader_id\`, \`proofreader_note\`, \`service\`, \`started_at\`, \`status\`, \`suspended_from\`, \`title\`, \`title_key\`, \`total_cents\`, \`unit\`, \`verified_pages\`, \`version\` from \`customer_order\`;`);
    this.addSql(`drop table \`customer_order\`;`);
    this.addSql(`alter table \`customer_order__temp_alter\` rename to \`customer_order\`;`);
    this.addSql(`create index \`customer_order_created_at_id_index\` on \`customer_order\` (\`created_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_customer_id_created_at_id_index\` on \`customer_order\` (\`customer_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_customer_id_index\` on \`customer_order\` (\`customer_id\`);`);
    this.addSql(`create index \`customer_order_proofreader_id_created_at_id_index\` on \`customer_order\` (\`proofreader_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_proofreader_id_index\` on \`customer_order\` (\`proofreader_id\`);`);
    this.addSql(`create index \`customer_order_status_created_at_id_index\` on \`customer_order\` (\`status\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_title_key_id_index\` on \`customer_order\` (\`title_key\`, \`id\`);`);
    this.addSql(`create index \`customer_order_total_cents_id_index\` on \`customer_order\` (\`total_cents\`, \`id\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

}
