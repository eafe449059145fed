import { Migration } from '@mikro-orm/migrations';

const noted = 'insert into `figure_change` (`at`, `on_day`)';
type Row = 'old' | 'new';

/** A message counts on its own day, on that of its conversation, and for the team's next answer that everybody reads. */
const messageOf = (row: Row, next: string) =>
  `${noted} select ${row}.\`created_at\`, null union select \`c\`.\`last_message_at\`, null from \`conversation\` as \`c\` where \`c\`.\`id\` = ${row}.\`conversation_id\` union select \`next\`.\`at\`, null from (select \`m\`.\`created_at\` as \`at\` from \`message\` as \`m\` join \`user\` as \`u\` on \`u\`.\`id\` = \`m\`.\`sender_id\` where \`m\`.\`conversation_id\` = ${row}.\`conversation_id\` and \`m\`.\`created_at\` > ${row}.\`created_at\` and \`m\`.\`deleted_at\` is null${next} and \`u\`.\`role\` <> 'CUSTOMER' order by \`m\`.\`created_at\` limit 1) as \`next\`;`;
const messagesIn = (conversations: string) =>
  `${noted} select \`m\`.\`created_at\`, null from \`message\` as \`m\` where \`m\`.\`conversation_id\` in (${conversations}) union select \`c\`.\`last_message_at\`, null from \`conversation\` as \`c\` where \`c\`.\`id\` in (${conversations});`;
const talksOf = (row: Row) => messagesIn(`select \`s\`.\`conversation_id\` from \`message\` as \`s\` where \`s\`.\`sender_id\` = ${row}.\`id\``);
const instantOf = (row: Row) => `${noted} select ${row}.\`last_message_at\`, null;`;

interface Trigger {
  readonly name: string;
  readonly on: string;
  readonly when: 'after insert' | 'after update' | 'after delete' | 'before delete';
  readonly columns?: readonly string[];
  readonly statements: string;
}

/** Those of Migration0037 that speak of messages, as they were (`before`), and with messages that only the team reads (`now`). */
const triggersOf = (next: string, columns: readonly string[]): readonly Trigger[] => [
  { name: 'user_role_refigured', on: 'user', when: 'after update', columns: ['role'], statements: talksOf('new') },
  { name: 'user_talks_unfigured', on: 'user', when: 'before delete', statements: talksOf('old') },
  { name: 'conversation_refigured', on: 'conversation', when: 'after update', columns: ['last_message_at'], statements: instantOf('old') + instantOf('new') },
  { name: 'conversation_unfigured', on: 'conversation', when: 'before delete', statements: messagesIn('old.`id`') },
  { name: 'message_figured', on: 'message', when: 'after insert', statements: messageOf('new', next) },
  { name: 'message_refigured', on: 'message', when: 'after update', columns: ['created_at', 'conversation_id', 'sender_id', 'deleted_at', ...columns], statements: messageOf('old', next) + messageOf('new', next) },
  { name: 'message_unfigured', on: 'message', when: 'after delete', statements: messageOf('old', next) },
];
const before = triggersOf('', []);
const now = triggersOf(" and `m`.`audience` = 'ALL'", ['audience']);

const conditionOf = (columns: readonly string[]) => columns.map((column) => `old.\`${column}\` is not new.\`${column}\``).join(' or ');
const written = ({ name, on, when, columns = [], statements }: Trigger) =>
  `create trigger \`${name}\` ${when} on \`${on}\`${columns.length > 0 ? ` when (${conditionOf(columns)})` : ''} begin ${statements} end;`;

/** What has been read is a number instead of an instant: a message that commits late is not read unseen. */
export class Migration0062_conversations extends Migration {

  override name = 'Migration0062_conversations';

