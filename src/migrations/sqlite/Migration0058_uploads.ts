import { Migration } from '@mikro-orm/migrations';

export class Migration0058_uploads extends Migration {

  override name = 'Migration0058_uploads';

  override up(): void | Promise<void> {
    this.addSql(`create table \`upload_receipt\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`session_id\` char(36) not null, \`document_id\` char(36) not null, \`version_id\` char(36) not null, \`sha256\` text not null, \`size_bytes\` bigint not null, \`stored_at\` datetime not null, \`key_id\` text not null, \`signature\` text not null);`);
    this.addSql(`create unique index \`upload_receipt_session_id_unique\` on \`upload_receipt\` (\`session_id\`);`);
    this.addSql(`create index \`upload_receipt_document_id_index\` on \`upload_receipt\` (\`document_id\`);`);
    this.addSql(`create index \`upload_receipt_version_id_index\` on \`upload_receipt\` (\`version_id\`);`);

    this.addSql(`create table \`upload_segment\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`session_id\` char(36) not null, \`position\` integer not null, \`size_bytes\` bigint not null, \`stored_bytes\` bigint not null, \`chunk_count\` integer not null, \`data_key_id\` char(36) not null, \`sha256\` text not null, \`ciphertext_sha256\` text not null);`);
    this.addSql(`create unique index \`upload_segment_data_key_id_unique\` on \`upload_segment\` (\`data_key_id\`);`);
    this.addSql(`create unique index \`upload_segment_session_id_position_unique\` on \`upload_segment\` (\`session_id\`, \`position\`);`);

    this.addSql(`create table \`upload_session\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`uploader_id\` char(36) not null, \`cabinet_id\` char(36) not null, \`folder_id\` char(36) null, \`document_id\` char(36) null, \`expected_version\` integer null, \`on_name_taken\` text check (\`on_name_taken\` in ('REFUSE', 'NEW_VERSION', 'KEEP_BOTH')) not null default 'REFUSE', \`name\` text not null, \`mime_type\` text not null, \`kind\` text check (\`kind\` in ('DOCUMENT', 'IMAGE', 'AUDIO', 'VIDEO', 'ARCHIVE', 'OTHER')) not null, \`size_bytes\` bigint not null, \`sha256\` text null, \`delete_after_upload\` integer not null default false, \`status\` text check (\`status\` in ('RECEIVING', 'FINISHING', 'DONE', 'REFUSED', 'CANCELLED', 'EXPIRED')) not null default 'RECEIVING', \`received_bytes\` bigint not null default '0', \`segment_count\` integer not null default 0, \`file_id\` char(36) not null, \`writer\` char(36) null, \`last_active_at\` datetime not null, \`published_at\` datetime null, \`ended_at\` datetime null, \`refusal\` text null, \`made_document_id\` char(36) null, \`made_version_id\` char(36) null);`);
    this.addSql(`create index \`upload_session_cabinet_id_index\` on \`upload_session\` (\`cabinet_id\`);`);
    this.addSql(`create index \`upload_session_ended_at_index\` on \`upload_session\` (\`ended_at\`);`);
    this.addSql(`create index \`upload_session_uploader_id_status_created_at_index\` on \`upload_session\` (\`uploader_id\`, \`status\`, \`created_at\`);`);
    this.addSql(`create index \`upload_session_status_last_active_at_index\` on \`upload_session\` (\`status\`, \`last_active_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`upload_receipt\`;`);
    this.addSql(`drop table if exists \`upload_segment\`;`);
    this.addSql(`drop table if exists \`upload_session\`;`);
  }

}
