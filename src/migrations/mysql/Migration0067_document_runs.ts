import { Migration } from '@mikro-orm/migrations';

export class Migration0067_document_runs extends Migration {

  override name = 'Migration0067_document_runs';

  override up(): void | Promise<void> {
    this.addSql(`create table \`document_run\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`requested_by\` char(36) not null, \`action\` enum('MOVE','COPY','TRASH','RESTORE','PURGE','TAG','UNTAG','SET_TYPE','LOCK','UNLOCK') not null, \`facts\` json not null, \`status\` enum('RUNNING','DONE','CANCELLED') not null default 'RUNNING', \`total\` int not null, \`done\` int not null default 0, \`refused\` int not null default 0, \`content_bytes\` bigint not null default '0', \`sealed_bytes\` bigint not null default '0', \`last_active_at\` datetime(3) not null, \`published_at\` datetime(3) null, \`ended_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`document_run\` add index \`document_run_ended_at_index\` (\`ended_at\`);`);
    this.addSql(`alter table \`document_run\` add index \`document_run_requested_by_status_created_at_index\` (\`requested_by\`, \`status\`, \`created_at\`);`);
    this.addSql(`alter table \`document_run\` add index \`document_run_status_last_active_at_index\` (\`status\`, \`last_active_at\`);`);

    this.addSql(`create table \`document_run_item\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`run_id\` char(36) not null, \`position\` int not null, \`document_id\` char(36) not null, \`outcome\` enum('WAITING','DONE','REFUSED') not null default 'WAITING', \`code\` varchar(40) null, \`made_document_id\` char(36) null, \`left_behind\` json not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`document_run_item\` add index \`document_run_item_run_id_index\` (\`run_id\`);`);
    this.addSql(`alter table \`document_run_item\` add unique \`document_run_item_run_id_position_unique\` (\`run_id\`, \`position\`);`);

    this.addSql(`create table \`document_run_content\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`item_id\` char(36) not null, \`version_id\` char(36) not null, \`file_id\` char(36) not null, \`size_bytes\` bigint not null, \`stored_bytes\` bigint not null, \`chunk_count\` int not null, \`data_key_id\` char(36) not null, \`sha256\` varchar(64) not null, \`ciphertext_sha256\` varchar(64) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`document_run_content\` add index \`document_run_content_item_id_index\` (\`item_id\`);`);
    this.addSql(`alter table \`document_run_content\` add unique \`document_run_content_data_key_id_unique\` (\`data_key_id\`);`);
    this.addSql(`alter table \`document_run_content\` add unique \`document_run_content_item_id_version_id_unique\` (\`item_id\`, \`version_id\`);`);

    this.addSql(`alter table \`document_run_item\` add constraint \`document_run_item_run_id_foreign\` foreign key (\`run_id\`) references \`document_run\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`document_run_content\` add constraint \`document_run_content_item_id_foreign\` foreign key (\`item_id\`) references \`document_run_item\` (\`id\`) on delete restrict;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`document_run_item\` drop foreign key \`document_run_item_run_id_foreign\`;`);
    this.addSql(`alter table \`document_run_content\` drop foreign key \`document_run_content_item_id_foreign\`;`);

    this.addSql(`drop table if exists \`document_run\`;`);
    this.addSql(`drop table if exists \`document_run_item\`;`);
    this.addSql(`drop table if exists \`document_run_content\`;`);
  }

}
