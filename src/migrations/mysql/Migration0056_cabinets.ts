import { Migration } from '@mikro-orm/migrations';

export class Migration0056_cabinets extends Migration {

  override name = 'Migration0056_cabinets';

  override up(): void | Promise<void> {
    this.addSql(`create table \`cabinet\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`owner_id\` char(36) not null, \`name\` varchar(120) not null, \`name_folded\` varchar(240) not null default '', \`name_key\` varchar(64) null, \`description\` text null, \`colour\` enum('GREY','RED','ORANGE','YELLOW','GREEN','TEAL','BLUE','PURPLE') not null default 'GREY', \`status\` enum('ACTIVE','ARCHIVED','DELETING','DESTROYED') not null default 'ACTIVE', \`storage_limit\` bigint null, \`is_above_plan\` tinyint(1) not null default false, \`trash_days\` int not null default 30, \`default_type_id\` char(36) null, \`shares_by_contributors\` tinyint(1) not null default false, \`document_count\` int not null default 0, \`folder_count\` int not null default 0, \`used_bytes\` bigint not null default '0', \`reserved_bytes\` bigint not null default '0', \`deleted_at\` datetime(3) null, \`destroyed_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`cabinet\` add index \`cabinet_owner_id_index\` (\`owner_id\`);`);
    this.addSql(`alter table \`cabinet\` add unique \`cabinet_name_key_unique\` (\`name_key\`);`);
    this.addSql(`alter table \`cabinet\` add index \`cabinet_name_folded_id_index\` (\`name_folded\`, \`id\`);`);
    this.addSql(`alter table \`cabinet\` add index \`cabinet_created_at_id_index\` (\`created_at\`, \`id\`);`);
    this.addSql(`alter table \`cabinet\` add index \`cabinet_status_deleted_at_index\` (\`status\`, \`deleted_at\`);`);

    this.addSql(`create table \`tag\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`cabinet_id\` char(36) not null, \`name\` varchar(60) not null, \`name_folded\` varchar(120) not null default '', \`name_key\` varchar(64) not null, \`colour\` enum('GREY','RED','ORANGE','YELLOW','GREEN','TEAL','BLUE','PURPLE') not null default 'GREY', primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`tag\` add index \`tag_cabinet_id_index\` (\`cabinet_id\`);`);
    this.addSql(`alter table \`tag\` add unique \`tag_name_key_unique\` (\`name_key\`);`);
    this.addSql(`alter table \`tag\` add index \`tag_cabinet_id_name_folded_id_index\` (\`cabinet_id\`, \`name_folded\`, \`id\`);`);

    this.addSql(`create table \`folder\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`cabinet_id\` char(36) not null, \`parent_id\` char(36) null, \`name\` varchar(255) not null, \`name_folded\` varchar(510) not null default '', \`name_key\` varchar(64) not null, \`is_named\` tinyint(1) null default true, \`status\` enum('ACTIVE','TRASHED') not null default 'ACTIVE', \`trashed_at\` datetime(3) null, \`trashed_with\` char(36) null, \`created_by\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`folder\` add index \`folder_cabinet_id_index\` (\`cabinet_id\`);`);
    this.addSql(`alter table \`folder\` add index \`folder_trashed_with_index\` (\`trashed_with\`);`);
    this.addSql(`alter table \`folder\` add index \`folder_cabinet_id_parent_id_status_name_folded_id_index\` (\`cabinet_id\`, \`parent_id\`, \`status\`, \`name_folded\`, \`id\`);`);
    this.addSql(`alter table \`folder\` add index \`folder_parent_id_status_index\` (\`parent_id\`, \`status\`);`);
    this.addSql(`alter table \`folder\` add unique \`folder_name_key_is_named_unique\` (\`name_key\`, \`is_named\`);`);

    this.addSql(`create table \`folder_restriction\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`folder_id\` char(36) not null, \`user_id\` char(36) not null, \`most\` enum('NONE','READER','CONTRIBUTOR') not null, \`set_by\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`folder_restriction\` add index \`folder_restriction_folder_id_index\` (\`folder_id\`);`);
    this.addSql(`alter table \`folder_restriction\` add index \`folder_restriction_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`folder_restriction\` add unique \`folder_restriction_folder_id_user_id_unique\` (\`folder_id\`, \`user_id\`);`);

    this.addSql(`create table \`document_type\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`cabinet_id\` char(36) not null, \`name\` varchar(120) not null, \`name_folded\` varchar(240) not null default '', \`name_key\` varchar(64) not null, \`keep_months\` int null, \`since\` enum('DOCUMENT_DATE','ADDED_AT','EVENT') not null default 'DOCUMENT_DATE', \`then_do\` enum('REVIEW','DESTROY') not null default 'REVIEW', \`ground\` varchar(255) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`document_type\` add index \`document_type_cabinet_id_index\` (\`cabinet_id\`);`);
    this.addSql(`alter table \`document_type\` add unique \`document_type_name_key_unique\` (\`name_key\`);`);
    this.addSql(`alter table \`document_type\` add index \`document_type_cabinet_id_name_folded_id_index\` (\`cabinet_id\`, \`name_folded\`, \`id\`);`);

    this.addSql(`create table \`custom_field\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`cabinet_id\` char(36) not null, \`name\` varchar(60) not null, \`name_folded\` varchar(120) not null default '', \`name_key\` varchar(64) not null, \`kind\` enum('TEXT','NUMBER','DATE','MONEY','CHOICE','BOOLEAN') not null, \`choices\` json not null, \`position\` int not null default 0, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`custom_field\` add index \`custom_field_cabinet_id_index\` (\`cabinet_id\`);`);
    this.addSql(`alter table \`custom_field\` add unique \`custom_field_name_key_unique\` (\`name_key\`);`);
    this.addSql(`alter table \`custom_field\` add index \`custom_field_cabinet_id_position_id_index\` (\`cabinet_id\`, \`position\`, \`id\`);`);

    this.addSql(`create table \`correspondent\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`cabinet_id\` char(36) not null, \`name\` varchar(120) not null, \`name_folded\` varchar(240) not null default '', \`name_key\` varchar(64) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`correspondent\` add index \`correspondent_cabinet_id_index\` (\`cabinet_id\`);`);
    this.addSql(`alter table \`correspondent\` add unique \`correspondent_name_key_unique\` (\`name_key\`);`);
    this.addSql(`alter table \`correspondent\` add index \`correspondent_cabinet_id_name_folded_id_index\` (\`cabinet_id\`, \`name_folded\`, \`id\`);`);

    this.addSql(`create table \`document\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`cabinet_id\` char(36) not null, \`folder_id\` char(36) null, \`title\` varchar(255) not null, \`title_folded\` varchar(510) not null default '', \`name_key\` varchar(64) not null, \`is_named\` tinyint(1) null default true, \`status\` enum('ACTIVE','TRASHED','PURGED') not null default 'ACTIVE', \`type_id\` char(36) null, \`type_folded\` varchar(240) not null default '', \`correspondent_id\` char(36) null, \`document_date\` varchar(10) not null default '', \`reference\` varchar(120) null, \`custom_values\` json not null, \`note_key_id\` char(36) null, \`note\` text null, \`last_number\` int not null default 0, \`current_version_id\` char(36) null, \`size_bytes\` bigint not null default '0', \`mime_type\` varchar(100) not null default 'application/octet-stream', \`added_by\` char(36) null, \`updated_at\` datetime(3) not null, \`locked_by\` char(36) null, \`locked_until\` datetime(3) null, \`lock_reason\` varchar(255) null, \`trashed_at\` datetime(3) null, \`trashed_by\` char(36) null, \`trashed_with\` char(36) null, \`purged_at\` datetime(3) null, \`closed_on\` varchar(10) null, \`retain_until\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`document\` add index \`document_cabinet_id_index\` (\`cabinet_id\`);`);
    this.addSql(`alter table \`document\` add index \`document_folder_id_index\` (\`folder_id\`);`);
    this.addSql(`alter table \`document\` add index \`document_type_id_index\` (\`type_id\`);`);
    this.addSql(`alter table \`document\` add index \`document_correspondent_id_index\` (\`correspondent_id\`);`);
    this.addSql(`alter table \`document\` add index \`document_cabinet_id_status_title_folded_id_index\` (\`cabinet_id\`, \`status\`, \`title_folded\`, \`id\`);`);
    this.addSql(`alter table \`document\` add index \`document_cabinet_id_status_document_date_id_index\` (\`cabinet_id\`, \`status\`, \`document_date\`, \`id\`);`);
    this.addSql(`alter table \`document\` add index \`document_cabinet_id_status_created_at_id_index\` (\`cabinet_id\`, \`status\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`document\` add index \`document_cabinet_id_status_updated_at_id_index\` (\`cabinet_id\`, \`status\`, \`updated_at\`, \`id\`);`);
    this.addSql(`alter table \`document\` add index \`document_cabinet_id_status_size_bytes_id_index\` (\`cabinet_id\`, \`status\`, \`size_bytes\`, \`id\`);`);
    this.addSql(`alter table \`document\` add index \`document_cabinet_id_status_type_folded_id_index\` (\`cabinet_id\`, \`status\`, \`type_folded\`, \`id\`);`);
    this.addSql(`alter table \`document\` add index \`document_folder_id_status_title_folded_id_index\` (\`folder_id\`, \`status\`, \`title_folded\`, \`id\`);`);
    this.addSql(`alter table \`document\` add index \`document_cabinet_id_status_trashed_at_id_index\` (\`cabinet_id\`, \`status\`, \`trashed_at\`, \`id\`);`);
    this.addSql(`alter table \`document\` add index \`document_status_retain_until_index\` (\`status\`, \`retain_until\`);`);
    this.addSql(`alter table \`document\` add index \`document_trashed_with_index\` (\`trashed_with\`);`);
    this.addSql(`alter table \`document\` add index \`document_added_by_index\` (\`added_by\`);`);
    this.addSql(`alter table \`document\` add unique \`document_name_key_is_named_unique\` (\`name_key\`, \`is_named\`);`);

    this.addSql(`create table \`favourite\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`document_id\` char(36) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`favourite\` add index \`favourite_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`favourite\` add index \`favourite_document_id_index\` (\`document_id\`);`);
    this.addSql(`alter table \`favourite\` add index \`favourite_user_id_created_at_id_index\` (\`user_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`favourite\` add unique \`favourite_user_id_document_id_unique\` (\`user_id\`, \`document_id\`);`);

    this.addSql(`create table \`document_version\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`document_id\` char(36) not null, \`number\` int not null, \`file_id\` char(36) null, \`label\` varchar(60) null, \`label_key\` varchar(64) null, \`comment\` text null, \`origin\` enum('UPLOAD','EDIT','RESTORED_VERSION','RESTORED_BACKUP','MOVED','COPIED') not null default 'UPLOAD', \`restored_from\` char(36) null, \`author_id\` char(36) null, \`mime_type\` varchar(100) not null, \`sha256\` varchar(64) not null, \`size_bytes\` bigint not null, \`words\` int null, \`pages\` int null, \`deleted_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`document_version\` add index \`document_version_document_id_index\` (\`document_id\`);`);
    this.addSql(`alter table \`document_version\` add index \`document_version_file_id_index\` (\`file_id\`);`);
    this.addSql(`alter table \`document_version\` add unique \`document_version_label_key_unique\` (\`label_key\`);`);
    this.addSql(`alter table \`document_version\` add index \`document_version_author_id_index\` (\`author_id\`);`);
    this.addSql(`alter table \`document_version\` add unique \`document_version_document_id_number_unique\` (\`document_id\`, \`number\`);`);

    this.addSql(`create table \`document_tag\` (\`document_id\` char(36) not null, \`tag_id\` char(36) not null, primary key (\`document_id\`, \`tag_id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`document_tag\` add index \`document_tag_document_id_index\` (\`document_id\`);`);
    this.addSql(`alter table \`document_tag\` add index \`document_tag_tag_id_index\` (\`tag_id\`);`);

    this.addSql(`create table \`cabinet_member\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`cabinet_id\` char(36) not null, \`user_id\` char(36) null, \`program_id\` char(36) null, \`email\` varchar(255) null, \`role\` enum('READER','CONTRIBUTOR','MANAGER') not null, \`granted_by\` char(36) null, \`expires_at\` datetime(3) null, \`is_entry\` tinyint(1) not null default false, \`reason\` text null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`cabinet_member\` add index \`cabinet_member_cabinet_id_index\` (\`cabinet_id\`);`);
    this.addSql(`alter table \`cabinet_member\` add index \`cabinet_member_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`cabinet_member\` add index \`cabinet_member_program_id_index\` (\`program_id\`);`);
    this.addSql(`alter table \`cabinet_member\` add index \`cabinet_member_email_index\` (\`email\`);`);
    this.addSql(`alter table \`cabinet_member\` add index \`cabinet_member_expires_at_index\` (\`expires_at\`);`);
    this.addSql(`alter table \`cabinet_member\` add index \`cabinet_member_user_id_cabinet_id_role_index\` (\`user_id\`, \`cabinet_id\`, \`role\`);`);
    this.addSql(`alter table \`cabinet_member\` add index \`cabinet_member_cabinet_id_created_at_id_index\` (\`cabinet_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`cabinet_member\` add unique \`cabinet_member_cabinet_id_user_id_is_entry_unique\` (\`cabinet_id\`, \`user_id\`, \`is_entry\`);`);
    this.addSql(`alter table \`cabinet_member\` add unique \`cabinet_member_cabinet_id_program_id_unique\` (\`cabinet_id\`, \`program_id\`);`);
    this.addSql(`alter table \`cabinet_member\` add unique \`cabinet_member_cabinet_id_email_unique\` (\`cabinet_id\`, \`email\`);`);

    this.addSql(`alter table \`cabinet\` add constraint \`cabinet_owner_id_foreign\` foreign key (\`owner_id\`) references \`user\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`cabinet\` add constraint \`cabinet_check_1\` check (trash_days between 1 and 365);`);
    this.addSql(`alter table \`cabinet\` add constraint \`cabinet_check_2\` check (used_bytes >= 0 and reserved_bytes >= 0 and document_count >= 0);`);

    this.addSql(`alter table \`tag\` add constraint \`tag_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`folder\` add constraint \`folder_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`folder_restriction\` add constraint \`folder_restriction_folder_id_foreign\` foreign key (\`folder_id\`) references \`folder\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`folder_restriction\` add constraint \`folder_restriction_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`document_type\` add constraint \`document_type_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`document_type\` add constraint \`document_type_check_1\` check (keep_months is null or keep_months between 1 and 1200);`);

    this.addSql(`alter table \`custom_field\` add constraint \`custom_field_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`correspondent\` add constraint \`correspondent_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`document\` add constraint \`document_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`document\` add constraint \`document_folder_id_foreign\` foreign key (\`folder_id\`) references \`folder\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`document\` add constraint \`document_type_id_foreign\` foreign key (\`type_id\`) references \`document_type\` (\`id\`) on delete set null;`);
    this.addSql(`alter table \`document\` add constraint \`document_correspondent_id_foreign\` foreign key (\`correspondent_id\`) references \`correspondent\` (\`id\`) on delete set null;`);

    this.addSql(`alter table \`favourite\` add constraint \`favourite_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`favourite\` add constraint \`favourite_document_id_foreign\` foreign key (\`document_id\`) references \`document\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`document_version\` add constraint \`document_version_document_id_foreign\` foreign key (\`document_id\`) references \`document\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`document_version\` add constraint \`document_version_file_id_foreign\` foreign key (\`file_id\`) references \`stored_file\` (\`id\`) on delete set null;`);

    this.addSql(`alter table \`document_tag\` add constraint \`document_tag_document_id_foreign\` foreign key (\`document_id\`) references \`document\` (\`id\`) on update cascade on delete cascade;`);
    this.addSql(`alter table \`document_tag\` add constraint \`document_tag_tag_id_foreign\` foreign key (\`tag_id\`) references \`tag\` (\`id\`) on update cascade on delete cascade;`);

    this.addSql(`alter table \`cabinet_member\` add constraint \`cabinet_member_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`cabinet_member\` add constraint \`cabinet_member_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`cabinet_member\` add constraint \`cabinet_member_program_id_foreign\` foreign key (\`program_id\`) references \`service_account\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`tag\` drop foreign key \`tag_cabinet_id_foreign\`;`);
    this.addSql(`alter table \`folder\` drop foreign key \`folder_cabinet_id_foreign\`;`);
    this.addSql(`alter table \`document_type\` drop foreign key \`document_type_cabinet_id_foreign\`;`);
    this.addSql(`alter table \`custom_field\` drop foreign key \`custom_field_cabinet_id_foreign\`;`);
    this.addSql(`alter table \`correspondent\` drop foreign key \`correspondent_cabinet_id_foreign\`;`);
    this.addSql(`alter table \`document\` drop foreign key \`document_cabinet_id_foreign\`;`);
    this.addSql(`alter table \`cabinet_member\` drop foreign key \`cabinet_member_cabinet_id_foreign\`;`);
    this.addSql(`alter table \`document_tag\` drop foreign key \`document_tag_tag_id_foreign\`;`);
    this.addSql(`alter table \`folder_restriction\` drop foreign key \`folder_restriction_folder_id_foreign\`;`);
    this.addSql(`alter table \`document\` drop foreign key \`document_folder_id_foreign\`;`);
    this.addSql(`alter table \`document\` drop foreign key \`document_type_id_foreign\`;`);
    this.addSql(`alter table \`document\` drop foreign key \`document_correspondent_id_foreign\`;`);
    this.addSql(`alter table \`favourite\` drop foreign key \`favourite_document_id_foreign\`;`);
    this.addSql(`alter table \`document_version\` drop foreign key \`document_version_document_id_foreign\`;`);
    this.addSql(`alter table \`document_tag\` drop foreign key \`document_tag_document_id_foreign\`;`);

    this.addSql(`drop table if exists \`cabinet\`;`);
    this.addSql(`drop table if exists \`tag\`;`);
    this.addSql(`drop table if exists \`folder\`;`);
    this.addSql(`drop table if exists \`folder_restriction\`;`);
    this.addSql(`drop table if exists \`document_type\`;`);
    this.addSql(`drop table if exists \`custom_field\`;`);
    this.addSql(`drop table if exists \`correspondent\`;`);
    this.addSql(`drop table if exists \`document\`;`);
    this.addSql(`drop table if exists \`favourite\`;`);
    this.addSql(`drop table if exists \`document_version\`;`);
    this.addSql(`drop table if exists \`document_tag\`;`);
    this.addSql(`drop table if exists \`cabinet_member\`;`);
  }

}
