import { Migration } from '@mikro-orm/migrations';

/** Backups; and triggers that leave a tombstone for each key that is destroyed and each person who is erased, whatever code did it. */
export class Migration0060_backups extends Migration {

  override name = 'Migration0060_backups';

  override up(): void | Promise<void> {
    this.addSql(`create table \`backup\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`target\` text not null, \`trigger\` text check (\`trigger\` in ('MANUAL', 'SCHEDULED', 'BEFORE_MIGRATION', 'BEFORE_RESTORE')) not null, \`status\` text check (\`status\` in ('RUNNING', 'COMPLETE', 'DAMAGED', 'FAILED', 'DELETED')) not null default 'RUNNING', \`label\` text null, \`requested_by\` char(36) null, \`finished_at\` datetime null, \`summary\` json null, \`path\` text null, \`size_bytes\` bigint not null default '0', \`added_bytes\` bigint not null default '0', \`sha256\` text null, \`revision\` integer not null default 0, \`protected_until\` datetime null, \`verified_at\` datetime null, \`rung\` text check (\`rung\` in ('DAILY', 'WEEKLY', 'MONTHLY', 'MANUAL')) not null default 'MANUAL', \`failure\` text null, \`holder\` char(36) null, \`lease_until\` datetime null);`);
    this.addSql(`create index \`backup_status_target_id_index\` on \`backup\` (\`status\`, \`target\`, \`id\`);`);
    this.addSql(`create index \`backup_created_at_id_index\` on \`backup\` (\`created_at\`, \`id\`);`);

    this.addSql(`create table \`backup_object\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`target\` text not null, \`name\` text not null, \`state\` text check (\`state\` in ('MARKED', 'REMOVING', 'DAMAGED')) not null, \`size_bytes\` bigint not null, \`found_at\` datetime not null);`);
    this.addSql(`create index \`backup_object_name_index\` on \`backup_object\` (\`name\`);`);
    this.addSql(`create index \`backup_object_state_found_at_index\` on \`backup_object\` (\`state\`, \`found_at\`);`);

    this.addSql(`create table \`restore_drill\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`target\` text not null, \`backup_id\` char(36) null, \`result\` text check (\`result\` in ('RUNNING', 'PASSED', 'FAILED')) not null default 'RUNNING', \`rows_read\` integer not null default 0, \`opened\` integer not null default 0, \`fault\` text null, \`finished_at\` datetime null);`);
    this.addSql(`create index \`restore_drill_created_at_id_index\` on \`restore_drill\` (\`created_at\`, \`id\`);`);

    this.addSql(`create table \`restore_run\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`backup_id\` char(36) not null, \`kind\` text check (\`kind\` in ('DISASTER', 'DOCUMENTS')) not null, \`status\` text check (\`status\` in ('RUNNING', 'COMPLETE', 'CANCELLED', 'FAILED')) not null default 'RUNNING', \`scope\` json not null, \`requested_by\` char(36) null, \`total\` integer not null default 0, \`restored\` integer not null default 0, \`skipped\` integer not null default 0, \`finished_at\` datetime null, \`failure\` text null);`);
    this.addSql(`create index \`restore_run_backup_id_index\` on \`restore_run\` (\`backup_id\`);`);
    this.addSql(`create index \`restore_run_created_at_id_index\` on \`restore_run\` (\`created_at\`, \`id\`);`);

    this.addSql(`create table \`restore_item\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`run_id\` char(36) not null, \`document_id\` char(36) not null, \`sha256\` text not null, \`outcome\` text check (\`outcome\` in ('WAITING', 'RESTORED', 'IDENTICAL', 'ERASED', 'LOCKED', 'ARCHIVED', 'DAMAGED')) not null default 'WAITING', \`version_id\` char(36) null, \`done_at\` datetime null, constraint \`restore_item_run_id_foreign\` foreign key (\`run_id\`) references \`restore_run\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`restore_item_run_id_index\` on \`restore_item\` (\`run_id\`);`);
    this.addSql(`create unique index \`restore_item_run_id_document_id_unique\` on \`restore_item\` (\`run_id\`, \`document_id\`);`);

    this.addSql(`create table \`tombstone\` (\`seq\` integer not null primary key autoincrement, \`kind\` text check (\`kind\` in ('KEY', 'PERSON')) not null, \`subject_id\` char(36) not null, \`created_at\` datetime not null);`);
    this.addSql(`create unique index \`tombstone_kind_subject_id_unique\` on \`tombstone\` (\`kind\`, \`subject_id\`);`);

    const buried = (name: string, when: string, kind: string, id: string): void =>
      this.addSql(`create trigger \`${name}\` after ${when} begin insert or ignore into \`tombstone\` (\`kind\`, \`subject_id\`, \`created_at\`) values ('${kind}', ${id}, cast(unixepoch('subsec') * 1000 as integer)); end;`);
    buried('data_key_buried', 'delete on `data_key`', 'KEY', 'old.`id`');
    buried('erasure_buried', 'insert on `erasure_receipt`', 'PERSON', 'new.`user_id`');
  }

  override down(): void | Promise<void> {
    this.addSql('drop trigger `data_key_buried`;');
    this.addSql('drop trigger `erasure_buried`;');

    this.addSql(`drop table if exists \`backup\`;`);
    this.addSql(`drop table if exists \`backup_object\`;`);
    this.addSql(`drop table if exists \`restore_drill\`;`);
    this.addSql(`drop table if exists \`restore_run\`;`);
    this.addSql(`drop table if exists \`restore_item\`;`);
    this.addSql(`drop table if exists \`tombstone\`;`);
  }

}