  override up(): void | Promise<void> {
    for (const { name } of before) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`create table \`message_revision\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`message_id\` char(36) not null, \`content\` mediumtext not null, constraint \`message_revision_message_id_foreign\` foreign key (\`message_id\`) references \`message\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`message_revision_message_id_index\` on \`message_revision\` (\`message_id\`);`);
    this.addSql(`create index \`message_revision_message_id_created_at_id_index\` on \`message_revision\` (\`message_id\`, \`created_at\`, \`id\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`conversation__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`subject\` text not null, \`subject_key\` text not null default '', \`context_type\` text not null, \`context_id\` char(36) null, \`status\` text check (\`status\` in ('OPEN', 'WAITING', 'CLOSED')) not null default 'OPEN', \`assignee_id\` char(36) null, \`next_seq\` integer not null default 1, \`last_staff_at\` datetime null, \`last_outside_at\` datetime null, \`first_response_at\` datetime null, \`last_message_at\` datetime not null, constraint \`conversation_assignee_id_foreign\` foreign key (\`assignee_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`insert into \`conversation__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`subject\`, \`subject_key\`, \`context_type\`, \`context_id\`, case when (select \`u\`.\`role\` from \`message\` as \`m\` join \`user\` as \`u\` on \`u\`.\`id\` = \`m\`.\`sender_id\` where \`m\`.\`conversation_id\` = \`conversation\`.\`id\` and \`m\`.\`deleted_at\` is null order by \`m\`.\`created_at\` desc, \`m\`.\`id\` desc limit 1) <> 'CUSTOMER' then 'WAITING' else 'OPEN' end as \`status\`, null as \`assignee_id\`, (select count(*) + 1 from \`message\` as \`m\` where \`m\`.\`conversation_id\` = \`conversation\`.\`id\`) as \`next_seq\`, (select max(\`m\`.\`created_at\`) from \`message\` as \`m\` join \`user\` as \`u\` on \`u\`.\`id\` = \`m\`.\`sender_id\` where \`m\`.\`conversation_id\` = \`conversation\`.\`id\` and \`m\`.\`deleted_at\` is null and \`u\`.\`role\` <> 'CUSTOMER') as \`last_staff_at\`, (select max(\`m\`.\`created_at\`) from \`message\` as \`m\` join \`user\` as \`u\` on \`u\`.\`id\` = \`m\`.\`sender_id\` where \`m\`.\`conversation_id\` = \`conversation\`.\`id\` and \`m\`.\`deleted_at\` is null and \`u\`.\`role\` = 'CUSTOMER') as \`last_outside_at\`, (select min(\`m\`.\`created_at\`) from \`message\` as \`m\` join \`user\` as \`u\` on \`u\`.\`id\` = \`m\`.\`sender_id\` where \`m\`.\`conversation_id\` = \`conversation\`.\`id\` and \`m\`.\`deleted_at\` is null and \`u\`.\`role\` <> 'CUSTOMER' and exists (select 1 from \`message\` as \`q\` join \`user\` as \`a\` on \`a\`.\`id\` = \`q\`.\`sender_id\` where \`q\`.\`conversation_id\` = \`m\`.\`conversation_id\` and \`a\`.\`role\` = 'CUSTOMER' and \`q\`.\`created_at\` < \`m\`.\`created_at\`)) as \`first_response_at\`, \`last_message_at\` from \`conversation\`;`);
    this.addSql(`drop table \`conversation\`;`);
    this.addSql(`alter table \`conversation__temp_alter\` rename to \`conversation\`;`);
    this.addSql(`create index \`conversation_assignee_id_index\` on \`conversation\` (\`assignee_id\`);`);
    this.addSql(`create index \`conversation_last_message_at_id_index\` on \`conversation\` (\`last_message_at\`, \`id\`);`);
    this.addSql(`create index \`conversation_subject_key_id_index\` on \`conversation\` (\`subject_key\`, \`id\`);`);
    this.addSql(`create unique index \`conversation_context_type_context_id_unique\` on \`conversation\` (\`context_type\`, \`context_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`message__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`conversation_id\` char(36) not null, \`sender_id\` char(36) null, \`type\` text check (\`type\` in ('USER_MESSAGE', 'SYSTEM_MESSAGE', 'SUPPORT_MESSAGE', 'ADMIN_MESSAGE', 'CONSULTATION_REQUEST')) not null default 'USER_MESSAGE', \`content\` mediumtext not null, \`words\` mediumtext not null, \`seq\` integer not null, \`audience\` text not null default 'ALL', \`parent_id\` char(36) null, \`pinned_at\` datetime null, \`edited_at\` datetime null, \`deleted_at\` datetime null, \`deletion_reason\` text null, \`deleted_by_id\` char(36) null, constraint \`message_conversation_id_foreign\` foreign key (\`conversation_id\`) references \`conversation\` (\`id\`) on delete cascade, constraint \`message_sender_id_foreign\` foreign key (\`sender_id\`) references \`user\` (\`id\`) on delete cascade, constraint \`message_parent_id_foreign\` foreign key (\`parent_id\`) references \`message\` (\`id\`) on delete set null, constraint \`message_deleted_by_id_foreign\` foreign key (\`deleted_by_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`insert into \`message__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`conversation_id\`, \`sender_id\`, \`type\`, \`content\`, '' as \`words\`, row_number() over (partition by \`conversation_id\` order by \`created_at\`, \`id\`) as \`seq\`, 'ALL' as \`audience\`, null as \`parent_id\`, null as \`pinned_at\`, null as \`edited_at\`, \`deleted_at\`, null as \`deletion_reason\`, null as \`deleted_by_id\` from \`message\`;`);
    this.addSql(`drop table \`message\`;`);
    this.addSql(`alter table \`message__temp_alter\` rename to \`message\`;`);
    this.addSql(`create index \`message_conversation_id_index\` on \`message\` (\`conversation_id\`);`);
    this.addSql(`create index \`message_sender_id_index\` on \`message\` (\`sender_id\`);`);
    this.addSql(`create index \`message_parent_id_index\` on \`message\` (\`parent_id\`);`);
    this.addSql(`create index \`message_deleted_by_id_index\` on \`message\` (\`deleted_by_id\`);`);
    this.addSql(`create index \`message_conversation_id_created_at_id_index\` on \`message\` (\`conversation_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`message_created_at_index\` on \`message\` (\`created_at\`);`);
    this.addSql(`create unique index \`message_conversation_id_seq_unique\` on \`message\` (\`conversation_id\`, \`seq\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`alter table \`conversation_participant\` add column \`side\` text check (\`side\` in ('OUTSIDE', 'STAFF')) not null default 'OUTSIDE';`);
    this.addSql(`alter table \`conversation_participant\` add column \`last_read_seq\` integer not null default 0;`);
    this.addSql(`alter table \`conversation_participant\` add column \`archived_at\` datetime null;`);
    this.addSql(`alter table \`conversation_participant\` add column \`pinned_at\` datetime null;`);
    this.addSql(`alter table \`conversation_participant\` add column \`muted_until\` datetime null;`);
    this.addSql(`alter table \`conversation_participant\` add column \`draft\` mediumtext null;`);
    this.addSql(`update \`conversation_participant\` set \`last_read_seq\` = (select count(*) from \`message\` as \`m\` where \`m\`.\`conversation_id\` = \`conversation_participant\`.\`conversation_id\` and \`m\`.\`created_at\` <= \`conversation_participant\`.\`last_read_at\`) where \`last_read_at\` is not null;`);
    this.addSql(`update \`conversation_participant\` set \`side\` = 'STAFF' where exists (select 1 from \`conversation\` as \`c\` join \`customer_order\` as \`o\` on \`o\`.\`id\` = \`c\`.\`context_id\` where \`c\`.\`id\` = \`conversation_participant\`.\`conversation_id\` and \`c\`.\`context_type\` = 'ORDER' and \`o\`.\`proofreader_id\` = \`conversation_participant\`.\`user_id\`);`);
    // What messages are searched by is made of their texts by the application: neither database makes the same of them.
    this.addSql(`insert into \`job\` (\`id\`, \`kind\`, \`payload\`, \`run_at\`, \`created_at\`) select '019ad6b2-8c00-7062-8062-000000000062', 'messaging.write-words', '{}', 1764547200000, 1764547200000 from (select 1 as \`one\`) as \`once\` where exists (select 1 from \`message\`);`);
    for (const trigger of now) this.addSql(written(trigger));
  }

  override down(): void | Promise<void> {
    this.addSql(`delete from \`job\` where \`kind\` = 'messaging.write-words';`);
    for (const { name } of now) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`delete from \`conversation\` where \`context_id\` is null;`);
    this.addSql(`drop table if exists \`message_revision\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`conversation__temp_alter\` (\`context_id\` char not null, \`context_type\` text not null, \`created_at\` datetime not null, \`id\` char not null primary key, \`last_message_at\` datetime not null, \`subject\` text not null, \`subject_key\` text not null default '', \`version\` integer not null default 1);`);
    this.addSql(`insert into \`conversation__temp_alter\` select \`context_id\`, \`context_type\`, \`created_at\`, \`id\`, \`last_message_at\`, \`subject\`, \`subject_key\`, \`version\` from \`conversation\`;`);
    this.addSql(`drop table \`conversation\`;`);
    this.addSql(`alter table \`conversation__temp_alter\` rename to \`conversation\`;`);
    this.addSql(`create unique index \`conversation_context_type_context_id_unique\` on \`conversation\` (\`context_type\`, \`context_id\`);`);
    this.addSql(`create index \`conversation_last_message_at_id_index\` on \`conversation\` (\`last_message_at\`, \`id\`);`);
    this.addSql(`create index \`conversation_subject_key_id_index\` on \`conversation\` (\`subject_key\`, \`id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`alter table \`conversation_participant\` drop column \`side\`;`);
    this.addSql(`alter table \`conversation_participant\` drop column \`last_read_seq\`;`);
    this.addSql(`alter table \`conversation_participant\` drop column \`archived_at\`;`);
    this.addSql(`alter table \`conversation_participant\` drop column \`pinned_at\`;`);
    this.addSql(`alter table \`conversation_participant\` drop column \`muted_until\`;`);
    this.addSql(`alter table \`conversation_participant\` drop column \`draft\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`message__temp_alter\` (\`content\` text not null, \`conversation_id\` char not null, \`created_at\` datetime not null, \`deleted_at\` datetime null, \`id\` char not null primary key, \`sender_id\` char null, \`type\` text check (\`type\` in ('USER_MESSAGE', 'SYSTEM_MESSAGE', 'SUPPORT_MESSAGE', 'ADMIN_MESSAGE', 'CONSULTATION_REQUEST')) not null default 'USER_MESSAGE', \`version\` integer not null default 1, constraint \`message_conversation_id_foreign\` foreign key (\`conversation_id\`) references \`conversation\` (\`id\`) on delete cascade, constraint \`message_sender_id_foreign\` foreign key (\`sender_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`insert into \`message__temp_alter\` select \`content\`, \`conversation_id\`, \`created_at\`, \`deleted_at\`, \`id\`, \`sender_id\`, \`type\`, \`version\` from \`message\`;`);
    this.addSql(`drop table \`message\`;`);
    this.addSql(`alter table \`message__temp_alter\` rename to \`message\`;`);
    this.addSql(`create index \`message_conversation_id_created_at_id_index\` on \`message\` (\`conversation_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`message_conversation_id_index\` on \`message\` (\`conversation_id\`);`);
    this.addSql(`create index \`message_created_at_index\` on \`message\` (\`created_at\`);`);
    this.addSql(`create index \`message_sender_id_index\` on \`message\` (\`sender_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);
    for (const trigger of before) this.addSql(written(trigger));
  }

}
