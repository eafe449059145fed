import { Migration } from '@mikro-orm/migrations';

const monthOf = (row: string) => `strftime('%Y-%m', ${row}.\`created_at\` / 1000, 'unixepoch')`;

/** So many letters of a suffix are kept. */
const kept = 10;

/** 1 to 500: the longest search text. A trigger may hold no recursive expression. */
const places = `json_each('[${Array.from({ length: 500 }, (_, i) => i + 1).join()}]') as \`place\``;

/** Every end of a search text that begins with a letter, and whose it is: two columns, and where they come from. */
const suffixesOf = (row: string) =>
  `substr(${row}.\`search_text\`, \`place\`.\`value\`, ${kept}), ${row}.\`id\` from ${row === '`user`' ? '\`user\` join ' : ''}${places} where \`place\`.\`value\` <= length(${row}.\`search_text\`) and substr(${row}.\`search_text\`, \`place\`.\`value\`, 1) <> ' '`;

const addSuffixes = `insert or ignore into \`user_suffix\` select ${suffixesOf('new')};`;
const dropSuffixes = `delete from \`user_suffix\` where \`user_id\` = old.\`id\` and \`suffix\` in (select ${suffixesOf('old').replace(', old.`id`', '')});`;

const addAccount = `insert into \`user_count\` values (${monthOf('new')}, new.\`role\`, new.\`status\`, 1) on conflict do update set \`accounts\` = \`accounts\` + 1;`;
const dropAccount = `update \`user_count\` set \`accounts\` = \`accounts\` - 1 where \`month\` = ${monthOf('old')} and \`role\` = old.\`role\` and \`status\` = old.\`status\`;`;

const isUnread = (row: string) => `${row}.\`read_at\` is null and ${row}.\`deleted_at\` is null and ${row}.\`expires_at\` is null`;
const addUnread = `insert into \`notification_count\` values (new.\`user_id\`, 1) on conflict do update set \`unread\` = \`unread\` + 1;`;
const dropUnread = `update \`notification_count\` set \`unread\` = \`unread\` - 1 where \`user_id\` = old.\`user_id\`;`;

/** In the transaction of the change; a change of anything else costs nothing. */
const triggers = [
  { name: 'user_counted', when: 'insert on `user`', statement: `${addAccount} ${addSuffixes}` },
  {
    name: 'user_recounted',
    when: 'update of `created_at`, `role`, `status` on `user` when old.`created_at` <> new.`created_at` or old.`role` <> new.`role` or old.`status` <> new.`status`',
    statement: `${dropAccount} ${addAccount}`,
  },
  {
    name: 'user_renamed',
    when: 'update of `search_text` on `user` when old.`search_text` <> new.`search_text`',
    statement: `${dropSuffixes} ${addSuffixes}`,
  },
  { name: 'user_uncounted', when: 'delete on `user`', statement: `${dropAccount} ${dropSuffixes}` },
  { name: 'notification_counted', when: `insert on \`notification\` when ${isUnread('new')}`, statement: addUnread },
  {
    name: 'notification_unread',
    when: `update on \`notification\` when ${isUnread('new')} and not (${isUnread('old')})`,
    statement: addUnread,
  },
  {
    name: 'notification_read',
    when: `update on \`notification\` when ${isUnread('old')} and not (${isUnread('new')})`,
    statement: dropUnread,
  },
  { name: 'notification_uncounted', when: `delete on \`notification\` when ${isUnread('old')}`, statement: dropUnread },
];

/** Counts that are kept instead of counted, and the indexes of every list by every filter: nothing grows with the tables. */
export class Migration0011_growth extends Migration {

  override name = 'Migration0011_growth';

