import { Migration } from '@mikro-orm/migrations';

/** As people sort and search names: MySQL ignores case and accents by itself. */
const folded = (text: string) => `lower(replace(replace(replace(replace(${text}, 'œ', 'oe'), 'Œ', 'oe'), 'ß', 'ss'), '’', ''''))`;

/** So many letters of a suffix are kept. */
const kept = 10;

/** 1 to 500: the longest search text. */
const digits = (name: string) => `(select 0 as \`d\` union all select 1 union all select 2 union all select 3 union all select 4 union all select 5 union all select 6 union all select 7 union all select 8 union all select 9) as \`${name}\``;
const places = `(select 1 + \`a\`.\`d\` + 10 * \`b\`.\`d\` + 100 * \`c\`.\`d\` as \`n\` from ${digits('a')} join ${digits('b')} join ${digits('c')} where \`c\`.\`d\` < 5) as \`place\``;

/** Every end of a search text that begins with a letter, and whose it is: two columns, and where they come from. */
const suffixesOf = (row: string) =>
  `substr(${row}\`search_text\`, \`place\`.\`n\`, ${kept}) as \`suffix\`, ${row}\`id\` from ${row === '`user`.' ? '\`user\` join ' : ''}${places} where \`place\`.\`n\` <= char_length(${row}\`search_text\`) and substr(${row}\`search_text\`, \`place\`.\`n\`, 1) <> ' '`;

const addSuffixes = `insert ignore into \`user_suffix\` select distinct ${suffixesOf('new.')};`;
const dropSuffixes = `delete \`s\` from \`user_suffix\` as \`s\` join (select distinct ${suffixesOf('old.')}) as \`old_suffix\` on \`old_suffix\`.\`suffix\` = \`s\`.\`suffix\` and \`old_suffix\`.\`id\` = \`s\`.\`user_id\`;`;

const monthOf = (row: string) => `date_format(${row}.\`created_at\`, '%Y-%m')`;
const addAccount = `insert into \`user_count\` values (${monthOf('new')}, new.\`role\`, new.\`status\`, 1) on duplicate key update \`accounts\` = \`accounts\` + 1;`;
const dropAccount = `update \`user_count\` set \`accounts\` = \`accounts\` - 1 where \`month\` = ${monthOf('old')} and \`role\` = old.\`role\` and \`status\` = old.\`status\`;`;

const isUnread = (row: string) => `${row}.\`read_at\` is null and ${row}.\`deleted_at\` is null and ${row}.\`expires_at\` is null`;
const addUnread = `if ${isUnread('new')} then insert into \`notification_count\` values (new.\`user_id\`, 1) on duplicate key update \`unread\` = \`unread\` + 1; end if;`;
const dropUnread = `if ${isUnread('old')} then update \`notification_count\` set \`unread\` = \`unread\` - 1 where \`user_id\` = old.\`user_id\`; end if;`;

const isElse = (columns: readonly string[]) => columns.map((column) => `not (old.\`${column}\` <=> new.\`${column}\`)`).join(' or ');

/** In the transaction of the change; a change of anything else costs nothing. */
const triggers = [
  { name: 'user_counted', when: 'insert on `user`', statements: [addAccount, addSuffixes] },
  {
    name: 'user_recounted',
    when: 'update on `user`',
    statements: [`if ${isElse(['created_at', 'role', 'status'])} then ${dropAccount} ${addAccount} end if;`],
  },
  {
    name: 'user_renamed',
    when: 'update on `user`',
    statements: [`if ${isElse(['search_text'])} then ${dropSuffixes} ${addSuffixes} end if;`],
  },
  { name: 'user_uncounted', when: 'delete on `user`', statements: [dropAccount, dropSuffixes] },
  { name: 'notification_counted', when: 'insert on `notification`', statements: [addUnread] },
  {
    name: 'notification_unread',
    when: 'update on `notification`',
    statements: [`if not (${isUnread('old')}) then ${addUnread} end if;`],
  },
  {
    name: 'notification_read',
    when: 'update on `notification`',
    statements: [`if not (${isUnread('new')}) then ${dropUnread} end if;`],
  },
  { name: 'notification_uncounted', when: 'delete on `notification`', statements: [dropUnread] },
];

/** Counts that are kept instead of counted, and the indexes of every list by every filter: nothing grows with the tables. */
export class Migration0011_growth extends Migration {

  override name = 'Migration0011_growth';

