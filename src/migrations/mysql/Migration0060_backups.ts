import { Migration } from '@mikro-orm/migrations';

/** Backups; and triggers that leave a tombstone for each key that is destroyed and each person who is erased, whatever code did it. */
export class Migration0060_backups extends Migration {

  override name = 'Migration0060_backups';

  override up(): void | Promise<void> {
    this.addSql(`create table \`backup\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`target\` varchar(500) not null, \`trigger\` enum('MANUAL','SCHEDULED','BEFORE_MIGRATION','BEFORE_RESTORE') not null, \`status\` enum('RUNNING','COMPLETE','DAMAGED','FAILED','DELETED') not null default 'RUNNING', \`label\` varchar(120) null, \`requested_by\` char(36) null, \`finished_at\` datetime(3) null, \`summary\` json null, \`path\` varchar(120) null, \`size_bytes\` bigint not null default '0', \`added_bytes\` bigint not null default '0', \`sha256\` varchar(64) null, \`revision\` int not null default 0, \`protected_until\` datetime(3) null, \`verified_at\` datetime(3) null, \`rung\` enum('DAILY','WEEKLY','MONTHLY','MANUAL') not null default 'MANUAL', \`failure\` varchar(60) null, \`holder\` char(36) null, \`lease_until\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`backup\` add index \`backup_status_target_id_index\` (\`status\`, \`target\`, \`id\`);`);
    this.addSql(`alter table \`backup\` add index \`backup_created_at_id_index\` (\`created_at\`, \`id\`);`);

    this.addSql(`create table \`backup_object\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`target\` varchar(500) not null, \`name\` varchar(120) not null, \`state\` enum('MARKED','REMOVING','DAMAGED') not null, \`size_bytes\` bigint not null, \`found_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`backup_object\` add index \`backup_object_name_index\` (\`name\`);`);
    this.addSql(`alter table \`backup_object\` add index \`backup_object_state_found_at_index\` (\`state\`, \`found_at\`);`);

    this.addSql(`create table \`restore_drill\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`target\` varchar(500) not null, \`backup_id\` char(36) null, \`result\` enum('RUNNING','PASSED','FAILED') not null default 'RUNNING', \`rows_read\` int not null default 0, \`opened\` int not null default 0, \`fault\` varchar(200) null, \`finished_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`restore_drill\` add index \`restore_drill_created_at_id_index\` (\`created_at\`, \`id\`);`);

    this.addSql(`create table \`restore_run\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`backup_id\` char(36) not null, \`kind\` enum('DISASTER','DOCUMENTS') not null, \`status\` enum('RUNNING','COMPLETE','CANCELLED','FAILED') not null default 'RUNNING', \`scope\` json not null, \`requested_by\` char(36) null, \`total\` int not null default 0, \`restored\` int not null default 0, \`skipped\` int not null default 0, \`finished_at\` datetime(3) null, \`failure\` varchar(60) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`restore_run\` add index \`restore_run_backup_id_index\` (\`backup_id\`);`);
    this.addSql(`alter table \`restore_run\` add index \`restore_run_created_at_id_index\` (\`created_at\`, \`id\`);`);

    this.addSql(`create table \`restore_item\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`run_id\` char(36) not null, \`document_id\` char(36) not null, \`sha256\` varchar(64) not null, \`outcome\` enum('WAITING','RESTORED','IDENTICAL','ERASED','LOCKED','ARCHIVED','DAMAGED') not null default 'WAITING', \`version_id\` char(36) null, \`done_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`restore_item\` add index \`restore_item_run_id_index\` (\`run_id\`);`);
    this.addSql(`alter table \`restore_item\` add unique \`restore_item_run_id_document_id_unique\` (\`run_id\`, \`document_id\`);`);

    this.addSql(`create table \`tombstone\` (\`seq\` bigint unsigned not null auto_increment primary key, \`kind\` enum('KEY','PERSON') not null, \`subject_id\` char(36) not null, \`created_at\` datetime(3) not null) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`tombstone\` add unique \`tombstone_kind_subject_id_unique\` (\`kind\`, \`subject_id\`);`);

    this.addSql(`alter table \`restore_item\` add constraint \`restore_item_run_id_foreign\` foreign key (\`run_id\`) references \`restore_run\` (\`id\`) on delete cascade;`);

    const buried = (name: string, when: string, kind: string, id: string): void =>
      this.addSql(`create trigger \`${name}\` after ${when} for each row begin insert ignore into \`tombstone\` (\`kind\`, \`subject_id\`, \`created_at\`) values ('${kind}', ${id}, utc_timestamp(3)); end;`);
    buried('data_key_buried', 'delete on `data_key`', 'KEY', 'old.`id`');
    buried('erasure_buried', 'insert on `erasure_receipt`', 'PERSON', 'new.`user_id`');
  }

  override down(): void | Promise<void> {
    this.addSql('drop trigger `data_key_buried`;');
    this.addSql('drop trigger `erasure_buried`;');
    this.addSql(`alter table \`restore_item\` drop foreign key \`restore_item_run_id_foreign\`;`);

    this.addSql(`drop table if exists \`backup\`;`);
    this.addSql(`drop table if exists \`backup_object\`;`);
    this.addSql(`drop table if exists \`restore_drill\`;`);
    this.addSql(`drop table if exists \`restore_run\`;`);
    this.addSql(`drop table if exists \`restore_item\`;`);
    this.addSql(`drop table if exists \`tombstone\`;`);
  }

}