  override up(): void | Promise<void> {
    this.addSql(`create table \`audit_count\` (\`span\` text check (\`span\` in ('DAY', 'MONTH')) not null, \`starts_at\` datetime not null, \`action\` text not null, \`severity\` text check (\`severity\` in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')) not null, \`outcome\` text check (\`outcome\` in ('SUCCESS', 'FAILURE')) not null, \`entries\` bigint not null, \`first_seq\` bigint not null, \`last_seq\` bigint not null, primary key (\`span\`, \`starts_at\`, \`action\`, \`severity\`, \`outcome\`)) without rowid;`);

    this.addSql(`create table \`audit_count_end\` (\`id\` integer not null primary key, \`seq\` bigint not null);`);

    this.addSql(`create table \`notification_count\` (\`user_id\` char(36) not null primary key, \`unread\` integer not null, constraint \`notification_count_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on update cascade on delete cascade);`);
    this.addSql(`create index \`notification_count_user_id_index\` on \`notification_count\` (\`user_id\`);`);

    this.addSql(`create table \`user_count\` (\`month\` text not null, \`role\` text check (\`role\` in ('CUSTOMER', 'PROOFREADER', 'ARTISAN', 'ADMIN')) not null, \`status\` text check (\`status\` in ('PENDING', 'ACTIVE', 'SUSPENDED', 'ERASED')) not null, \`accounts\` bigint not null, primary key (\`month\`, \`role\`, \`status\`));`);

    this.addSql(`create table \`user_suffix\` (\`suffix\` text not null, \`user_id\` char(36) not null, primary key (\`suffix\`, \`user_id\`)) without rowid;`);

    this.addSql(`drop index \`audit_entry_action_index\`;`);
    this.addSql(`drop index \`audit_entry_actor_id_index\`;`);
    this.addSql(`drop index \`audit_entry_severity_index\`;`);
    this.addSql(`drop index \`audit_entry_target_type_target_id_index\`;`);
    this.addSql(`create index \`audit_entry_actor_id_seq_index\` on \`audit_entry\` (\`actor_id\`, \`seq\`);`);
    this.addSql(`create index \`audit_entry_action_seq_index\` on \`audit_entry\` (\`action\`, \`seq\`);`);
    this.addSql(`create index \`audit_entry_severity_seq_index\` on \`audit_entry\` (\`severity\`, \`seq\`);`);
    this.addSql(`create index \`audit_entry_outcome_seq_index\` on \`audit_entry\` (\`outcome\`, \`seq\`);`);
    this.addSql(`create index \`audit_entry_target_type_seq_index\` on \`audit_entry\` (\`target_type\`, \`seq\`);`);
    this.addSql(`create index \`audit_entry_target_id_seq_index\` on \`audit_entry\` (\`target_id\`, \`seq\`);`);

    this.addSql(`alter table \`conversation\` add column \`subject_key\` text not null default '';`);
    this.addSql(`create index \`conversation_subject_key_id_index\` on \`conversation\` (\`subject_key\`, \`id\`);`);

    this.addSql(`drop index \`user_role_status_index\`;`);
    this.addSql(`alter table \`user\` add column \`first_name_key\` text not null default '';`);
    this.addSql(`alter table \`user\` add column \`last_name_key\` text not null default '';`);
    this.addSql(`alter table \`user\` add column \`search_text\` text not null default '';`);
    this.addSql(`create index \`user_created_at_id_index\` on \`user\` (\`created_at\`, \`id\`);`);
    this.addSql(`create index \`user_role_created_at_id_index\` on \`user\` (\`role\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`user_status_created_at_id_index\` on \`user\` (\`status\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`user_last_name_key_first_name_key_id_index\` on \`user\` (\`last_name_key\`, \`first_name_key\`, \`id\`);`);

    this.addSql(`alter table \`customer_order\` add column \`title_key\` text not null default '';`);
    this.addSql(`create index \`customer_order_title_key_id_index\` on \`customer_order\` (\`title_key\`, \`id\`);`);
    this.addSql(`create index \`customer_order_total_cents_id_index\` on \`customer_order\` (\`total_cents\`, \`id\`);`);

    this.addSql(`create index \`notification_user_id_deleted_at_created_at_id_index\` on \`notification\` (\`user_id\`, \`deleted_at\`, \`created_at\`, \`id\`);`);

    this.addSql(`create index \`invoice_buyer_id_id_index\` on \`invoice\` (\`buyer_id\`, \`id\`);`);
    this.addSql(`create index \`invoice_buyer_id_gross_cents_id_index\` on \`invoice\` (\`buyer_id\`, \`gross_cents\`, \`id\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`conversation_participant__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`conversation_id\` char(36) not null, \`user_id\` char(36) not null, \`left_at\` datetime null, \`last_read_at\` datetime null, \`last_message_at\` datetime not null, constraint \`conversation_participant_conversation_id_foreign\` foreign key (\`conversation_id\`) references \`conversation\` (\`id\`) on delete cascade, constraint \`conversation_participant_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`insert into \`conversation_participant__temp_alter\` select \`p\`.\`id\`, \`p\`.\`created_at\`, \`p\`.\`version\`, \`p\`.\`conversation_id\`, \`p\`.\`user_id\`, \`p\`.\`left_at\`, \`p\`.\`last_read_at\`, \`c\`.\`last_message_at\` from \`conversation_participant\` as \`p\` join \`conversation\` as \`c\` on \`c\`.\`id\` = \`p\`.\`conversation_id\`;`);
    this.addSql(`drop table \`conversation_participant\`;`);
    this.addSql(`alter table \`conversation_participant__temp_alter\` rename to \`conversation_participant\`;`);
    this.addSql(`create index \`conversation_participant_conversation_id_index\` on \`conversation_participant\` (\`conversation_id\`);`);
    this.addSql(`create index \`conversation_participant_user_id_index\` on \`conversation_participant\` (\`user_id\`);`);
    this.addSql(`create unique index \`conversation_participant_conversation_id_user_id_unique\` on \`conversation_participant\` (\`conversation_id\`, \`user_id\`);`);
    this.addSql(`create index \`conversation_participant_user_id_left_at_last_message_at_conversation_id_index\` on \`conversation_participant\` (\`user_id\`, \`left_at\`, \`last_message_at\`, \`conversation_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    // What is there already is counted, and the people are made findable.
    this.addSql(`insert into \`audit_count\` select 'DAY', \`at\` - \`at\` % 86400000, \`action\`, \`severity\`, \`outcome\`, count(*), min(\`seq\`), max(\`seq\`) from \`audit_entry\` group by 2, 3, 4, 5;`);
    this.addSql(`insert into \`audit_count\` select 'MONTH', strftime('%s', \`starts_at\` / 1000, 'unixepoch', 'start of month') * 1000, \`action\`, \`severity\`, \`outcome\`, sum(\`entries\`), min(\`first_seq\`), max(\`last_seq\`) from \`audit_count\` where \`span\` = 'DAY' group by 2, 3, 4, 5;`);
    this.addSql(`insert into \`audit_count_end\` select 1, coalesce(max(\`seq\`), 0) from \`audit_entry\`;`);
    this.addSql(`insert into \`user_count\` select ${monthOf('`user`')}, \`role\`, \`status\`, count(*) from \`user\` group by 1, 2, 3;`);
    this.addSql(`insert into \`notification_count\` select \`user_id\`, count(*) from \`notification\` where \`read_at\` is null and \`deleted_at\` is null and \`expires_at\` is null group by \`user_id\`;`);
    this.addSql(`update \`user\` set \`first_name_key\` = fold_text(\`first_name\`), \`last_name_key\` = fold_text(\`last_name\`), \`search_text\` = fold_text(\`first_name\` || ' ' || \`last_name\` || ' ' || \`email\`);`);
    this.addSql(`insert into \`user_suffix\` select distinct ${suffixesOf('`user`')} order by 1, 2;`);
    this.addSql(`update \`customer_order\` set \`title_key\` = fold_text(\`title\`);`);
    this.addSql(`update \`conversation\` set \`subject_key\` = fold_text(\`subject\`);`);

    for (const { name, when, statement } of triggers) this.addSql(`create trigger \`${name}\` after ${when} begin ${statement} end;`);
  }

