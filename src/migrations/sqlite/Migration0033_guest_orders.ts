import { Migration } from '@mikro-orm/migrations';

export class Migration0033_guest_orders extends Migration {

  override name = 'Migration0033_guest_orders';

  override up(): void | Promise<void> {
    this.addSql(`create table \`used_form_ticket\` (\`ticket_hash\` text not null primary key, \`created_at\` datetime not null);`);
    this.addSql(`create index \`used_form_ticket_created_at_index\` on \`used_form_ticket\` (\`created_at\`);`);

    this.addSql(`create table \`guest_order\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`status\` text check (\`status\` in ('STARTED', 'REVIEW', 'AWAITING_PAYMENT', 'COMPLETED', 'EXPIRED')) not null default 'STARTED', \`first_name\` text not null, \`last_name\` text not null, \`email\` text not null, \`password_hash\` text null, \`phone\` text null, \`address\` text null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null, \`consents\` json not null, \`network\` text null, \`price_item_id\` char(36) not null, \`service\` text not null, \`unit\` text check (\`unit\` in ('PACK', 'PAGE')) not null, \`title\` text not null, \`description\` text null, \`declared_pages\` integer null, \`priority\` text check (\`priority\` in ('LOW', 'NORMAL', 'HIGH', 'URGENT')) not null default 'NORMAL', \`start_before_withdrawal\` integer not null default false, \`estimated_cents\` bigint not null, \`quoted_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null, \`review_message\` text null, \`review_answer\` text null, \`reviews\` integer not null default 0, \`manuscript_id\` char(36) null, \`uploads\` integer not null default 0, \`stripe_session_id\` text null, \`token_number\` integer not null default 1, \`resume_token_hash\` text not null, \`activation_token_hash\` text null, \`token_expires_at\` datetime null, \`expires_at\` datetime not null, \`processed_at\` datetime null, \`user_id\` char(36) null, \`order_id\` char(36) null, constraint \`guest_order_manuscript_id_foreign\` foreign key (\`manuscript_id\`) references \`stored_file\` (\`id\`) on delete set null, constraint \`guest_order_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`create index \`guest_order_manuscript_id_index\` on \`guest_order\` (\`manuscript_id\`);`);
    this.addSql(`create unique index \`guest_order_stripe_session_id_unique\` on \`guest_order\` (\`stripe_session_id\`);`);
    this.addSql(`create unique index \`guest_order_resume_token_hash_unique\` on \`guest_order\` (\`resume_token_hash\`);`);
    this.addSql(`create unique index \`guest_order_activation_token_hash_unique\` on \`guest_order\` (\`activation_token_hash\`);`);
    this.addSql(`create index \`guest_order_user_id_index\` on \`guest_order\` (\`user_id\`);`);
    this.addSql(`create index \`guest_order_order_id_index\` on \`guest_order\` (\`order_id\`);`);
    this.addSql(`create index \`guest_order_email_index\` on \`guest_order\` (\`email\`);`);
    this.addSql(`create index \`guest_order_created_at_id_index\` on \`guest_order\` (\`created_at\`, \`id\`);`);
    this.addSql(`create index \`guest_order_status_expires_at_index\` on \`guest_order\` (\`status\`, \`expires_at\`);`);
    this.addSql(`create index \`guest_order_status_token_expires_at_index\` on \`guest_order\` (\`status\`, \`token_expires_at\`);`);

    this.addSql(`alter table \`payment\` add column \`first_subject_id\` char(36) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`used_form_ticket\`;`);
    this.addSql(`drop table if exists \`guest_order\`;`);

    this.addSql(`alter table \`payment\` drop column \`first_subject_id\`;`);
  }

}
