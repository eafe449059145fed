import { Migration } from '@mikro-orm/migrations';

export class Migration0058_uploads extends Migration {

  override name = 'Migration0058_uploads';

  override up(): void | Promise<void> {
    this.addSql(`create table \`upload_receipt\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`session_id\` char(36) not null, \`document_id\` char(36) not null, \`version_id\` char(36) not null, \`sha256\` varchar(64) not null, \`size_bytes\` bigint not null, \`stored_at\` datetime(3) not null, \`key_id\` varchar(16) not null, \`signature\` varchar(88) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`upload_receipt\` add unique \`upload_receipt_session_id_unique\` (\`session_id\`);`);
    this.addSql(`alter table \`upload_receipt\` add index \`upload_receipt_document_id_index\` (\`document_id\`);`);
    this.addSql(`alter table \`upload_receipt\` add index \`upload_receipt_version_id_index\` (\`version_id\`);`);

    this.addSql(`create table \`upload_segment\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`session_id\` char(36) not null, \`position\` int not null, \`size_bytes\` bigint not null, \`stored_bytes\` bigint not null, \`chunk_count\` int not null, \`data_key_id\` char(36) not null, \`sha256\` varchar(64) not null, \`ciphertext_sha256\` varchar(64) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`upload_segment\` add unique \`upload_segment_data_key_id_unique\` (\`data_key_id\`);`);
    this.addSql(`alter table \`upload_segment\` add unique \`upload_segment_session_id_position_unique\` (\`session_id\`, \`position\`);`);

    this.addSql(`create table \`upload_session\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`uploader_id\` char(36) not null, \`cabinet_id\` char(36) not null, \`folder_id\` char(36) null, \`document_id\` char(36) null, \`expected_version\` int null, \`on_name_taken\` enum('REFUSE','NEW_VERSION','KEEP_BOTH') not null default 'REFUSE', \`name\` varchar(255) not null, \`mime_type\` varchar(100) not null, \`kind\` enum('DOCUMENT','IMAGE','AUDIO','VIDEO','ARCHIVE','OTHER') not null, \`size_bytes\` bigint not null, \`sha256\` varchar(64) null, \`delete_after_upload\` tinyint(1) not null default false, \`status\` enum('RECEIVING','FINISHING','DONE','REFUSED','CANCELLED','EXPIRED') not null default 'RECEIVING', \`received_bytes\` bigint not null default '0', \`segment_count\` int not null default 0, \`file_id\` char(36) not null, \`writer\` char(36) null, \`last_active_at\` datetime(3) not null, \`published_at\` datetime(3) null, \`ended_at\` datetime(3) null, \`refusal\` varchar(40) null, \`made_document_id\` char(36) null, \`made_version_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`upload_session\` add index \`upload_session_cabinet_id_index\` (\`cabinet_id\`);`);
    this.addSql(`alter table \`upload_session\` add index \`upload_session_ended_at_index\` (\`ended_at\`);`);
    this.addSql(`alter table \`upload_session\` add index \`upload_session_uploader_id_status_created_at_index\` (\`uploader_id\`, \`status\`, \`created_at\`);`);
    this.addSql(`alter table \`upload_session\` add index \`upload_session_status_last_active_at_index\` (\`status\`, \`last_active_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`upload_receipt\`;`);
    this.addSql(`drop table if exists \`upload_segment\`;`);
    this.addSql(`drop table if exists \`upload_session\`;`);
  }

}
