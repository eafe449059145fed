import { Migration } from '@mikro-orm/migrations';

export class Migration0074_visitors extends Migration {

  override name = 'Migration0074_visitors';

  override up(): void | Promise<void> {
    this.addSql(`create table \`form_block\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`kind\` enum('WORD','ADDRESS','SITE') not null, \`value\` varchar(255) not null, \`is_learnt\` tinyint(1) not null default false, \`created_by_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`form_block\` add unique \`form_block_kind_value_unique\` (\`kind\`, \`value\`);`);

    this.addSql(`create table \`visitor\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`purpose\` enum('CONTACT','FREE_SAMPLE') not null default 'CONTACT', \`name\` varchar(255) not null, \`email\` varchar(255) not null, \`locale\` enum('fr','en') not null, \`consent_version\` varchar(20) not null, \`network\` varchar(45) null, \`subject\` varchar(255) not null, \`genre\` varchar(100) null, \`token_number\` int not null default 1, \`token_hash\` varchar(64) not null, \`token_expires_at\` datetime(3) null, \`verified_at\` datetime(3) null, \`blocked_at\` datetime(3) null, \`mailed_seq\` int not null default 0, \`read_seq\` int not null default 0, \`user_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`visitor\` add unique \`visitor_token_hash_unique\` (\`token_hash\`);`);
    this.addSql(`alter table \`visitor\` add index \`visitor_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`visitor\` add index \`visitor_email_created_at_index\` (\`email\`, \`created_at\`);`);
    this.addSql(`alter table \`visitor\` add index \`visitor_created_at_id_index\` (\`created_at\`, \`id\`);`);

    this.addSql(`create table \`held_message\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`visitor_id\` char(36) not null, \`content\` mediumtext not null, \`file_id\` char(36) null, \`reasons\` json not null, \`spam_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`held_message\` add index \`held_message_visitor_id_index\` (\`visitor_id\`);`);
    this.addSql(`alter table \`held_message\` add index \`held_message_file_id_index\` (\`file_id\`);`);
    this.addSql(`alter table \`held_message\` add index \`held_message_spam_at_created_at_id_index\` (\`spam_at\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`held_message\` add index \`held_message_created_at_id_index\` (\`created_at\`, \`id\`);`);

    this.addSql(`alter table \`conversation\` add \`visitor_id\` char(36) null;`);
    this.addSql(`alter table \`conversation\` add constraint \`conversation_visitor_id_foreign\` foreign key (\`visitor_id\`) references \`visitor\` (\`id\`) on delete set null;`);
    this.addSql(`alter table \`conversation\` add index \`conversation_visitor_id_index\` (\`visitor_id\`);`);

    this.addSql(`alter table \`message\` add \`visitor_id\` char(36) null;`);
    this.addSql(`alter table \`message\` add constraint \`message_visitor_id_foreign\` foreign key (\`visitor_id\`) references \`visitor\` (\`id\`) on delete set null;`);
    this.addSql(`alter table \`message\` add index \`message_visitor_id_index\` (\`visitor_id\`);`);

    this.addSql(`alter table \`visitor\` add constraint \`visitor_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete set null;`);

    this.addSql(`alter table \`held_message\` add constraint \`held_message_visitor_id_foreign\` foreign key (\`visitor_id\`) references \`visitor\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`held_message\` add constraint \`held_message_file_id_foreign\` foreign key (\`file_id\`) references \`stored_file\` (\`id\`) on delete set null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`held_message\` drop foreign key \`held_message_visitor_id_foreign\`;`);
    this.addSql(`alter table \`conversation\` drop foreign key \`conversation_visitor_id_foreign\`;`);
    this.addSql(`alter table \`message\` drop foreign key \`message_visitor_id_foreign\`;`);

    this.addSql(`drop table if exists \`form_block\`;`);
    this.addSql(`drop table if exists \`visitor\`;`);
    this.addSql(`drop table if exists \`held_message\`;`);

    this.addSql(`alter table \`conversation\` drop index \`conversation_visitor_id_index\`;`);
    this.addSql(`alter table \`conversation\` drop column \`visitor_id\`;`);

    this.addSql(`alter table \`message\` drop index \`message_visitor_id_index\`;`);
    this.addSql(`alter table \`message\` drop column \`visitor_id\`;`);
  }

}