  override up(): void | Promise<void> {
    this.addSql(`create table \`audit_count\` (\`span\` enum('DAY','MONTH') not null, \`starts_at\` datetime(3) not null, \`action\` varchar(60) not null, \`severity\` enum('LOW','MEDIUM','HIGH','CRITICAL') not null, \`outcome\` enum('SUCCESS','FAILURE') not null, \`entries\` bigint not null, \`first_seq\` bigint not null, \`last_seq\` bigint not null, primary key (\`span\`, \`starts_at\`, \`action\`, \`severity\`, \`outcome\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`create table \`audit_count_end\` (\`id\` int unsigned not null, \`seq\` bigint not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`create table \`notification_count\` (\`user_id\` char(36) not null, \`unread\` int not null, primary key (\`user_id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`notification_count\` add index \`notification_count_user_id_index\` (\`user_id\`);`);

    this.addSql(`create table \`user_count\` (\`month\` varchar(7) not null, \`role\` enum('CUSTOMER','PROOFREADER','ARTISAN','ADMIN') not null, \`status\` enum('PENDING','ACTIVE','SUSPENDED','ERASED') not null, \`accounts\` bigint not null, primary key (\`month\`, \`role\`, \`status\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`create table \`user_suffix\` (\`suffix\` varchar(10) not null, \`user_id\` char(36) not null, primary key (\`suffix\`, \`user_id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`alter table \`audit_entry\` drop index \`audit_entry_action_index\`;`);
    this.addSql(`alter table \`audit_entry\` drop index \`audit_entry_actor_id_index\`;`);
    this.addSql(`alter table \`audit_entry\` drop index \`audit_entry_severity_index\`;`);
    this.addSql(`alter table \`audit_entry\` drop index \`audit_entry_target_type_target_id_index\`;`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_actor_id_seq_index\` (\`actor_id\`, \`seq\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_action_seq_index\` (\`action\`, \`seq\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_severity_seq_index\` (\`severity\`, \`seq\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_outcome_seq_index\` (\`outcome\`, \`seq\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_target_type_seq_index\` (\`target_type\`, \`seq\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_target_id_seq_index\` (\`target_id\`, \`seq\`);`);

    this.addSql(`alter table \`conversation\` add \`subject_key\` varchar(510) not null default '';`);
    this.addSql(`alter table \`conversation\` add index \`conversation_subject_key_id_index\` (\`subject_key\`, \`id\`);`);

    this.addSql(`alter table \`user\` drop index \`user_role_status_index\`;`);
    this.addSql(`alter table \`user\` add \`first_name_key\` varchar(100) not null default '', add \`last_name_key\` varchar(100) not null default '', add \`search_text\` varchar(500) not null default '';`);
    this.addSql(`alter table \`user\` add index \`user_created_at_id_index\` (\`created_at\`, \`id\`);`);
    this.addSql(`alter table \`user\` add index \`user_role_created_at_id_index\` (\`role\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`user\` add index \`user_status_created_at_id_index\` (\`status\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`user\` add index \`user_last_name_key_first_name_key_id_index\` (\`last_name_key\`, \`first_name_key\`, \`id\`);`);

    this.addSql(`alter table \`customer_order\` add \`title_key\` varchar(510) not null default '';`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_title_key_id_index\` (\`title_key\`, \`id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_total_cents_id_index\` (\`total_cents\`, \`id\`);`);

    this.addSql(`alter table \`notification\` add index \`notification_user_id_deleted_at_created_at_id_index\` (\`user_id\`, \`deleted_at\`, \`created_at\`, \`id\`);`);

    this.addSql(`alter table \`invoice\` add index \`invoice_buyer_id_id_index\` (\`buyer_id\`, \`id\`);`);
    this.addSql(`alter table \`invoice\` add index \`invoice_buyer_id_gross_cents_id_index\` (\`buyer_id\`, \`gross_cents\`, \`id\`);`);

    this.addSql(`alter table \`conversation_participant\` drop index \`conversation_participant_user_id_left_at_index\`;`);
    this.addSql(`alter table \`conversation_participant\` add \`last_message_at\` datetime(3) null;`);
    this.addSql(`update \`conversation_participant\` as \`p\` join \`conversation\` as \`c\` on \`c\`.\`id\` = \`p\`.\`conversation_id\` set \`p\`.\`last_message_at\` = \`c\`.\`last_message_at\`;`);
    this.addSql(`alter table \`conversation_participant\` modify \`last_message_at\` datetime(3) not null;`);
    this.addSql(`alter table \`conversation_participant\` add index \`conversation_participant_user_id_left_at_last_messa_9ea66_index\` (\`user_id\`, \`left_at\`, \`last_message_at\`, \`conversation_id\`);`);

    this.addSql(`alter table \`notification_count\` add constraint \`notification_count_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on update cascade on delete cascade;`);

    // What is there already is counted, and the people are made findable.
    this.addSql(`insert into \`audit_count\` select 'DAY', cast(date(\`at\`) as datetime), \`action\`, \`severity\`, \`outcome\`, count(*), min(\`seq\`), max(\`seq\`) from \`audit_entry\` group by date(\`at\`), \`action\`, \`severity\`, \`outcome\`;`);
    this.addSql(`insert into \`audit_count\` select 'MONTH', \`month\`.\`starts\`, \`action\`, \`severity\`, \`outcome\`, sum(\`entries\`), min(\`first_seq\`), max(\`last_seq\`) from (select \`day\`.*, cast(date_format(\`day\`.\`starts_at\`, '%Y-%m-01') as datetime) as \`starts\` from \`audit_count\` as \`day\`) as \`month\` group by \`month\`.\`starts\`, \`action\`, \`severity\`, \`outcome\`;`);
    this.addSql(`insert into \`audit_count_end\` select 1, coalesce(max(\`seq\`), 0) from \`audit_entry\`;`);
    this.addSql(`insert into \`user_count\` select date_format(\`created_at\`, '%Y-%m'), \`role\`, \`status\`, count(*) from \`user\` group by date_format(\`created_at\`, '%Y-%m'), \`role\`, \`status\`;`);
    this.addSql(`insert into \`notification_count\` select \`user_id\`, count(*) from \`notification\` where \`read_at\` is null and \`deleted_at\` is null and \`expires_at\` is null group by \`user_id\`;`);
    this.addSql(`update \`user\` set \`first_name_key\` = ${folded('`first_name`')}, \`last_name_key\` = ${folded('`last_name`')}, \`search_text\` = ${folded("concat_ws(' ', `first_name`, `last_name`, `email`)")};`);
    this.addSql(`insert into \`user_suffix\` select distinct ${suffixesOf('`user`.')};`);
    this.addSql(`update \`customer_order\` set \`title_key\` = ${folded('`title`')};`);
    this.addSql(`update \`conversation\` set \`subject_key\` = ${folded('`subject`')};`);

    for (const { name, when, statements } of triggers) this.addSql(`create trigger \`${name}\` after ${when} for each row begin ${statements.join(' ')} end;`);
  }

