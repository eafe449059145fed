import { Migration } from '@mikro-orm/migrations';

export class Migration0034_pages extends Migration {

  override name = 'Migration0034_pages';

  override up(): void | Promise<void> {
    this.addSql(`create table \`faq_category\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`name\` varchar(100) not null, \`position\` int not null default 0, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`faq_category\` add unique \`faq_category_name_unique\` (\`name\`);`);

    this.addSql(`create table \`faq_rating\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`entry_id\` char(36) not null, \`rater_hash\` varchar(64) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`faq_rating\` add index \`faq_rating_entry_id_index\` (\`entry_id\`);`);
    this.addSql(`alter table \`faq_rating\` add index \`faq_rating_created_at_index\` (\`created_at\`);`);
    this.addSql(`alter table \`faq_rating\` add unique \`faq_rating_entry_id_rater_hash_unique\` (\`entry_id\`, \`rater_hash\`);`);

    this.addSql(`create table \`page_preview\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`page_id\` char(36) not null, \`token_hash\` varchar(64) not null, \`expires_at\` datetime(3) not null, \`made_by_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`page_preview\` add index \`page_preview_page_id_index\` (\`page_id\`);`);
    this.addSql(`alter table \`page_preview\` add unique \`page_preview_token_hash_unique\` (\`token_hash\`);`);
    this.addSql(`alter table \`page_preview\` add index \`page_preview_expires_at_index\` (\`expires_at\`);`);

    this.addSql(`create table \`page_redirect\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`slug\` varchar(255) not null, \`page_id\` char(36) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`page_redirect\` add unique \`page_redirect_slug_unique\` (\`slug\`);`);
    this.addSql(`alter table \`page_redirect\` add index \`page_redirect_page_id_index\` (\`page_id\`);`);

    this.addSql(`create table \`page_schedule\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`page_id\` char(36) not null, \`action\` enum('PUBLISH','UNPUBLISH') not null, \`version_id\` char(36) null, \`at\` datetime(3) not null, \`zone\` varchar(64) not null, \`status\` enum('PLANNED','DONE','FAILED','CANCELLED') not null default 'PLANNED', \`planned_by_id\` char(36) null, \`ended_at\` datetime(3) null, \`failure\` varchar(100) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`page_schedule\` add index \`page_schedule_page_id_index\` (\`page_id\`);`);
    this.addSql(`alter table \`page_schedule\` add index \`page_schedule_status_at_index\` (\`status\`, \`at\`);`);
    this.addSql(`alter table \`page_schedule\` add index \`page_schedule_page_id_status_index\` (\`page_id\`, \`status\`);`);

    this.addSql(`create table \`page_tag\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`page_id\` char(36) not null, \`name\` varchar(50) not null, \`position\` int not null default 0, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`page_tag\` add index \`page_tag_page_id_index\` (\`page_id\`);`);
    this.addSql(`alter table \`page_tag\` add index \`page_tag_name_index\` (\`name\`);`);
    this.addSql(`alter table \`page_tag\` add unique \`page_tag_page_id_name_unique\` (\`page_id\`, \`name\`);`);

    this.addSql(`create table \`page_version\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`page_id\` char(36) not null, \`number\` int not null, \`slug\` varchar(255) not null, \`title\` varchar(255) not null, \`content\` mediumtext not null, \`text\` mediumtext not null, \`excerpt\` text null, \`meta\` json null, \`author_id\` char(36) null, \`note\` varchar(500) null, \`published_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`page_version\` add index \`page_version_page_id_index\` (\`page_id\`);`);
    this.addSql(`alter table \`page_version\` add unique \`page_version_page_id_number_unique\` (\`page_id\`, \`number\`);`);

    this.addSql(`alter table \`faq_entry\` add \`useful_count\` int not null default 0, add \`not_useful_count\` int not null default 0;`);

    this.addSql(`alter table \`page\` add \`category\` varchar(100) null, add \`is_public\` tinyint(1) not null default true, add \`require_auth\` tinyint(1) not null default false, add \`live_version_id\` char(36) null, add \`draft_version_id\` char(36) null, add \`changed_at\` datetime(3) null;`);

    this.addSql(`alter table \`faq_rating\` add constraint \`faq_rating_entry_id_foreign\` foreign key (\`entry_id\`) references \`faq_entry\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`page_preview\` add constraint \`page_preview_page_id_foreign\` foreign key (\`page_id\`) references \`page\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`page_redirect\` add constraint \`page_redirect_page_id_foreign\` foreign key (\`page_id\`) references \`page\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`page_schedule\` add constraint \`page_schedule_page_id_foreign\` foreign key (\`page_id\`) references \`page\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`page_tag\` add constraint \`page_tag_page_id_foreign\` foreign key (\`page_id\`) references \`page\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`page_version\` add constraint \`page_version_page_id_foreign\` foreign key (\`page_id\`) references \`page\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`faq_category\`;`);
    this.addSql(`drop table if exists \`faq_rating\`;`);
    this.addSql(`drop table if exists \`page_preview\`;`);
    this.addSql(`drop table if exists \`page_redirect\`;`);
    this.addSql(`drop table if exists \`page_schedule\`;`);
    this.addSql(`drop table if exists \`page_tag\`;`);
    this.addSql(`drop table if exists \`page_version\`;`);

    this.addSql(`alter table \`faq_entry\` drop column \`useful_count\`, drop column \`not_useful_count\`;`);

    this.addSql(`alter table \`page\` drop column \`category\`, drop column \`is_public\`, drop column \`require_auth\`, drop column \`live_version_id\`, drop column \`draft_version_id\`, drop column \`changed_at\`;`);
  }

}
