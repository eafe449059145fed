import { Migration } from '@mikro-orm/migrations';

/** An issued invoice may go ten years later, by the database's own clock; not a day before. */
export class Migration0004_invoice_retention extends Migration {
  override name = 'Migration0004_invoice_retention';

  override up(): void {
    const refuse = (table: string, young: string) => {
      this.addSql(`drop trigger \`${table}_kept\`;`);
      this.addSql(`create trigger \`${table}_kept\` before delete on \`${table}\` for each row begin
        if ${young} > date_sub(utc_timestamp(3), interval 10 year) then signal sqlstate '45000' set message_text = 'an issued invoice is kept'; end if; end;`);
    };
    refuse('invoice', 'old.`issued_at`');
    refuse('invoice_line', '(select `issued_at` from `invoice` where `id` = old.`invoice_id`)');
  }

  override down(): void {
    for (const table of ['invoice', 'invoice_line']) {
      this.addSql(`drop trigger \`${table}_kept\`;`);
      this.addSql(`create trigger \`${table}_kept\` before delete on \`${table}\` for each row begin
        if true then signal sqlstate '45000' set message_text = 'an issued invoice is kept'; end if; end;`);
    }
  }
}
