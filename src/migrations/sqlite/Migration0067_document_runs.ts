import { Migration } from '@mikro-orm/migrations';

export class Migration0067_document_runs extends Migration {

  override name = 'Migration0067_document_runs';

  override up(): void | Promise<void> {
    this.addSql(`create table \`document_run\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`requested_by\` char(36) not null, \`action\` text check (\`action\` in ('MOVE', 'COPY', 'TRASH', 'RESTORE', 'PURGE', 'TAG', 'UNTAG', 'SET_TYPE', 'LOCK', 'UNLOCK')) not null, \`facts\` json not null, \`status\` text check (\`status\` in ('RUNNING', 'DONE', 'CANCELLED')) not null default 'RUNNING', \`total\` integer not null, \`done\` integer not null default 0, \`refused\` integer not null default 0, \`content_bytes\` bigint not null default '0', \`sealed_bytes\` bigint not null default '0', \`last_active_at\` datetime not null, \`published_at\` datetime null, \`ended_at\` datetime null);`);
    this.addSql(`create index \`document_run_ended_at_index\` on \`document_run\` (\`ended_at\`);`);
    this.addSql(`create index \`document_run_requested_by_status_created_at_index\` on \`document_run\` (\`requested_by\`, \`status\`, \`created_at\`);`);
    this.addSql(`create index \`document_run_status_last_active_at_index\` on \`document_run\` (\`status\`, \`last_active_at\`);`);

    this.addSql(`create table \`document_run_item\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`run_id\` char(36) not null, \`position\` integer not null, \`document_id\` char(36) not null, \`outcome\` text check (\`outcome\` in ('WAITING', 'DONE', 'REFUSED')) not null default 'WAITING', \`code\` text null, \`made_document_id\` char(36) null, \`left_behind\` json not null, constraint \`document_run_item_run_id_foreign\` foreign key (\`run_id\`) references \`document_run\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`document_run_item_run_id_index\` on \`document_run_item\` (\`run_id\`);`);
    this.addSql(`create unique index \`document_run_item_run_id_position_unique\` on \`document_run_item\` (\`run_id\`, \`position\`);`);

    this.addSql(`create table \`document_run_content\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`item_id\` char(36) not null, \`version_id\` char(36) not null, \`file_id\` char(36) not null, \`size_bytes\` bigint not null, \`stored_bytes\` bigint not null, \`chunk_count\` integer not null, \`data_key_id\` char(36) not null, \`sha256\` text not null, \`ciphertext_sha256\` text not null, constraint \`document_run_content_item_id_foreign\` foreign key (\`item_id\`) references \`document_run_item\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`document_run_content_item_id_index\` on \`document_run_content\` (\`item_id\`);`);
    this.addSql(`create unique index \`document_run_content_data_key_id_unique\` on \`document_run_content\` (\`data_key_id\`);`);
    this.addSql(`create unique index \`document_run_content_item_id_version_id_unique\` on \`document_run_content\` (\`item_id\`, \`version_id\`);`);
  }

  override down(): void | Promise<void> {

    this.addSql(`drop table if exists \`document_run\`;`);
    this.addSql(`drop table if exists \`document_run_item\`;`);
    this.addSql(`drop table if exists \`document_run_content\`;`);
  }

}
