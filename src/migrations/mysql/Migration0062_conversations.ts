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

const conditionOf = (columns: readonly string[]) => columns.map((column) => `not (old.\`${column}\` <=> new.\`${column}\`)`).join(' or ');
const written = ({ name, on, when, columns = [], statements }: Trigger) =>
  `create trigger \`${name}\` ${when} on \`${on}\` for each row begin ${columns.length > 0 ? `if ${conditionOf(columns)} then ${statements} end if;` : statements} end;`;

/** What has been read is a number instead of an instant: a message that commits late is not read unseen. */
export class Migration0062_conversations extends Migration {

  override name = 'Migration0062_conversations';

  override up(): void | Promise<void> {
    for (const { name } of before) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`create table \`message_revision\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`message_id\` char(36) not null, \`content\` mediumtext not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`message_revision\` add index \`message_revision_message_id_index\` (\`message_id\`);`);
    this.addSql(`alter table \`message_revision\` add index \`message_revision_message_id_created_at_id_index\` (\`message_id\`, \`created_at\`, \`id\`);`);

    this.addSql(`alter table \`conversation\` add \`status\` enum('OPEN','WAITING','CLOSED') not null default 'OPEN', add \`assignee_id\` char(36) null, add \`next_seq\` int not null default 1, add \`last_staff_at\` datetime(3) null, add \`last_outside_at\` datetime(3) null, add \`first_response_at\` datetime(3) null;`);
    this.addSql(`alter table \`conversation\` add constraint \`conversation_assignee_id_foreign\` foreign key (\`assignee_id\`) references \`user\` (\`id\`) on delete set null;`);
    this.addSql(`alter table \`conversation\` modify \`context_id\` char(36) null;`);
    this.addSql(`alter table \`conversation\` add index \`conversation_assignee_id_index\` (\`assignee_id\`);`);

    this.addSql(`alter table \`message\` add \`words\` mediumtext not null, add \`seq\` int not null, add \`audience\` enum('ALL','STAFF','ADMIN') not null default 'ALL', add \`parent_id\` char(36) null, add \`pinned_at\` datetime(3) null, add \`edited_at\` datetime(3) null, add \`deletion_reason\` varchar(500) null, add \`deleted_by_id\` char(36) null;`);
    this.addSql(`alter table \`message\` modify \`content\` mediumtext not null;`);
    this.addSql(`alter table \`message\` add constraint \`message_parent_id_foreign\` foreign key (\`parent_id\`) references \`message\` (\`id\`) on delete set null;`);
    this.addSql(`alter table \`message\` add constraint \`message_deleted_by_id_foreign\` foreign key (\`deleted_by_id\`) references \`user\` (\`id\`) on delete set null;`);
    this.addSql(`alter table \`message\` add index \`message_parent_id_index\` (\`parent_id\`);`);
    this.addSql(`alter table \`message\` add index \`message_deleted_by_id_index\` (\`deleted_by_id\`);`);
    this.addSql(`update \`message\` as \`m\` join (select \`id\`, row_number() over (partition by \`conversation_id\` order by \`created_at\`, \`id\`) as \`n\` from \`message\`) as \`s\` on \`s\`.\`id\` = \`m\`.\`id\` set \`m\`.\`seq\` = \`s\`.\`n\`;`);
    this.addSql(`alter table \`message\` add unique \`message_conversation_id_seq_unique\` (\`conversation_id\`, \`seq\`);`);

    this.addSql(`alter table \`conversation_participant\` add \`side\` enum('OUTSIDE','STAFF') not null default 'OUTSIDE', add \`last_read_seq\` int not null default 0, add \`archived_at\` datetime(3) null, add \`pinned_at\` datetime(3) null, add \`muted_until\` datetime(3) null, add \`draft\` mediumtext null;`);

