import { Migration } from '@mikro-orm/migrations';

/** An issued invoice may go ten years later, by the database's own clock; not a day before. */
export class Migration0004_invoice_retention extends Migration {
  override name = 'Migration0004_invoice_retention';

  override up(): void {
    const limit = "(cast(strftime('%s', 'now', '-10 years') as integer) * 1000)";
    const refuse = (table: string, young: string) => {
      this.addSql(`drop trigger \`${table}_kept\`;`);
      this.addSql(`create trigger \`${table}_kept\` before delete on \`${table}\` when ${young} > ${limit} begin select raise(abort, 'an issued invoice is kept'); end;`);
    };
    refuse('invoice', 'old.`issued_at`');
    refuse('invoice_line', '(select `issued_at` from `invoice` where `id` = old.`invoice_id`)');
  }

  override down(): void {
    for (const table of ['invoice', 'invoice_line']) {
      this.addSql(`drop trigger \`${table}_kept\`;`);
      this.addSql(`create trigger \`${table}_kept\` before delete on \`${table}\` begin select raise(abort, 'an issued invoice is kept'); end;`);
    }
  }
}
