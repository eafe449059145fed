import { Migration } from '@mikro-orm/migrations';

const noted = 'insert into `figure_change` (`at`, `on_day`)';
type Row = 'old' | 'new';

/** The instants of a row, each once. */
const instantsOf = (row: Row, columns: readonly string[]) =>
  `${noted} select \`i\`.\`at\`, null from (${columns.map((column) => `select ${row}.\`${column}\` as \`at\``).join(' union ')}) as \`i\` where \`i\`.\`at\` is not null;`;

/** When money of some payments came and went. */
const moneyOf = (those: string) =>
  `${noted} select \`p\`.\`paid_at\`, \`p\`.\`received_on\` from \`payment\` as \`p\` where ${those} union all select \`r\`.\`succeeded_at\`, \`r\`.\`paid_on\` from \`refund\` as \`r\` join \`payment\` as \`p\` on \`p\`.\`id\` = \`r\`.\`payment_id\` where ${those} union all select \`v\`.\`at\`, null from \`payment_reversal\` as \`v\` join \`payment\` as \`p\` on \`p\`.\`id\` = \`v\`.\`payment_id\` where ${those} union all select \`d\`.\`closed_at\`, null from \`dispute\` as \`d\` join \`payment\` as \`p\` on \`p\`.\`id\` = \`d\`.\`payment_id\` where ${those};`;
const moneyFor = (type: string, ids: string) => moneyOf(`\`p\`.\`subject_type\` = '${type}' and \`p\`.\`subject_id\` in (${ids})`);
const moneyOfOrder = (row: Row) =>
  moneyFor('ORDER', `${row}.\`id\``) +
  moneyFor('INVOICE', `select \`i\`.\`id\` from \`invoice\` as \`i\` where \`i\`.\`subject_type\` = 'ORDER' and \`i\`.\`subject_id\` = ${row}.\`id\``);

const instants = ['created_at', 'paid_at', 'completed_at', 'cancelled_at', 'due_at'];
const orderColumns = [...instants, 'status', 'proofreader_id', 'declared_pages', 'measured_pages', 'verified_pages', 'total_cents', 'final_cents', 'currency'];
const isCancelled = (row: Row) => `${row}.\`status\` = 'CANCELLED'`;

/** A message counts on its own day, on that of its conversation, and for the team's next answer. */
const messageOf = (row: Row) =>
  `${noted} select ${row}.\`created_at\`, null union select \`c\`.\`last_message_at\`, null from \`conversation\` as \`c\` where \`c\`.\`id\` = ${row}.\`conversation_id\` union select \`next\`.\`at\`, null from (select \`m\`.\`created_at\` as \`at\` from \`message\` as \`m\` join \`user\` as \`u\` on \`u\`.\`id\` = \`m\`.\`sender_id\` where \`m\`.\`conversation_id\` = ${row}.\`conversation_id\` and \`m\`.\`created_at\` > ${row}.\`created_at\` and \`m\`.\`deleted_at\` is null and \`u\`.\`role\` <> 'CUSTOMER' order by \`m\`.\`created_at\` limit 1) as \`next\`;`;
const messagesIn = (conversations: string) =>
  `${noted} select \`m\`.\`created_at\`, null from \`message\` as \`m\` where \`m\`.\`conversation_id\` in (${conversations}) union select \`c\`.\`last_message_at\`, null from \`conversation\` as \`c\` where \`c\`.\`id\` in (${conversations});`;
const talksOf = (row: Row) => messagesIn(`select \`s\`.\`conversation_id\` from \`message\` as \`s\` where \`s\`.\`sender_id\` = ${row}.\`id\``);

interface Trigger {
  readonly name: string;
  readonly on: string;
  readonly when: 'after insert' | 'after update' | 'after delete' | 'before delete';
  /** Of an update: it matters when one of these differs. */
  readonly columns?: readonly string[];
  readonly condition?: string;
  readonly statements: string;
}

/** A table whose rows count on the day of one instant, or on one that somebody wrote down. */
const moved = (table: string, [at, day]: readonly [string, string?], columns: readonly string[]): Trigger[] => {
  const values = (row: Row) => `${noted} select ${row}.\`${at}\`, ${day === undefined ? 'null' : `${row}.\`${day}\``} where ${row}.\`${at}\` is not null;`;
  return [
    { name: `${table}_figured`, on: table, when: 'after insert', statements: values('new') },
    { name: `${table}_refigured`, on: table, when: 'after update', columns: [at, ...(day === undefined ? [] : [day]), ...columns], statements: values('old') + values('new') },
    { name: `${table}_unfigured`, on: table, when: 'after delete', statements: values('old') },
  ];
};

