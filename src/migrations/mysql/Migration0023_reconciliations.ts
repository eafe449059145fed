import { Migration } from '@mikro-orm/migrations';

export class Migration0023_reconciliations extends Migration {

  override name = 'Migration0023_reconciliations';

  override up(): void | Promise<void> {
    this.addSql(`create table \`reconciliation\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`status\` enum('RUNNING','COMPLETE','INCOMPLETE') not null default 'RUNNING', \`running_as\` varchar(10) null, \`since\` datetime(3) not null, \`until\` datetime(3) not null, \`step\` varchar(20) null, \`place\` varchar(100) not null default '', \`worker_id\` char(36) null, \`lease_until\` datetime(3) null, \`examined\` int not null default 0, \`unread\` int not null default 0, \`differences\` int not null default 0, \`mended\` int not null default 0, \`finished_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`reconciliation\` add unique \`reconciliation_running_as_unique\` (\`running_as\`);`);
    this.addSql(`alter table \`reconciliation\` add index \`reconciliation_created_at_index\` (\`created_at\`);`);

    this.addSql(`create table \`reconciliation_difference\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`reconciliation_id\` char(36) not null, \`kind\` varchar(20) not null, \`type\` enum('MISSING_HERE','MISSING_THERE','AMOUNT','STATE') not null, \`provider\` varchar(20) not null, \`about\` varchar(255) not null, \`payment_id\` char(36) null, \`ours\` varchar(255) null, \`theirs\` varchar(255) null, \`is_mended\` tinyint(1) not null default false, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`reconciliation_difference\` add index \`reconciliation_difference_reconciliation_id_index\` (\`reconciliation_id\`);`);
    this.addSql(`alter table \`reconciliation_difference\` add unique \`reconciliation_difference_reconciliation_id_kind_t_d6633_unique\` (\`reconciliation_id\`, \`kind\`, \`type\`, \`provider\`, \`about\`);`);

    this.addSql(`alter table \`payment\` add index \`payment_created_at_index\` (\`created_at\`);`);
    this.addSql(`alter table \`payment\` add index \`payment_refund_due_reason_index\` (\`refund_due_reason\`);`);

    this.addSql(`alter table \`refund\` add index \`refund_created_at_index\` (\`created_at\`);`);

    this.addSql(`alter table \`webhook_event\` add index \`webhook_event_status_created_at_index\` (\`status\`, \`created_at\`);`);
    this.addSql(`alter table \`webhook_event\` add index \`webhook_event_provider_occurred_at_index\` (\`provider\`, \`occurred_at\`);`);

    this.addSql(`alter table \`reconciliation_difference\` add constraint \`reconciliation_difference_reconciliation_id_foreign\` foreign key (\`reconciliation_id\`) references \`reconciliation\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`reconciliation_difference\` drop foreign key \`reconciliation_difference_reconciliation_id_foreign\`;`);

    this.addSql(`drop table if exists \`reconciliation\`;`);
    this.addSql(`drop table if exists \`reconciliation_difference\`;`);

    this.addSql(`alter table \`payment\` drop index \`payment_created_at_index\`;`);
    this.addSql(`alter table \`payment\` drop index \`payment_refund_due_reason_index\`;`);

    this.addSql(`alter table \`refund\` drop index \`refund_created_at_index\`;`);

    this.addSql(`alter table \`webhook_event\` drop index \`webhook_event_status_created_at_index\`;`);
    this.addSql(`alter table \`webhook_event\` drop index \`webhook_event_provider_occurred_at_index\`;`);
  }

}
