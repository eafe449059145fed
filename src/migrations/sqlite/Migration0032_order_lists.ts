import { Migration } from '@mikro-orm/migrations';

/** Lists of orders: what they are sorted and sought by, exports, and actions on many orders. */
export class Migration0032_order_lists extends Migration {

  override name = 'Migration0032_order_lists';

  override up(): void | Promise<void> {
    this.addSql(`create table \`order_export\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`requested_by_id\` char(36) not null, \`format\` text check (\`format\` in ('CSV', 'JSON')) not null, \`filter\` json not null, \`total_orders\` integer not null, \`written_orders\` integer not null default 0, \`file_id\` char(36) null, \`finished_at\` datetime null);`);
    this.addSql(`create index \`order_export_requested_by_id_index\` on \`order_export\` (\`requested_by_id\`);`);
    this.addSql(`create index \`order_export_file_id_index\` on \`order_export\` (\`file_id\`);`);

    this.addSql(`create table \`order_run\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`requested_by_id\` char(36) not null, \`action\` text not null, \`results\` json not null);`);
    this.addSql(`create index \`order_run_requested_by_id_index\` on \`order_run\` (\`requested_by_id\`);`);
    this.addSql(`create index \`order_run_created_at_index\` on \`order_run\` (\`created_at\`);`);

    this.addSql(`drop index \`customer_order_due_at_id_index\`;`);
    this.addSql(`drop index \`customer_order_status_due_at_index\`;`);
    this.addSql(`alter table \`customer_order\` add column \`due_key\` bigint not null default '253402300799999';`);
    this.addSql(`alter table \`customer_order\` add column \`urgency_rank\` integer not null default 2;`);
    this.addSql(`alter table \`customer_order\` add column \`needs_attention\` integer not null default false;`);
    this.addSql(`update \`customer_order\` set \`due_key\` = coalesce(\`due_at\`, 253402300799999), \`urgency_rank\` = case \`priority\` when 'URGENT' then 0 when 'HIGH' then 1 when 'LOW' then 3 else 2 end, \`needs_attention\` = case when \`status\` in ('AWAITING_REVIEW', 'AWAITING_CONSULTATION') or (\`status\` = 'PAID' and \`proofreader_id\` is null) or (\`is_late\` and \`status\` in ('PAID', 'IN_PROGRESS')) then 1 else 0 end;`);
    this.addSql(`create index \`customer_order_status_due_key_id_index\` on \`customer_order\` (\`status\`, \`due_key\`, \`id\`);`);
    this.addSql(`create index \`customer_order_due_key_id_index\` on \`customer_order\` (\`due_key\`, \`id\`);`);
    this.addSql(`create index \`customer_order_urgency_rank_due_key_id_index\` on \`customer_order\` (\`urgency_rank\`, \`due_key\`, \`id\`);`);
    this.addSql(`create index \`customer_order_needs_attention_created_at_id_index\` on \`customer_order\` (\`needs_attention\`, \`created_at\`, \`id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`order_export\`;`);
    this.addSql(`drop table if exists \`order_run\`;`);

    this.addSql(`drop index \`customer_order_status_due_key_id_index\`;`);
    this.addSql(`drop index \`customer_order_due_key_id_index\`;`);
    this.addSql(`drop index \`customer_order_urgency_rank_due_key_id_index\`;`);
    this.addSql(`drop index \`customer_order_needs_attention_created_at_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop column \`due_key\`;`);
    this.addSql(`alter table \`customer_order\` drop column \`urgency_rank\`;`);
    this.addSql(`alter table \`customer_order\` drop column \`needs_attention\`;`);
    this.addSql(`create index \`customer_order_due_at_id_index\` on \`customer_order\` (\`due_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_status_due_at_index\` on \`customer_order\` (\`status\`, \`due_at\`);`);
  }

}