/** What the figures of a day are made of says, in the transaction of its change, on which days it counted and counts. */
const triggers: readonly Trigger[] = [
  { name: 'customer_order_figured', on: 'customer_order', when: 'after insert', statements: instantsOf('new', instants) },
  { name: 'customer_order_refigured', on: 'customer_order', when: 'after update', columns: orderColumns, statements: instantsOf('old', instants) + instantsOf('new', instants) },
  { name: 'customer_order_unfigured', on: 'customer_order', when: 'after delete', statements: instantsOf('old', instants) },
  { name: 'customer_order_money_refigured', on: 'customer_order', when: 'after update', columns: ['status'], condition: `(${isCancelled('old')}) <> (${isCancelled('new')})`, statements: moneyOfOrder('new') },
  { name: 'customer_order_money_unfigured', on: 'customer_order', when: 'after delete', condition: isCancelled('old'), statements: moneyOfOrder('old') },
  ...moved('payment', ['paid_at', 'received_on'], ['amount_cents', 'currency']),
  { name: 'payment_subject_refigured', on: 'payment', when: 'after update', columns: ['subject_type', 'subject_id'], statements: moneyOf('`p`.`id` = new.`id`') },
  ...moved('refund', ['succeeded_at', 'paid_on'], ['amount_cents', 'currency', 'status', 'payment_id']),
  // A reversal and the subject of an invoice never change.
  ...moved('payment_reversal', ['at'], []).filter(({ when }) => when !== 'after update'),
  ...moved('dispute', ['closed_at'], ['amount_cents', 'currency', 'status', 'payment_id']),
  { name: 'invoice_figured', on: 'invoice', when: 'after insert', statements: moneyFor('INVOICE', 'new.`id`') },
  { name: 'invoice_unfigured', on: 'invoice', when: 'after delete', statements: moneyFor('INVOICE', 'old.`id`') },
  ...moved('user', ['created_at'], []),
  { name: 'user_role_refigured', on: 'user', when: 'after update', columns: ['role'], statements: talksOf('new') },
  { name: 'user_talks_unfigured', on: 'user', when: 'before delete', statements: talksOf('old') },
  { name: 'conversation_refigured', on: 'conversation', when: 'after update', columns: ['last_message_at'], statements: instantsOf('old', ['last_message_at']) + instantsOf('new', ['last_message_at']) },
  { name: 'conversation_unfigured', on: 'conversation', when: 'before delete', statements: messagesIn('old.`id`') },
  { name: 'message_figured', on: 'message', when: 'after insert', statements: messageOf('new') },
  { name: 'message_refigured', on: 'message', when: 'after update', columns: ['created_at', 'conversation_id', 'sender_id', 'deleted_at'], statements: messageOf('old') + messageOf('new') },
  { name: 'message_unfigured', on: 'message', when: 'after delete', statements: messageOf('old') },
];

const conditionsOf = ({ columns = [], condition }: Trigger) => [
  ...(columns.length > 0 ? [`(${columns.map((column) => `not (old.\`${column}\` <=> new.\`${column}\`)`).join(' or ')})`] : []),
  ...(condition === undefined ? [] : [condition]),
];
const written = (trigger: Trigger) => {
  const conditions = conditionsOf(trigger);
  const body = conditions.length > 0 ? `if ${conditions.join(' and ')} then ${trigger.statements} end if;` : trigger.statements;
  return `create trigger \`${trigger.name}\` ${trigger.when} on \`${trigger.on}\` for each row begin ${body} end;`;
};

/** Days of figures are kept once they are over, and computed again when something on them changes. No row is filled in here: neither database knows the time zone. */
export class Migration0037_figure_days extends Migration {

  override name = 'Migration0037_figure_days';

  override up(): void | Promise<void> {
    this.addSql(`create table \`figure_change\` (\`id\` bigint unsigned not null auto_increment primary key, \`at\` datetime(3) null, \`on_day\` varchar(10) null) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`create table \`figure_day\` (\`day\` varchar(10) not null, \`placed\` int not null, \`placed_active\` int not null, \`placed_completed\` int not null, \`placed_unassigned\` int not null, \`placed_to_review\` int not null, \`completed\` int not null, \`pages\` int not null, \`cancelled\` int not null, \`due\` int not null, \`new_users\` int not null, \`pending\` int not null, \`responses\` json not null, primary key (\`day\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`create table \`figure_day_money\` (\`day\` varchar(10) not null, \`currency\` enum('EUR','XOF') not null, \`received_cents\` bigint not null, \`returned_cents\` bigint not null, \`baskets\` int not null, \`basket_cents\` bigint not null, primary key (\`day\`, \`currency\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`create table \`figure_head\` (\`id\` int unsigned not null, \`basis\` varchar(100) not null, \`through\` varchar(10) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`alter table \`payment_reversal\` add index \`payment_reversal_at_index\` (\`at\`);`);

    this.addSql(`alter table \`dispute\` add index \`dispute_closed_at_index\` (\`closed_at\`);`);

    this.addSql(`alter table \`customer_order\` drop index \`customer_order_price_item_id_index\`;`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_price_item_id_created_at_id_index\` (\`price_item_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_source_created_at_id_index\` (\`source\`, \`created_at\`, \`id\`);`);

    this.addSql(`alter table \`message\` add index \`message_created_at_index\` (\`created_at\`);`);

    this.addSql("insert into `figure_head` values (1, '', null);");
    for (const trigger of triggers) this.addSql(written(trigger));
  }

  override down(): void | Promise<void> {
    for (const { name } of triggers) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`drop table if exists \`figure_change\`;`);
    this.addSql(`drop table if exists \`figure_day\`;`);
    this.addSql(`drop table if exists \`figure_day_money\`;`);
    this.addSql(`drop table if exists \`figure_head\`;`);

    this.addSql(`alter table \`customer_order\` drop index \`customer_order_price_item_id_created_at_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_source_created_at_id_index\`;`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_price_item_id_index\` (\`price_item_id\`);`);

    this.addSql(`alter table \`dispute\` drop index \`dispute_closed_at_index\`;`);

    this.addSql(`alter table \`message\` drop index \`message_created_at_index\`;`);

    this.addSql(`alter table \`payment_reversal\` drop index \`payment_reversal_at_index\`;`);
  }

}
