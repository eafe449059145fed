import { Migration } from '@mikro-orm/migrations';

export class Migration0023_reconciliations extends Migration {

  override name = 'Migration0023_reconciliations';

  override up(): void | Promise<void> {
    this.addSql(`create table \`reconciliation\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`status\` text check (\`status\` in ('RUNNING', 'COMPLETE', 'INCOMPLETE')) not null default 'RUNNING', \`running_as\` text null, \`since\` datetime not null, \`until\` datetime not null, \`step\` text null, \`place\` text not null default '', \`worker_id\` char(36) null, \`lease_until\` datetime null, \`examined\` integer not null default 0, \`unread\` integer not null default 0, \`differences\` integer not null default 0, \`mended\` integer not null default 0, \`finished_at\` datetime null);`);
    this.addSql(`create unique index \`reconciliation_running_as_unique\` on \`reconciliation\` (\`running_as\`);`);
    this.addSql(`create index \`reconciliation_created_at_index\` on \`reconciliation\` (\`created_at\`);`);

    this.addSql(`create table \`reconciliation_difference\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`reconciliation_id\` char(36) not null, \`kind\` text not null, \`type\` text check (\`type\` in ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT', 'STATE')) not null, \`provider\` text not null, \`about\` text not null, \`payment_id\` char(36) null, \`ours\` text null, \`theirs\` text null, \`is_mended\` integer not null default false, constraint \`reconciliation_difference_reconciliation_id_foreign\` foreign key (\`reconciliation_id\`) references \`reconciliation\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`reconciliation_difference_reconciliation_id_index\` on \`reconciliation_difference\` (\`reconciliation_id\`);`);
    this.addSql(`create unique index \`reconciliation_difference_reconciliation_id_kind_type_provider_about_unique\` on \`reconciliation_difference\` (\`reconciliation_id\`, \`kind\`, \`type\`, \`provider\`, \`about\`);`);

    this.addSql(`create index \`payment_created_at_index\` on \`payment\` (\`created_at\`);`);
    this.addSql(`create index \`payment_refund_due_reason_index\` on \`payment\` (\`refund_due_reason\`);`);

    this.addSql(`create index \`refund_created_at_index\` on \`refund\` (\`created_at\`);`);

    this.addSql(`create index \`webhook_event_status_created_at_index\` on \`webhook_event\` (\`status\`, \`created_at\`);`);
    this.addSql(`create index \`webhook_event_provider_occurred_at_index\` on \`webhook_event\` (\`provider\`, \`occurred_at\`);`);
  }

  override down(): void | Promise<void> {

    this.addSql(`drop table if exists \`reconciliation\`;`);
    this.addSql(`drop table if exists \`reconciliation_difference\`;`);

    this.addSql(`drop index \`payment_created_at_index\`;`);
    this.addSql(`drop index \`payment_refund_due_reason_index\`;`);

    this.addSql(`drop index \`refund_created_at_index\`;`);

    this.addSql(`drop index \`webhook_event_status_created_at_index\`;`);
    this.addSql(`drop index \`webhook_event_provider_occurred_at_index\`;`);
  }

}
