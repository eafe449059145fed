import { Migration } from '@mikro-orm/migrations';

/** A certificate says for ever what it said. */
const guards = {
  destruction_certificate_fixed: "before update on `destruction_certificate` begin select raise(abort, 'a certificate is immutable'); end;",
  destruction_certificate_kept: "before delete on `destruction_certificate` begin select raise(abort, 'a certificate is kept'); end;",
};

/** How long documents are kept, and what proves that they were destroyed. */
export class Migration0061_retention extends Migration {

  override name = 'Migration0061_retention';

  override up(): void | Promise<void> {
    this.addSql(`create table \`destruction_certificate\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`number\` bigint not null, \`kind\` text check (\`kind\` in ('DOCUMENT', 'CABINET')) not null, \`cabinet_id\` char(36) not null, \`document_id\` char(36) null, \`audit_seq\` bigint not null, \`text\` mediumtext not null, \`key_id\` text not null, \`signature\` text not null, constraint \`destruction_certificate_cabinet_id_foreign\` foreign key (\`cabinet_id\`) references \`cabinet\` (\`id\`) on delete restrict);`);
    this.addSql(`create unique index \`destruction_certificate_number_unique\` on \`destruction_certificate\` (\`number\`);`);
    this.addSql(`create index \`destruction_certificate_cabinet_id_index\` on \`destruction_certificate\` (\`cabinet_id\`);`);
    this.addSql(`create unique index \`destruction_certificate_document_id_unique\` on \`destruction_certificate\` (\`document_id\`);`);
    this.addSql(`create index \`destruction_certificate_cabinet_id_number_index\` on \`destruction_certificate\` (\`cabinet_id\`, \`number\`);`);

    this.addSql(`create table \`retention_change\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`document_id\` char(36) not null, \`status\` text check (\`status\` in ('PENDING', 'APPLIED', 'UNDONE')) not null default 'PENDING', \`retain_until\` datetime null, \`effective_at\` datetime not null, \`reason\` text not null, \`requested_by\` char(36) null, \`ended_by\` char(36) null, \`ended_at\` datetime null, constraint \`retention_change_document_id_foreign\` foreign key (\`document_id\`) references \`document\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`retention_change_document_id_index\` on \`retention_change\` (\`document_id\`);`);
    this.addSql(`create index \`retention_change_status_effective_at_index\` on \`retention_change\` (\`status\`, \`effective_at\`);`);
    this.addSql(`create index \`retention_change_document_id_status_index\` on \`retention_change\` (\`document_id\`, \`status\`);`);

    this.addSql(`alter table \`document\` add column \`retain_at_least\` datetime null;`);
    this.addSql(`alter table \`document\` add column \`due_at\` datetime null;`);
    this.addSql(`create index \`document_cabinet_id_status_due_at_id_index\` on \`document\` (\`cabinet_id\`, \`status\`, \`due_at\`, \`id\`);`);

    for (const [name, guard] of Object.entries(guards)) this.addSql(`create trigger \`${name}\` ${guard}`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`destruction_certificate\`;`);
    this.addSql(`drop table if exists \`retention_change\`;`);

    this.addSql(`drop index \`document_cabinet_id_status_due_at_id_index\`;`);
    this.addSql(`alter table \`document\` drop column \`retain_at_least\`;`);
    this.addSql(`alter table \`document\` drop column \`due_at\`;`);
  }

}
