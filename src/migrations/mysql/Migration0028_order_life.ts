import { Migration } from '@mikro-orm/migrations';

export class Migration0028_order_life extends Migration {

  override name = 'Migration0028_order_life';

  override up(): void | Promise<void> {
    this.addSql(`create table \`order_note\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`order_id\` char(36) not null, \`author_id\` char(36) not null, \`audience\` enum('ALL','STAFF','ADMIN') not null, \`text\` text not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`order_note\` add index \`order_note_order_id_index\` (\`order_id\`);`);
    this.addSql(`alter table \`order_note\` add index \`order_note_order_id_created_at_id_index\` (\`order_id\`, \`created_at\`, \`id\`);`);

    this.addSql(`create table \`order_event\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`order_id\` char(36) not null, \`kind\` enum('CREATED','UPDATED','SUBMITTED_FOR_REVIEW','PAGES_VERIFIED','PAGES_ACCEPTED','CONSULTATION_REQUESTED','CONSULTATION_CLOSED','QUOTED','QUOTE_ACCEPTED','QUOTE_REFUSED','QUOTE_EXPIRED','PAID','ASSIGNED','UNASSIGNED','DECLINED','STARTED','PROGRESSED','FILE_ADDED','FILE_REPLACED','DELIVERED','DELIVERY_ACCEPTED','CHANGES_REQUESTED','NOTED','DUE_DATE_SET','DUE_DATE_MOVED','EXTENSION_ASKED','EXTENSION_ANSWERED','LATE','SUSPENDED','RESUMED','CANCELLATION_REQUESTED','CANCELLED','REFUNDED','DISPUTED') not null, \`actor_id\` char(36) null, \`facts\` json not null, \`visible_to\` enum('ALL','STAFF','ADMIN') not null default 'ALL', primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`order_event\` add index \`order_event_order_id_index\` (\`order_id\`);`);
    this.addSql(`alter table \`order_event\` add index \`order_event_order_id_created_at_id_index\` (\`order_id\`, \`created_at\`, \`id\`);`);

    this.addSql(`alter table \`customer_order\` add \`measured_pages\` int null, add \`estimated_cents\` bigint null, add \`final_cents\` bigint null, add \`source\` enum('CUSTOMER','GUEST','ADMIN') not null default 'CUSTOMER', add \`created_by_id\` char(36) null, add \`quote_id\` char(36) null, add \`start_before_withdrawal\` tinyint(1) not null default false, add \`turnaround_working_days\` int null, add \`rush_working_days\` int null, add \`due_at\` datetime(3) null, add \`is_late\` tinyint(1) not null default false, add \`suspended_at\` datetime(3) null, add \`suspended_reason\` text null, add \`paused_ms\` bigint not null default '0', add \`cancellation_reason\` varchar(40) null, add \`cancellation_note\` text null, add \`revisions_left\` int not null default 2, add \`progress_percent\` int not null default 0, add \`last_activity_at\` datetime(3) null;`);
    this.addSql(`update \`customer_order\` set \`last_activity_at\` = \`created_at\`, \`estimated_cents\` = \`total_cents\`;`);
    this.addSql(`alter table \`customer_order\` modify \`last_activity_at\` datetime(3) not null;`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_status_due_at_index\` (\`status\`, \`due_at\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_proofreader_id_status_due_at_index\` (\`proofreader_id\`, \`status\`, \`due_at\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_due_at_id_index\` (\`due_at\`, \`id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_priority_created_at_id_index\` (\`priority\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_last_activity_at_id_index\` (\`last_activity_at\`, \`id\`);`);

    this.addSql(`alter table \`order_note\` add constraint \`order_note_order_id_foreign\` foreign key (\`order_id\`) references \`customer_order\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`order_event\` add constraint \`order_event_order_id_foreign\` foreign key (\`order_id\`) references \`customer_order\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`order_note\`;`);
    this.addSql(`drop table if exists \`order_event\`;`);

    this.addSql(`alter table \`customer_order\` drop index \`customer_order_status_due_at_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_proofreader_id_status_due_at_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_due_at_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_priority_created_at_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_last_activity_at_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop column \`measured_pages\`, drop column \`estimated_cents\`, drop column \`final_cents\`, drop column \`source\`, drop column \`created_by_id\`, drop column \`quote_id\`, drop column \`start_before_withdrawal\`, drop column \`turnaround_working_days\`, drop column \`rush_working_days\`, drop column \`due_at\`, drop column \`is_late\`, drop column \`suspended_at\`, drop column \`suspended_reason\`, drop column \`paused_ms\`, drop column \`cancellation_reason\`, drop column \`cancellation_note\`, drop column \`revisions_left\`, drop column \`progress_percent\`, drop column \`last_activity_at\`;`);
  }

}
