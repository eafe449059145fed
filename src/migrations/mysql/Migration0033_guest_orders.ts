import { Migration } from '@mikro-orm/migrations';

export class Migration0033_guest_orders extends Migration {

  override name = 'Migration0033_guest_orders';

  override up(): void | Promise<void> {
    this.addSql(`create table \`used_form_ticket\` (\`ticket_hash\` varchar(64) not null, \`created_at\` datetime(3) not null, primary key (\`ticket_hash\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`used_form_ticket\` add index \`used_form_ticket_created_at_index\` (\`created_at\`);`);

    this.addSql(`create table \`guest_order\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`status\` enum('STARTED','REVIEW','AWAITING_PAYMENT','COMPLETED','EXPIRED') not null default 'STARTED', \`first_name\` varchar(50) not null, \`last_name\` varchar(50) not null, \`email\` varchar(255) not null, \`password_hash\` varchar(100) null, \`phone\` varchar(20) null, \`address\` text null, \`locale\` enum('fr','en') not null, \`consents\` json not null, \`network\` varchar(45) null, \`price_item_id\` char(36) not null, \`service\` varchar(255) not null, \`unit\` enum('PACK','PAGE') not null, \`title\` varchar(255) not null, \`description\` text null, \`declared_pages\` int null, \`priority\` enum('LOW','NORMAL','HIGH','URGENT') not null default 'NORMAL', \`start_before_withdrawal\` tinyint(1) not null default false, \`estimated_cents\` bigint not null, \`quoted_cents\` bigint not null, \`currency\` enum('EUR','XOF') not null, \`review_message\` text null, \`review_answer\` text null, \`reviews\` int not null default 0, \`manuscript_id\` char(36) null, \`uploads\` int not null default 0, \`stripe_session_id\` varchar(255) null, \`token_number\` int not null default 1, \`resume_token_hash\` varchar(64) not null, \`activation_token_hash\` varchar(64) null, \`token_expires_at\` datetime(3) null, \`expires_at\` datetime(3) not null, \`processed_at\` datetime(3) null, \`user_id\` char(36) null, \`order_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`guest_order\` add index \`guest_order_manuscript_id_index\` (\`manuscript_id\`);`);
    this.addSql(`alter table \`guest_order\` add unique \`guest_order_stripe_session_id_unique\` (\`stripe_session_id\`);`);
    this.addSql(`alter table \`guest_order\` add unique \`guest_order_resume_token_hash_unique\` (\`resume_token_hash\`);`);
    this.addSql(`alter table \`guest_order\` add unique \`guest_order_activation_token_hash_unique\` (\`activation_token_hash\`);`);
    this.addSql(`alter table \`guest_order\` add index \`guest_order_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`guest_order\` add index \`guest_order_order_id_index\` (\`order_id\`);`);
    this.addSql(`alter table \`guest_order\` add index \`guest_order_email_index\` (\`email\`);`);
    this.addSql(`alter table \`guest_order\` add index \`guest_order_created_at_id_index\` (\`created_at\`, \`id\`);`);
    this.addSql(`alter table \`guest_order\` add index \`guest_order_status_expires_at_index\` (\`status\`, \`expires_at\`);`);
    this.addSql(`alter table \`guest_order\` add index \`guest_order_status_token_expires_at_index\` (\`status\`, \`token_expires_at\`);`);

    this.addSql(`alter table \`payment\` add \`first_subject_id\` char(36) null;`);

    this.addSql(`alter table \`guest_order\` add constraint \`guest_order_manuscript_id_foreign\` foreign key (\`manuscript_id\`) references \`stored_file\` (\`id\`) on delete set null;`);
    this.addSql(`alter table \`guest_order\` add constraint \`guest_order_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete set null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`used_form_ticket\`;`);
    this.addSql(`drop table if exists \`guest_order\`;`);

    this.addSql(`alter table \`payment\` drop column \`first_subject_id\`;`);
  }

}