  override down(): void | Promise<void> {
    for (const { name } of triggers) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`drop table if exists \`audit_count\`;`);
    this.addSql(`drop table if exists \`audit_count_end\`;`);
    this.addSql(`drop table if exists \`notification_count\`;`);
    this.addSql(`drop table if exists \`user_count\`;`);
    this.addSql(`drop table if exists \`user_suffix\`;`);

    this.addSql(`drop index \`audit_entry_actor_id_seq_index\`;`);
    this.addSql(`drop index \`audit_entry_action_seq_index\`;`);
    this.addSql(`drop index \`audit_entry_severity_seq_index\`;`);
    this.addSql(`drop index \`audit_entry_outcome_seq_index\`;`);
    this.addSql(`drop index \`audit_entry_target_type_seq_index\`;`);
    this.addSql(`drop index \`audit_entry_target_id_seq_index\`;`);
    this.addSql(`create index \`audit_entry_action_index\` on \`audit_entry\` (\`action\`);`);
    this.addSql(`create index \`audit_entry_actor_id_index\` on \`audit_entry\` (\`actor_id\`);`);
    this.addSql(`create index \`audit_entry_severity_index\` on \`audit_entry\` (\`severity\`);`);
    this.addSql(`create index \`audit_entry_target_type_target_id_index\` on \`audit_entry\` (\`target_type\`, \`target_id\`);`);

    this.addSql(`drop index \`conversation_subject_key_id_index\`;`);
    this.addSql(`alter table \`conversation\` drop column \`subject_key\`;`);

    this.addSql(`drop index \`conversation_participant_user_id_left_at_last_message_at_conversation_id_index\`;`);
    this.addSql(`alter table \`conversation_participant\` drop column \`last_message_at\`;`);
    this.addSql(`create index \`conversation_participant_user_id_left_at_index\` on \`conversation_participant\` (\`user_id\`, \`left_at\`);`);

    this.addSql(`drop index \`customer_order_title_key_id_index\`;`);
    this.addSql(`drop index \`customer_order_total_cents_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop column \`title_key\`;`);

    this.addSql(`drop index \`invoice_buyer_id_id_index\`;`);
    this.addSql(`drop index \`invoice_buyer_id_gross_cents_id_index\`;`);

    this.addSql(`drop index \`notification_user_id_deleted_at_created_at_id_index\`;`);

    this.addSql(`drop index \`user_created_at_id_index\`;`);
    this.addSql(`drop index \`user_role_created_at_id_index\`;`);
    this.addSql(`drop index \`user_status_created_at_id_index\`;`);
    this.addSql(`drop index \`user_last_name_key_first_name_key_id_index\`;`);
    this.addSql(`alter table \`user\` drop column \`first_name_key\`;`);
    this.addSql(`alter table \`user\` drop column \`last_name_key\`;`);
    this.addSql(`alter table \`user\` drop column \`search_text\`;`);
    this.addSql(`create index \`user_role_status_index\` on \`user\` (\`role\`, \`status\`);`);
  }

}
