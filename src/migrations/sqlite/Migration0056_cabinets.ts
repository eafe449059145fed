import { Migration } from '@mikro-orm/migrations';

export class Migration0056_cabinets extends Migration {

  override name = 'Migration0056_cabinets';

  override up(): void | Promise<void> {
    this.addSql(`create table \`cabinet\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`owner_id\` char(36) not null, \`name\` text not null, \`name_folded\` text not null default '', \`name_key\` text null, \`description\` text null, \`colour\` text check (\`colour\` in ('GREY', 'RED', 'ORANGE', 'YELLOW', 'GREEN', 'TEAL', 'BLUE', 'PURPLE')) not null default 'GREY', \`status\` text check (\`status\` in ('ACTIVE', 'ARCHIVED', 'DELETING', 'DESTROYED')) not null default 'ACTIVE', \`storage_limit\` bigint null, \`is_above_plan\` integer not null default false, \`trash_days\` integer not null default 30, \`default_type_id\` char(36) null, \`shares_by_contributors\` integer not null default false, \`document_count\` integer not null default 0, \`folder_count\` integer not null default 0, \`used_bytes\` bigint not null default '0', \`reserved_bytes\` bigint not null default '0', \`deleted_at\` datetime null, \`destroyed_at\` datetime null, constraint \`cabinet_owner_id_foreign\` foreign key (\`owner_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`cabinet_check_1\` check (trash_days between 1 and 365), constraint \`cabinet_check_2\` check (used_bytes >= 0 and reserved_bytes >= 0 and document_count >= 0));`);
    this.addSql(`create index \`cabinet_owner_id_index\` on \`cabinet\` (\`owner_id\`);`);
    this.addSql(`create unique index \`cabinet_name_key_unique\` on \`cabinet\` (\`name_key\`);`);
    this.addSql(`create index \`cabinet_name_folded_id_index\` on \`cabinet\` (\`name_folded\`, \`id\`);`);
    this.addSql(`create index \`cabinet_created_at_id_index\` on \`cabinet\` (\`created_at\`, \`id\`);`);
    this.addSql(`create index \`cabinet_status_deleted_at_index\` on \`cabinet\` (\`status\`, \`deleted_at\`);`);

    this.addSql(`create table \`tag\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`cabinet_id\` char(36) not null, \`name\` text not null, \`name_folded\` text not null default '', \`name_key\` text not null, \`colour\` text check (\`colour\` in ('GREY', 'RED', 'ORANGE', 'YELLOW', 'GREEN', 'TEAL', 'BLUE', 'PURPLE')) not null default 'GREY', constraint \`tag_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`tag_cabinet_id_index\` on \`tag\` (\`cabinet_id\`);`);
    this.addSql(`create unique index \`tag_name_key_unique\` on \`tag\` (\`name_key\`);`);
    this.addSql(`create index \`tag_cabinet_id_name_folded_id_index\` on \`tag\` (\`cabinet_id\`, \`name_folded\`, \`id\`);`);

    this.addSql(`create table \`folder\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`cabinet_id\` char(36) not null, \`parent_id\` char(36) null, \`name\` text not null, \`name_folded\` text not null default '', \`name_key\` text not null, \`is_named\` integer null default true, \`status\` text check (\`status\` in ('ACTIVE', 'TRASHED')) not null default 'ACTIVE', \`trashed_at\` datetime null, \`trashed_with\` char(36) null, \`created_by\` char(36) null, constraint \`folder_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`folder_cabinet_id_index\` on \`folder\` (\`cabinet_id\`);`);
    this.addSql(`create index \`folder_trashed_with_index\` on \`folder\` (\`trashed_with\`);`);
    this.addSql(`create index \`folder_cabinet_id_parent_id_status_name_folded_id_index\` on \`folder\` (\`cabinet_id\`, \`parent_id\`, \`status\`, \`name_folded\`, \`id\`);`);
    this.addSql(`create index \`folder_parent_id_status_index\` on \`folder\` (\`parent_id\`, \`status\`);`);
    this.addSql(`create unique index \`folder_name_key_is_named_unique\` on \`folder\` (\`name_key\`, \`is_named\`);`);

    this.addSql(`create table \`folder_restriction\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`folder_id\` char(36) not null, \`user_id\` char(36) not null, \`most\` text check (\`most\` in ('NONE', 'READER', 'CONTRIBUTOR')) not null, \`set_by\` char(36) null, constraint \`folder_restriction_folder_id_foreign\` foreign key (\`folder_id\`) references \`folder\` (\`id\`) on delete cascade, constraint \`folder_restriction_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`folder_restriction_folder_id_index\` on \`folder_restriction\` (\`folder_id\`);`);
    this.addSql(`create index \`folder_restriction_user_id_index\` on \`folder_restriction\` (\`user_id\`);`);
    this.addSql(`create unique index \`folder_restriction_folder_id_user_id_unique\` on \`folder_restriction\` (\`folder_id\`, \`user_id\`);`);

    this.addSql(`create table \`document_type\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`cabinet_id\` char(36) not null, \`name\` text not null, \`name_folded\` text not null default '', \`name_key\` text not null, \`keep_months\` integer null, \`since\` text check (\`since\` in ('DOCUMENT_DATE', 'ADDED_AT', 'EVENT')) not null default 'DOCUMENT_DATE', \`then_do\` text check (\`then_do\` in ('REVIEW', 'DESTROY')) not null default 'REVIEW', \`ground\` text null, constraint \`document_type_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete cascade, constraint \`document_type_check_1\` check (keep_months is null or keep_months between 1 and 1200));`);
    this.addSql(`create index \`document_type_cabinet_id_index\` on \`document_type\` (\`cabinet_id\`);`);
    this.addSql(`create unique index \`document_type_name_key_unique\` on \`document_type\` (\`name_key\`);`);
    this.addSql(`create index \`document_type_cabinet_id_name_folded_id_index\` on \`document_type\` (\`cabinet_id\`, \`name_folded\`, \`id\`);`);

    this.addSql(`create table \`custom_field\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`cabinet_id\` char(36) not null, \`name\` text not null, \`name_folded\` text not null default '', \`name_key\` text not null, \`kind\` text check (\`kind\` in ('TEXT', 'NUMBER', 'DATE', 'MONEY', 'CHOICE', 'BOOLEAN')) not null, \`choices\` json not null, \`position\` integer not null default 0, constraint \`custom_field_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`custom_field_cabinet_id_index\` on \`custom_field\` (\`cabinet_id\`);`);
    this.addSql(`create unique index \`custom_field_name_key_unique\` on \`custom_field\` (\`name_key\`);`);
    this.addSql(`create index \`custom_field_cabinet_id_position_id_index\` on \`custom_field\` (\`cabinet_id\`, \`position\`, \`id\`);`);

    this.addSql(`create table \`correspondent\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`cabinet_id\` char(36) not null, \`name\` text not null, \`name_folded\` text not null default '', \`name_key\` text not null, constraint \`correspondent_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`correspondent_cabinet_id_index\` on \`correspondent\` (\`cabinet_id\`);`);
    this.addSql(`create unique index \`correspondent_name_key_unique\` on \`correspondent\` (\`name_key\`);`);
    this.addSql(`create index \`correspondent_cabinet_id_name_folded_id_index\` on \`correspondent\` (\`cabinet_id\`, \`name_folded\`, \`id\`);`);

    this.addSql(`create table \`document\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`cabinet_id\` char(36) not null, \`folder_id\` char(36) null, \`title\` text not null, \`title_folded\` text not null default '', \`name_key\` text not null, \`is_named\` integer null default true, \`status\` text check (\`status\` in ('ACTIVE', 'TRASHED', 'PURGED')) not null default 'ACTIVE', \`type_id\` char(36) null, \`type_folded\` text not null default '', \`correspondent_id\` char(36) null, \`document_date\` text not null default '', \`reference\` text null, \`custom_values\` json not null, \`note_key_id\` char(36) null, \`note\` text null, \`last_number\` integer not null default 0, \`current_version_id\` char(36) null, \`size_bytes\` bigint not null default '0', \`mime_type\` text not null default 'application/octet-stream', \`added_by\` char(36) null, \`updated_at\` datetime not null, \`locked_by\` char(36) null, \`locked_until\` datetime null, \`lock_reason\` text null, \`trashed_at\` datetime null, \`trashed_by\` char(36) null, \`trashed_with\` char(36) null, \`purged_at\` datetime null, \`closed_on\` text null, \`retain_until\` datetime null, constraint \`document_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete restrict, constraint \`document_folder_id_foreign\` foreign key (\`folder_id\`) references \`folder\` (\`id\`) on delete restrict, constraint \`document_type_id_foreign\` foreign key (\`type_id\`) references \`document_type\` (\`id\`) on delete set null, constraint \`document_correspondent_id_foreign\` foreign key (\`correspondent_id\`) references \`correspondent\` (\`id\`) on delete set null);`);
    this.addSql(`create index \`document_cabinet_id_index\` on \`document\` (\`cabinet_id\`);`);
    this.addSql(`create index \`document_folder_id_index\` on \`document\` (\`folder_id\`);`);
    this.addSql(`create index \`document_type_id_index\` on \`document\` (\`type_id\`);`);
    this.addSql(`create index \`document_correspondent_id_index\` on \`document\` (\`correspondent_id\`);`);
    this.addSql(`create index \`document_cabinet_id_status_title_folded_id_index\` on \`document\` (\`cabinet_id\`, \`status\`, \`title_folded\`, \`id\`);`);
    this.addSql(`create index \`document_cabinet_id_status_document_date_id_index\` on \`document\` (\`cabinet_id\`, \`status\`, \`document_date\`, \`id\`);`);
    this.addSql(`create index \`document_cabinet_id_status_created_at_id_index\` on \`document\` (\`cabinet_id\`, \`status\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`document_cabinet_id_status_updated_at_id_index\` on \`document\` (\`cabinet_id\`, \`status\`, \`updated_at\`, \`id\`);`);
    this.addSql(`create index \`document_cabinet_id_status_size_bytes_id_index\` on \`document\` (\`cabinet_id\`, \`status\`, \`size_bytes\`, \`id\`);`);
    this.addSql(`create index \`document_cabinet_id_status_type_folded_id_index\` on \`document\` (\`cabinet_id\`, \`status\`, \`type_folded\`, \`id\`);`);
    this.addSql(`create index \`document_folder_id_status_title_folded_id_index\` on \`document\` (\`folder_id\`, \`status\`, \`title_folded\`, \`id\`);`);
    this.addSql(`create index \`document_cabinet_id_status_trashed_at_id_index\` on \`document\` (\`cabinet_id\`, \`status\`, \`trashed_at\`, \`id\`);`);
    this.addSql(`create index \`document_status_retain_until_index\` on \`document\` (\`status\`, \`retain_until\`);`);
    this.addSql(`create index \`document_trashed_with_index\` on \`document\` (\`trashed_with\`);`);
    this.addSql(`create index \`document_added_by_index\` on \`document\` (\`added_by\`);`);
    this.addSql(`create unique index \`document_name_key_is_named_unique\` on \`document\` (\`name_key\`, \`is_named\`);`);

    this.addSql(`create table \`favourite\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`document_id\` char(36) not null, constraint \`favourite_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade, constraint \`favourite_document_id_foreign\` foreign key (\`document_id\`) references \`document\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`favourite_user_id_index\` on \`favourite\` (\`user_id\`);`);
    this.addSql(`create index \`favourite_document_id_index\` on \`favourite\` (\`document_id\`);`);
    this.addSql(`create index \`favourite_user_id_created_at_id_index\` on \`favourite\` (\`user_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create unique index \`favourite_user_id_document_id_unique\` on \`favourite\` (\`user_id\`, \`document_id\`);`);

    this.addSql(`create table \`document_version\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`document_id\` char(36) not null, \`number\` integer not null, \`file_id\` char(36) null, \`label\` text null, \`label_key\` text null, \`comment\` text null, \`origin\` text check (\`origin\` in ('UPLOAD', 'EDIT', 'RESTORED_VERSION', 'RESTORED_BACKUP', 'MOVED', 'COPIED')) not null default 'UPLOAD', \`restored_from\` char(36) null, \`author_id\` char(36) null, \`mime_type\` text not null, \`sha256\` text not null, \`size_bytes\` bigint not null, \`words\` integer null, \`pages\` integer null, \`deleted_at\` datetime null, constraint \`document_version_document_id_foreign\` foreign key (\`document_id\`) references \`document\` (\`id\`) on delete restrict, constraint \`document_version_file_id_foreign\` foreign key (\`file_id\`) references \`stored_file\` (\`id\`) on delete set null);`);
    this.addSql(`create index \`document_version_document_id_index\` on \`document_version\` (\`document_id\`);`);
    this.addSql(`create index \`document_version_file_id_index\` on \`document_version\` (\`file_id\`);`);
    this.addSql(`create unique index \`document_version_label_key_unique\` on \`document_version\` (\`label_key\`);`);
    this.addSql(`create index \`document_version_author_id_index\` on \`document_version\` (\`author_id\`);`);
    this.addSql(`create unique index \`document_version_document_id_number_unique\` on \`document_version\` (\`document_id\`, \`number\`);`);

    this.addSql(`create table \`document_tag\` (\`document_id\` char(36) not null, \`tag_id\` char(36) not null, primary key (\`document_id\`, \`tag_id\`), constraint \`document_tag_document_id_foreign\` foreign key (\`document_id\`) references \`document\` (\`id\`) on update cascade on delete cascade, constraint \`document_tag_tag_id_foreign\` foreign key (\`tag_id\`) references \`tag\` (\`id\`) on update cascade on delete cascade);`);
    this.addSql(`create index \`document_tag_document_id_index\` on \`document_tag\` (\`document_id\`);`);
    this.addSql(`create index \`document_tag_tag_id_index\` on \`document_tag\` (\`tag_id\`);`);

    this.addSql(`create table \`cabinet_member\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`cabinet_id\` char(36) not null, \`user_id\` char(36) null, \`program_id\` char(36) null, \`email\` text null, \`role\` text check (\`role\` in ('READER', 'CONTRIBUTOR', 'MANAGER')) not null, \`granted_by\` char(36) null, \`expires_at\` datetime null, \`is_entry\` integer not null default false, \`reason\` text null, constraint \`cabinet_member_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete cascade, constraint \`cabinet_member_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade, constraint \`cabinet_member_program_id_foreign\` foreign key (\`program_id\`) references \`service_account\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`cabinet_member_cabinet_id_index\` on \`cabinet_member\` (\`cabinet_id\`);`);
    this.addSql(`create index \`cabinet_member_user_id_index\` on \`cabinet_member\` (\`user_id\`);`);
    this.addSql(`create index \`cabinet_member_program_id_index\` on \`cabinet_member\` (\`program_id\`);`);
    this.addSql(`create index \`cabinet_member_email_index\` on \`cabinet_member\` (\`email\`);`);
    this.addSql(`create index \`cabinet_member_expires_at_index\` on \`cabinet_member\` (\`expires_at\`);`);
    this.addSql(`create index \`cabinet_member_user_id_cabinet_id_role_index\` on \`cabinet_member\` (\`user_id\`, \`cabinet_id\`, \`role\`);`);
    this.addSql(`create index \`cabinet_member_cabinet_id_created_at_id_index\` on \`cabinet_member\` (\`cabinet_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create unique index \`cabinet_member_cabinet_id_user_id_is_entry_unique\` on \`cabinet_member\` (\`cabinet_id\`, \`user_id\`, \`is_entry\`);`);
    this.addSql(`create unique index \`cabinet_member_cabinet_id_program_id_unique\` on \`cabinet_member\` (\`cabinet_id\`, \`program_id\`);`);
    this.addSql(`create unique index \`cabinet_member_cabinet_id_email_unique\` on \`cabinet_member\` (\`cabinet_id\`, \`email\`);`);
  }

  override down(): void | Promise<void> {

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
