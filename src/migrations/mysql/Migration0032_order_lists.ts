import { Migration } from '@mikro-orm/migrations';

/** Lists of orders: what they are sorted and sought by, exports, and actions on many orders. */
export class Migration0032_order_lists extends Migration {

  override name = 'Migration0032_order_lists';

  override up(): void | Promise<void> {
    this.addSql(`create table \`order_export\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`requested_by_id\` char(36) not null, \`format\` enum('CSV','JSON') not null, \`filter\` json not null, \`total_orders\` int not null, \`written_orders\` int not null default 0, \`file_id\` char(36) null, \`finished_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`order_export\` add index \`order_export_requested_by_id_index\` (\`requested_by_id\`);`);
    this.addSql(`alter table \`order_export\` add index \`order_export_file_id_index\` (\`file_id\`);`);

    this.addSql(`create table \`order_run\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`requested_by_id\` char(36) not null, \`action\` varchar(40) not null, \`results\` json not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`order_run\` add index \`order_run_requested_by_id_index\` (\`requested_by_id\`);`);
    this.addSql(`alter table \`order_run\` add index \`order_run_created_at_index\` (\`created_at\`);`);

    this.addSql(`alter table \`customer_order\` drop index \`customer_order_due_at_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_status_due_at_index\`;`);
    this.addSql(`alter table \`customer_order\` add \`due_key\` bigint not null default '253402300799999', add \`urgency_rank\` int not null default 2, add \`needs_attention\` tinyint(1) not null default false;`);
    this.addSql(`update \`customer_order\` set \`due_key\` = coalesce(timestampdiff(microsecond, '1970-01-01', \`due_at\`) div 1000, 253402300799999), \`urgency_rank\` = case \`priority\` when 'URGENT' then 0 when 'HIGH' then 1 when 'LOW' then 3 else 2 end, \`needs_attention\` = case when \`status\` in ('AWAITING_REVIEW', 'AWAITING_CONSULTATION') or (\`status\` = 'PAID' and \`proofreader_id\` is null) or (\`is_late\` and \`status\` in ('PAID', 'IN_PROGRESS')) then 1 else 0 end;`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_status_due_key_id_index\` (\`status\`, \`due_key\`, \`id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_due_key_id_index\` (\`due_key\`, \`id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_urgency_rank_due_key_id_index\` (\`urgency_rank\`, \`due_key\`, \`id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_needs_attention_created_at_id_index\` (\`needs_attention\`, \`created_at\`, \`id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`order_export\`;`);
    this.addSql(`drop table if exists \`order_run\`;`);

    this.addSql(`alter table \`customer_order\` drop index \`customer_order_status_due_key_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_due_key_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_urgency_rank_due_key_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop index \`customer_order_needs_attention_created_at_id_index\`;`);
    this.addSql(`alter table \`customer_order\` drop column \`due_key\`, drop column \`urgency_rank\`, drop column \`needs_attention\`;`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_due_at_id_index\` (\`due_at\`, \`id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_status_due_at_index\` (\`status\`, \`due_at\`);`);
  }

}