    this.addSql(`alter table \`message_revision\` add constraint \`message_revision_message_id_foreign\` foreign key (\`message_id\`) references \`message\` (\`id\`) on delete cascade;`);
    this.addSql(`update \`conversation\` set \`status\` = case when (select \`u\`.\`role\` from \`message\` as \`m\` join \`user\` as \`u\` on \`u\`.\`id\` = \`m\`.\`sender_id\` where \`m\`.\`conversation_id\` = \`conversation\`.\`id\` and \`m\`.\`deleted_at\` is null order by \`m\`.\`created_at\` desc, \`m\`.\`id\` desc limit 1) <> 'CUSTOMER' then 'WAITING' else 'OPEN' end, \`next_seq\` = (select count(*) + 1 from \`message\` as \`m\` where \`m\`.\`conversation_id\` = \`conversation\`.\`id\`), \`last_staff_at\` = (select max(\`m\`.\`created_at\`) from \`message\` as \`m\` join \`user\` as \`u\` on \`u\`.\`id\` = \`m\`.\`sender_id\` where \`m\`.\`conversation_id\` = \`conversation\`.\`id\` and \`m\`.\`deleted_at\` is null and \`u\`.\`role\` <> 'CUSTOMER'), \`last_outside_at\` = (select max(\`m\`.\`created_at\`) from \`message\` as \`m\` join \`user\` as \`u\` on \`u\`.\`id\` = \`m\`.\`sender_id\` where \`m\`.\`conversation_id\` = \`conversation\`.\`id\` and \`m\`.\`deleted_at\` is null and \`u\`.\`role\` = 'CUSTOMER'), \`first_response_at\` = (select min(\`m\`.\`created_at\`) from \`message\` as \`m\` join \`user\` as \`u\` on \`u\`.\`id\` = \`m\`.\`sender_id\` where \`m\`.\`conversation_id\` = \`conversation\`.\`id\` and \`m\`.\`deleted_at\` is null and \`u\`.\`role\` <> 'CUSTOMER' and exists (select 1 from \`message\` as \`q\` join \`user\` as \`a\` on \`a\`.\`id\` = \`q\`.\`sender_id\` where \`q\`.\`conversation_id\` = \`m\`.\`conversation_id\` and \`a\`.\`role\` = 'CUSTOMER' and \`q\`.\`created_at\` < \`m\`.\`created_at\`));`);
    this.addSql(`update \`conversation_participant\` set \`last_read_seq\` = (select count(*) from \`message\` as \`m\` where \`m\`.\`conversation_id\` = \`conversation_participant\`.\`conversation_id\` and \`m\`.\`created_at\` <= \`conversation_participant\`.\`last_read_at\`) where \`last_read_at\` is not null;`);
    this.addSql(`update \`conversation_participant\` set \`side\` = 'STAFF' where exists (select 1 from \`conversation\` as \`c\` join \`customer_order\` as \`o\` on \`o\`.\`id\` = \`c\`.\`context_id\` where \`c\`.\`id\` = \`conversation_participant\`.\`conversation_id\` and \`c\`.\`context_type\` = 'ORDER' and \`o\`.\`proofreader_id\` = \`conversation_participant\`.\`user_id\`);`);
    // What messages are searched by is made of their texts by the application: neither database makes the same of them.
    this.addSql(`insert into \`job\` (\`id\`, \`kind\`, \`payload\`, \`run_at\`, \`created_at\`) select '019ad6b2-8c00-7062-8062-000000000062', 'messaging.write-words', '{}', '2025-12-01 00:00:00.000', '2025-12-01 00:00:00.000' from (select 1 as \`one\`) as \`once\` where exists (select 1 from \`message\`);`);
    for (const trigger of now) this.addSql(written(trigger));
  }

  override down(): void | Promise<void> {
    this.addSql(`delete from \`job\` where \`kind\` = 'messaging.write-words';`);
    for (const { name } of now) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`delete from \`conversation\` where \`context_id\` is null;`);
    this.addSql(`drop table if exists \`message_revision\`;`);

    this.addSql(`alter table \`conversation\` drop foreign key \`conversation_assignee_id_foreign\`;`);

    this.addSql(`alter table \`message\` drop foreign key \`message_parent_id_foreign\`;`);
    this.addSql(`alter table \`message\` drop foreign key \`message_deleted_by_id_foreign\`;`);

    this.addSql(`alter table \`conversation\` drop index \`conversation_assignee_id_index\`;`);
    this.addSql(`alter table \`conversation\` drop column \`status\`, drop column \`assignee_id\`, drop column \`next_seq\`, drop column \`last_staff_at\`, drop column \`last_outside_at\`, drop column \`first_response_at\`;`);
    this.addSql(`alter table \`conversation\` modify \`context_id\` char(36) not null;`);

    this.addSql(`alter table \`conversation_participant\` drop column \`side\`, drop column \`last_read_seq\`, drop column \`archived_at\`, drop column \`pinned_at\`, drop column \`muted_until\`, drop column \`draft\`;`);

    this.addSql(`alter table \`message\` drop index \`message_parent_id_index\`;`);
    this.addSql(`alter table \`message\` drop index \`message_deleted_by_id_index\`;`);
    this.addSql(`alter table \`message\` drop index \`message_conversation_id_seq_unique\`;`);
    this.addSql(`alter table \`message\` modify \`content\` text not null;`);
    this.addSql(`alter table \`message\` drop column \`words\`, drop column \`seq\`, drop column \`audience\`, drop column \`parent_id\`, drop column \`pinned_at\`, drop column \`edited_at\`, drop column \`deletion_reason\`, drop column \`deleted_by_id\`;`);
    for (const trigger of before) this.addSql(written(trigger));
  }

}
