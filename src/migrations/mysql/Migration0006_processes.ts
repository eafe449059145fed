import { Migration } from '@mikro-orm/migrations';

export class Migration0006_processes extends Migration {

  override name = 'Migration0006_processes';

  override up(): void | Promise<void> {
    this.addSql(`create table \`running_process\` (\`id\` char(36) not null, \`host\` varchar(255) not null, \`pid\` int not null, \`started_at\` datetime(3) not null, \`heartbeats\` bigint not null default '0', \`last_seen_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`alter table \`job\` add \`process_id\` char(36) null;`);

    this.addSql(`alter table \`two_factor_challenge\` add \`code_in_flight\` int null;`);

    this.addSql(`alter table \`email_delivery\` add \`sending_process_id\` char(36) null;`);
    this.addSql(`alter table \`email_delivery\` modify \`status\` enum('QUEUED','SENDING','SENT','AMBIGUOUS','REPLACED','FAILED') not null default 'QUEUED';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`running_process\`;`);

    this.addSql(`alter table \`email_delivery\` drop column \`sending_process_id\`;`);
    this.addSql(`alter table \`email_delivery\` modify \`status\` enum('QUEUED','SENDING','SENT','AMBIGUOUS','FAILED') not null default 'QUEUED';`);

    this.addSql(`alter table \`job\` drop column \`process_id\`;`);

    this.addSql(`alter table \`two_factor_challenge\` drop column \`code_in_flight\`;`);
  }

}
