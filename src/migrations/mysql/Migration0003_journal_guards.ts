import { Migration } from '@mikro-orm/migrations';

const changed = (columns: readonly string[]) => columns.map((column) => `not (old.\`${column}\` <=> new.\`${column}\`)`).join(' or ');

/** Entries leave with a sealed segment only; what was signed stays as it was signed. */
export class Migration0003_journal_guards extends Migration {
  override name = 'Migration0003_journal_guards';

  override up(): void {
    const refuse = (name: string, when: string, why: string, condition = 'true') =>
      this.addSql(`create trigger \`${name}\` before ${when} for each row begin if ${condition} then signal sqlstate '45000' set message_text = '${why}'; end if; end;`);
    this.addSql('drop trigger `audit_entry_kept`;');
    refuse('audit_entry_kept', 'delete on `audit_entry`', 'the journal only grows', 'old.`seq` > (select coalesce(max(`last_seq`), 0) from `audit_segment`)');
    refuse('audit_checkpoint_kept', 'delete on `audit_checkpoint`', 'a checkpoint is kept');
    refuse('audit_checkpoint_fixed', 'update on `audit_checkpoint`', 'a checkpoint is immutable',
      `${changed(['seq', 'mac', 'root', 'at', 'key_id', 'signature'])} or cast(old.\`frontier\` as char) <> cast(new.\`frontier\` as char)`);
    refuse('audit_segment_kept', 'delete on `audit_segment`', 'a sealed segment is kept');
    refuse('audit_segment_fixed', 'update on `audit_segment`', 'a sealed segment is immutable',
      changed(['id', 'first_seq', 'last_seq', 'file_id', 'sha256', 'signature', 'sealed_at']));
    refuse('audit_personal_fixed', 'update on `audit_personal`', 'what an entry commits to is immutable');
  }

  override down(): void {
    for (const name of ['audit_checkpoint_kept', 'audit_checkpoint_fixed', 'audit_segment_kept', 'audit_segment_fixed', 'audit_personal_fixed', 'audit_entry_kept']) {
      this.addSql(`drop trigger \`${name}\`;`);
    }
    this.addSql("create trigger `audit_entry_kept` before delete on `audit_entry` for each row begin signal sqlstate '45000' set message_text = 'the journal only grows'; end;");
  }
}
