import { Migration } from '@mikro-orm/migrations';

interface Guard {
  readonly name: string;
  readonly sql: string;
}

export class Migration0055_consultations_and_files extends Migration {

  override name = 'Migration0055_consultations_and_files';

  override async up(): Promise<void> {
    const guards = await this.guards();
    this.addSql(`create table \`booking_file\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`booking_id\` char(36) not null, \`file_id\` char(36) not null, \`question_id\` char(36) not null, \`label\` text not null, constraint \`booking_file_booking_id_foreign\` foreign key (\`booking_id\`) references \`booking\` (\`id\`) on delete cascade, constraint \`booking_file_file_id_foreign\` foreign key (\`file_id\`) references \`stored_file\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`booking_file_booking_id_index\` on \`booking_file\` (\`booking_id\`);`);
    this.addSql(`create index \`booking_file_file_id_index\` on \`booking_file\` (\`file_id\`);`);
    this.addSql(`create index \`booking_file_booking_id_created_at_id_index\` on \`booking_file\` (\`booking_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create unique index \`booking_file_file_id_unique\` on \`booking_file\` (\`file_id\`);`);

    this.addSql(`alter table \`artisan\` add column \`outside_read_at\` datetime null;`);

    // What each agenda knows of its calendars outside, as it was until now asked of them.
    this.addSql(`update \`artisan\` set \`outside_read_at\` = (select min(coalesce(c.\`last_success_at\`, c.\`created_at\`)) from \`calendar_connection\` c where c.\`artisan_id\` = \`artisan\`.\`id\` and c.\`status\` in ('CONNECTED', 'TO_RECONNECT') and exists (select 1 from \`connected_calendar\` k where k.\`connection_id\` = c.\`id\` and k.\`blocks\` and k.\`gone_at\` is null));`);

    this.addSql(`alter table \`calendar_flow\` add column \`keeps_titles\` integer not null default false;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`offering_question__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`offering_id\` char(36) not null, \`position\` integer not null, \`kind\` text check (\`kind\` in ('TEXT', 'LONG_TEXT', 'NUMBER', 'YES_NO', 'CHOICE', 'PHONE', 'FILE')) not null, \`label\` text not null, \`is_required\` integer not null default false, \`choices\` json not null, constraint \`offering_question_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete cascade);`);
    this.addSql(`insert into \`offering_question__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`offering_id\`, \`position\`, \`kind\`, \`label\`, \`is_required\`, \`choices\` from \`offering_question\`;`);
    this.addSql(`drop table \`offering_question\`;`);
    this.addSql(`alter table \`offering_question__temp_alter\` rename to \`offering_question\`;`);
    this.addSql(`create index \`offering_question_offering_id_index\` on \`offering_question\` (\`offering_id\`);`);
    this.addSql(`create index \`offering_question_offering_id_position_index\` on \`offering_question\` (\`offering_id\`, \`position\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`message__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`conversation_id\` char(36) not null, \`sender_id\` char(36) null, \`type\` text check (\`type\` in ('USER_MESSAGE', 'SYSTEM_MESSAGE', 'SUPPORT_MESSAGE', 'ADMIN_MESSAGE', 'CONSULTATION_REQUEST')) not null default 'USER_MESSAGE', \`content\` text not null, \`deleted_at\` datetime null, constraint \`message_conversation_id_foreign\` foreign key (\`conversation_id\`) references \`conversation\` (\`id\`) on delete cascade, constraint \`message_sender_id_foreign\` foreign key (\`sender_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`insert into \`message__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`conversation_id\`, \`sender_id\`, \`type\`, \`content\`, \`deleted_at\` from \`message\`;`);
    for (const { name } of guards) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`drop table \`message\`;`);
    this.addSql(`alter table \`message__temp_alter\` rename to \`message\`;`);
    for (const { sql } of guards) this.addSql(`${sql};`);
    this.addSql(`create index \`message_conversation_id_index\` on \`message\` (\`conversation_id\`);`);
    this.addSql(`create index \`message_sender_id_index\` on \`message\` (\`sender_id\`);`);
    this.addSql(`create index \`message_conversation_id_created_at_id_index\` on \`message\` (\`conversation_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`message_created_at_index\` on \`message\` (\`created_at\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

  /** The triggers that name messages: a table that is rebuilt loses its own, and those of others would name one that is gone. */
  private guards(): Promise<Guard[]> {
    return this.execute("select name, sql from sqlite_schema where type = 'trigger' and sql like '%`message`%'") as Promise<unknown> as Promise<Guard[]>;
  }

  override async down(): Promise<void> {
    const guards = await this.guards();
    this.addSql(`drop table if exists \`booking_file\`;`);

    this.addSql(`alter table \`artisan\` drop column \`outside_read_at\`;`);

    this.addSql(`alter table \`calendar_flow\` drop column \`keeps_titles\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`message__temp_alter\` (\`content\` text not null, \`conversation_id\` char not null, \`created_at\` datetime not null, \`deleted_at\` datetime null, \`id\` char not null primary key, \`sender_id\` char null, \`type\` text check (\`type\` in ('USER_MESSAGE', 'SYSTEM_MESSAGE', 'SUPPORT_MESSAGE', 'ADMIN_MESSAGE')) not null default 'USER_MESSAGE', \`version\` integer not null default 1, constraint \`message_conversation_id_foreign\` foreign key (\`conversation_id\`) references \`conversation\` (\`id\`) on delete cascade, constraint \`message_sender_id_foreign\` foreign key (\`sender_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`insert into \`message__temp_alter\` select \`content\`, \`conversation_id\`, \`created_at\`, \`deleted_at\`, \`id\`, \`sender_id\`, \`type\`, \`version\` from \`message\`;`);
    for (const { name } of guards) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`drop table \`message\`;`);
    this.addSql(`alter table \`message__temp_alter\` rename to \`message\`;`);
    for (const { sql } of guards) this.addSql(`${sql};`);
    this.addSql(`create index \`message_conversation_id_created_at_id_index\` on \`message\` (\`conversation_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`message_conversation_id_index\` on \`message\` (\`conversation_id\`);`);
    this.addSql(`create index \`message_created_at_index\` on \`message\` (\`created_at\`);`);
    this.addSql(`create index \`message_sender_id_index\` on \`message\` (\`sender_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`offering_question__temp_alter\` (\`choices\` json not null, \`created_at\` datetime not null, \`id\` char not null primary key, \`is_required\` integer not null default false, \`kind\` text check (\`kind\` in ('TEXT', 'LONG_TEXT', 'NUMBER', 'YES_NO', 'CHOICE', 'PHONE')) not null, \`label\` text not null, \`offering_id\` char not null, \`position\` integer not null, \`version\` integer not null default 1, constraint \`offering_question_offering_id_foreign\` foreign key (\`offering_id\`) references \`offering\` (\`id\`) on delete cascade);`);
    this.addSql(`insert into \`offering_question__temp_alter\` select \`choices\`, \`created_at\`, \`id\`, \`is_required\`, \`kind\`, \`label\`, \`offering_id\`, \`position\`, \`version\` from \`offering_question\`;`);
    this.addSql(`drop table \`offering_question\`;`);
    this.addSql(`alter table \`offering_question__temp_alter\` rename to \`offering_question\`;`);
    this.addSql(`create index \`offering_question_offering_id_index\` on \`offering_question\` (\`offering_id\`);`);
    this.addSql(`create index \`offering_question_offering_id_position_index\` on \`offering_question\` (\`offering_id\`, \`position\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

}
