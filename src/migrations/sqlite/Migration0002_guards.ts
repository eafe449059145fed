import { Migration } from '@mikro-orm/migrations';

/** Guards against our own mistakes: the journal only grows, an issued invoice keeps its words and figures. */
export class Migration0002_guards extends Migration {
  override name = 'Migration0002_guards';

  override up(): void {
    const refuse = (name: string, when: string, why: string) =>
      this.addSql(`create trigger \`${name}\` before ${when} begin select raise(abort, '${why}'); end;`);
    this.addSql(`insert into \`audit_head\` (\`id\`, \`seq\`, \`mac\`) values (1, 0, '${'0'.repeat(64)}');`);
    refuse('audit_entry_kept', 'delete on `audit_entry`', 'the journal only grows');
    refuse('audit_entry_fixed', 'update on `audit_entry`', 'the journal only grows');
    refuse('invoice_kept', 'delete on `invoice`', 'an issued invoice is kept');
    refuse('invoice_line_kept', 'delete on `invoice_line`', 'an issued invoice is kept');
    refuse('invoice_line_fixed', 'update on `invoice_line`', 'an issued invoice is immutable');
    refuse('invoice_fixed', `update of \`kind\`, \`series\`, \`sequence\`, \`number\`, \`subject_type\`, \`subject_id\`, \`document\`, \`net_cents\`,
      \`tax_cents\`, \`gross_cents\`, \`currency\`, \`issued_at\`, \`due_on\` on \`invoice\``, 'an issued invoice is immutable');
  }

  override down(): void {
    for (const name of ['audit_entry_kept', 'audit_entry_fixed', 'invoice_kept', 'invoice_line_kept', 'invoice_line_fixed', 'invoice_fixed']) {
      this.addSql(`drop trigger \`${name}\`;`);
    }
  }
}
