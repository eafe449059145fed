import { Migration } from '@mikro-orm/migrations';

export class Migration0034_pages extends Migration {

  override name = 'Migration0034_pages';

  override up(): void | Promise<void> {
    this.addSql(`create table \`faq_category\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`name\` text not null, \`position\` integer not null default 0);`);
    this.addSql(`create unique index \`faq_category_name_unique\` on \`faq_category\` (\`name\`);`);

    this.addSql(`create table \`faq_rating\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`entry_id\` char(36) not null, \`rater_hash\` text not null, constraint \`faq_rating_entry_id_foreign\` foreign key (\`entry_id\`) references \`faq_entry\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`faq_rating_entry_id_index\` on \`faq_rating\` (\`entry_id\`);`);
    this.addSql(`create index \`faq_rating_created_at_index\` on \`faq_rating\` (\`created_at\`);`);
    this.addSql(`create unique index \`faq_rating_entry_id_rater_hash_unique\` on \`faq_rating\` (\`entry_id\`, \`rater_hash\`);`);

    this.addSql(`create table \`page_preview\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`page_id\` char(36) not null, \`token_hash\` text not null, \`expires_at\` datetime not null, \`made_by_id\` char(36) null, constraint \`page_preview_page_id_foreign\` foreign key (\`page_id\`) references \`page\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`page_preview_page_id_index\` on \`page_preview\` (\`page_id\`);`);
    this.addSql(`create unique index \`page_preview_token_hash_unique\` on \`page_preview\` (\`token_hash\`);`);
    this.addSql(`create index \`page_preview_expires_at_index\` on \`page_preview\` (\`expires_at\`);`);

    this.addSql(`create table \`page_redirect\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`slug\` text not null, \`page_id\` char(36) not null, constraint \`page_redirect_page_id_foreign\` foreign key (\`page_id\`) references \`page\` (\`id\`) on delete cascade);`);
    this.addSql(`create unique index \`page_redirect_slug_unique\` on \`page_redirect\` (\`slug\`);`);
    this.addSql(`create index \`page_redirect_page_id_index\` on \`page_redirect\` (\`page_id\`);`);

    this.addSql(`create table \`page_schedule\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`page_id\` char(36) not null, \`action\` text check (\`action\` in ('PUBLISH', 'UNPUBLISH')) not null, \`version_id\` char(36) null, \`at\` datetime not null, \`zone\` text not null, \`status\` text check (\`status\` in ('PLANNED', 'DONE', 'FAILED', 'CANCELLED')) not null default 'PLANNED', \`planned_by_id\` char(36) null, \`ended_at\` datetime null, \`failure\` text null, constraint \`page_schedule_page_id_foreign\` foreign key (\`page_id\`) references \`page\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`page_schedule_page_id_index\` on \`page_schedule\` (\`page_id\`);`);
    this.addSql(`create index \`page_schedule_status_at_index\` on \`page_schedule\` (\`status\`, \`at\`);`);
    this.addSql(`create index \`page_schedule_page_id_status_index\` on \`page_schedule\` (\`page_id\`, \`status\`);`);

    this.addSql(`create table \`page_tag\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`page_id\` char(36) not null, \`name\` text not null, \`position\` integer not null default 0, constraint \`page_tag_page_id_foreign\` foreign key (\`page_id\`) references \`page\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`page_tag_page_id_index\` on \`page_tag\` (\`page_id\`);`);
    this.addSql(`create index \`page_tag_name_index\` on \`page_tag\` (\`name\`);`);
    this.addSql(`create unique index \`page_tag_page_id_name_unique\` on \`page_tag\` (\`page_id\`, \`name\`);`);

    this.addSql(`create table \`page_version\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`page_id\` char(36) not null, \`number\` integer not null, \`slug\` text not null, \`title\` text not null, \`content\` mediumtext not null, \`text\` mediumtext not null, \`excerpt\` text null, \`meta\` json null, \`author_id\` char(36) null, \`note\` text null, \`published_at\` datetime null, constraint \`page_version_page_id_foreign\` foreign key (\`page_id\`) references \`page\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`page_version_page_id_index\` on \`page_version\` (\`page_id\`);`);
    this.addSql(`create unique index \`page_version_page_id_number_unique\` on \`page_version\` (\`page_id\`, \`number\`);`);

    this.addSql(`alter table \`faq_entry\` add column \`useful_count\` integer not null default 0;`);
    this.addSql(`alter table \`faq_entry\` add column \`not_useful_count\` integer not null default 0;`);

    this.addSql(`alter table \`page\` add column \`category\` text null;`);
    this.addSql(`alter table \`page\` add column \`is_public\` integer not null default true;`);
    this.addSql(`alter table \`page\` add column \`require_auth\` integer not null default false;`);
    this.addSql(`alter table \`page\` add column \`live_version_id\` char(36) null;`);
    this.addSql(`alter table \`page\` add column \`draft_version_id\` char(36) null;`);
    this.addSql(`alter table \`page\` add column \`changed_at\` datetime null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`faq_category\`;`);
    this.addSql(`drop table if exists \`faq_rating\`;`);
    this.addSql(`drop table if exists \`page_preview\`;`);
    this.addSql(`drop table if exists \`page_redirect\`;`);
    this.addSql(`drop table if exists \`page_schedule\`;`);
    this.addSql(`drop table if exists \`page_tag\`;`);
    this.addSql(`drop table if exists \`page_version\`;`);

    this.addSql(`alter table \`faq_entry\` drop column \`useful_count\`;`);
    this.addSql(`alter table \`faq_entry\` drop column \`not_useful_count\`;`);

    this.addSql(`alter table \`page\` drop column \`category\`;`);
    this.addSql(`alter table \`page\` drop column \`is_public\`;`);
    this.addSql(`alter table \`page\` drop column \`require_auth\`;`);
    this.addSql(`alter table \`page\` drop column \`live_version_id\`;`);
    this.addSql(`alter table \`page\` drop column \`draft_version_id\`;`);
    this.addSql(`alter table \`page\` drop column \`changed_at\`;`);
  }

}
