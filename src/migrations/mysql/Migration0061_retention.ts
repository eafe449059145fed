import { Migration } from '@mikro-orm/migrations';

const refuse = (why: string): string => `for each row begin signal sqlstate '45000' set message_text = '${why}'; end;`;

/** A certificate says for ever what it said. */
const guards = {
  destruction_certificate_fixed: `before update on \`destruction_certificate\` ${refuse('a certificate is immutable')}`,
  destruction_certificate_kept: `before delete on \`destruction_certificate\` ${refuse('a certificate is kept')}`,
};

/** How long documents are kept, and what proves that they were destroyed. */
export class Migration0061_retention extends Migration {

  override name = 'Migration0061_retention';

  override up(): void | Promise<void> {
    this.addSql(`create table \`destruction_certificate\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`number\` bigint not null, \`kind\` enum('DOCUMENT','CABINET') not null, \`cabinet_id\` char(36) not null, \`document_id\` char(36) null, \`audit_seq\` bigint not null, \`text\` mediumtext not null, \`key_id\` varchar(16) not null, \`signature\` varchar(100) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`destruction_certificate\` add unique \`destruction_certificate_number_unique\` (\`number\`);`);
    this.addSql(`alter table \`destruction_certificate\` add index \`destruction_certificate_cabinet_id_index\` (\`cabinet_id\`);`);
    this.addSql(`alter table \`destruction_certificate\` add unique \`destruction_certificate_document_id_unique\` (\`document_id\`);`);
    this.addSql(`alter table \`destruction_certificate\` add index \`destruction_certificate_cabinet_id_number_index\` (\`cabinet_id\`, \`number\`);`);

    this.addSql(`create table \`retention_change\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`document_id\` char(36) not null, \`status\` enum('PENDING','APPLIED','UNDONE') not null default 'PENDING', \`retain_until\` datetime(3) null, \`effective_at\` datetime(3) not null, \`reason\` text not null, \`requested_by\` char(36) null, \`ended_by\` char(36) null, \`ended_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`retention_change\` add index \`retention_change_document_id_index\` (\`document_id\`);`);
    this.addSql(`alter table \`retention_change\` add index \`retention_change_status_effective_at_index\` (\`status\`, \`effective_at\`);`);
    this.addSql(`alter table \`retention_change\` add index \`retention_change_document_id_status_index\` (\`document_id\`, \`status\`);`);

    this.addSql(`alter table \`document\` add \`retain_at_least\` datetime(3) null, add \`due_at\` datetime(3) null;`);
    this.addSql(`alter table \`document\` add index \`document_cabinet_id_status_due_at_id_index\` (\`cabinet_id\`, \`status\`, \`due_at\`, \`id\`);`);

    this.addSql(`alter table \`destruction_certificate\` add constraint \`destruction_certificate_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete restrict;`);

    this.addSql(`alter table \`retention_change\` add constraint \`retention_change_document_id_foreign\` foreign key (\`document_id\`) references \`document\` (\`id\`) on delete cascade;`);

    for (const [name, guard] of Object.entries(guards)) this.addSql(`create trigger \`${name}\` ${guard}`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`destruction_certificate\`;`);
    this.addSql(`drop table if exists \`retention_change\`;`);

    this.addSql(`alter table \`document\` drop index \`document_cabinet_id_status_due_at_id_index\`;`);
    this.addSql(`alter table \`document\` drop column \`retain_at_least\`, drop column \`due_at\`;`);
  }

}
