import { Migration } from '@mikro-orm/migrations';

export class Migration0074_visitors extends Migration {

  override name = 'Migration0074_visitors';

  override up(): void | Promise<void> {
    this.addSql(`create table \`form_block\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`kind\` text check (\`kind\` in ('WORD', 'ADDRESS', 'SITE')) not null, \`value\` text not null, \`is_learnt\` integer not null default false, \`created_by_id\` char(36) null);`);
    this.addSql(`create unique index \`form_block_kind_value_unique\` on \`form_block\` (\`kind\`, \`value\`);`);

    this.addSql(`create table \`visitor\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`purpose\` text check (\`purpose\` in ('CONTACT', 'FREE_SAMPLE')) not null default 'CONTACT', \`name\` text not null, \`email\` text not null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null, \`consent_version\` text not null, \`network\` text null, \`subject\` text not null, \`genre\` text null, \`token_number\` integer not null default 1, \`token_hash\` text not null, \`token_expires_at\` datetime null, \`verified_at\` datetime null, \`blocked_at\` datetime null, \`mailed_seq\` integer not null default 0, \`read_seq\` integer not null default 0, \`user_id\` char(36) null, constraint \`visitor_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`create unique index \`visitor_token_hash_unique\` on \`visitor\` (\`token_hash\`);`);
    this.addSql(`create index \`visitor_user_id_index\` on \`visitor\` (\`user_id\`);`);
    this.addSql(`create index \`visitor_email_created_at_index\` on \`visitor\` (\`email\`, \`created_at\`);`);
    this.addSql(`create index \`visitor_created_at_id_index\` on \`visitor\` (\`created_at\`, \`id\`);`);

    this.addSql(`create table \`held_message\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`visitor_id\` char(36) not null, \`content\` mediumtext not null, \`file_id\` char(36) null, \`reasons\` json not null, \`spam_at\` datetime null, constraint \`held_message_visitor_id_foreign\` foreign key (\`visitor_id\`) references \`visitor\` (\`id\`) on delete cascade, constraint \`held_message_file_id_foreign\` foreign key (\`file_id\`) references \`stored_file\` (\`id\`) on delete set null);`);
    this.addSql(`create index \`held_message_visitor_id_index\` on \`held_message\` (\`visitor_id\`);`);
    this.addSql(`create index \`held_message_file_id_index\` on \`held_message\` (\`file_id\`);`);
    this.addSql(`create index \`held_message_spam_at_created_at_id_index\` on \`held_message\` (\`spam_at\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`held_message_created_at_id_index\` on \`held_message\` (\`created_at\`, \`id\`);`);

    this.addSql(`alter table \`conversation\` add column \`visitor_id\` char(36) null constraint \`conversation_visitor_id_foreign\` references \`visitor\` (\`id\`) on delete set null;`);
    this.addSql(`create index \`conversation_visitor_id_index\` on \`conversation\` (\`visitor_id\`);`);

    this.addSql(`alter table \`message\` add column \`visitor_id\` char(36) null constraint \`message_visitor_id_foreign\` references \`visitor\` (\`id\`) on delete set null;`);
    this.addSql(`create index \`message_visitor_id_index\` on \`message\` (\`visitor_id\`);`);
  }

  override down(): void | Promise<void> {

    this.addSql(`drop table if exists \`form_block\`;`);
    this.addSql(`drop table if exists \`visitor\`;`);
    this.addSql(`drop table if exists \`held_message\`;`);

    this.addSql(`drop index \`conversation_visitor_id_index\`;`);
    this.addSql(`alter table \`conversation\` drop column \`visitor_id\`;`);

    this.addSql(`drop index \`message_visitor_id_index\`;`);
    this.addSql(`alter table \`message\` drop column \`visitor_id\`;`);
  }

}