  override down(): void | Promise<void> {
    for (const { name } of triggers) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`drop table if exists \`audit_count\`;`);
    this.addSql(`drop table if exists \`audit_count_end\`;`);
    this.addSql(`drop table if exists \`notification_count\`;`);
    this.addSql(`drop table if exists \`user_count\`;`);
    this.addSql(`drop table if exists \`user_suffix\`;`);

    this.addSql(`alter table \`audit_entry\` drop index \`audit_entry_actor_id_seq_index\`;`);
    this.addSql(`alter table \`audit_entry\` drop index \`audit_entry_action_seq_index\`;`);
    this.addSql(`alter table \`audit_entry\` drop index \`audit_entry_severity_seq_index\`;`);
    this.addSql(`alter table \`audit_entry\` drop index \`audit_entry_outcome_seq_index\`;`);
    this.addSql(`alter table \`audit_entry\` drop index \`audit_entry_target_type_seq_index\`;`);
    this.addSql(`alter table \`audit_entry\` drop index \`audit_entry_target_id_seq_index\`;`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_action_index\` (\`action\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_actor_id_index\` (\`actor_id\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_severity_index\` (\`severity\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_target_type_target_id_index\` (\`target_type\`, \`target_id\`);`);

    this.addSql(`alter table \`conversation\` drop index \`conversation_subject_key_id_index\`;`);
    this.addSql(`alter table \`conversation\` drop column \`subject_key\`;`);

    this.addSql(`alter table \`conversation_participant\` drop index \`conversation_participant_user_id_left_at_last_messa_9ea66_index\`;`);
    this.addSql(`alter table \`conversation_participant\` drop column \`last_message_at\`;`);
    this.addSql(`alter table \`conversation_participant\` add index \`conversation_participant_user_id_left_at_index\` (\`user_id\`, \`left_at\`);`);

    this.addSql(`alter table \`customer_order\` drop index \`customer_order_title_key_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_total_cents_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop column \`title_key\`;`);

    this.addSql(`alter table \`invoice\` drop index \`invoice_buyer_id_id_index\`;`);
    this.addSql(`alter table \`invoice\` drop index \`invoice_buyer_id_gross_cents_id_index\`;`);

    this.addSql(`alter table \`notification\` drop index \`notification_user_id_deleted_at_created_at_id_index\`;`);

    this.addSql(`alter table \`user\` drop index \`user_created_at_id_index\`;`);
    this.addSql(`alter table \`user\` drop index \`user_role_created_at_id_index\`;`);
    this.addSql(`alter table \`user\` drop index \`user_status_created_at_id_index\`;`);
    this.addSql(`alter table \`user\` drop index \`user_last_name_key_first_name_key_id_index\`;`);
    this.addSql(`alter table \`user\` drop column \`first_name_key\`, drop column \`last_name_key\`, drop column \`search_text\`;`);
    this.addSql(`alter table \`user\` add index \`user_role_status_index\` (\`role\`, \`status\`);`);
  }

}
