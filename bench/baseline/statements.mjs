// Every statement of the baseline, written by hand for these indexes.
const fifty = Array.from({ length: 50 }, () => '?').join(', ');

export const pageSize = 50;

const weekly = (table) =>
  `select weekday, start_minute, end_minute, every_weeks, anchor_on, valid_from, valid_to from ${table}
    where artisan_id = ? and (offering_id is null or offering_id = ?)`;

export const statements = {
  orders: `select id, title, status, service, total_cents, currency, created_at, customer_id
    from customer_order /*! force index (customer_order_status_created_at_id_index) */ where status = ? order by created_at desc, id desc limit ${pageSize}`,
  filtered: `select id, title, status, priority, total_cents, currency, created_at, due_at, is_late
    from customer_order /*! force index (customer_order_proofreader_id_created_at_id_index) */ where proofreader_id = ? and status in ('PAID', 'IN_PROGRESS')
    and priority in ('HIGH', 'URGENT') and paid_at is not null order by created_at desc, id desc limit ${pageSize}`,
  invoiceList: `select id, number, kind, status, buyer_id, issued_at, due_on, overdue_at, gross_cents, balance_cents, currency
    from invoice /*! force index (invoice_status_issued_at_id_index) */ where status = ? order by issued_at desc, id desc limit ${pageSize}`,
  customers: `select id, first_name, last_name, email from user where id in (${fifty})`,
  files: `select f.id, o.order_id, o.role, f.name, f.mime_type, f.size_bytes from order_file o
    join stored_file f on f.id = o.file_id where o.order_id in (${fifty}) and f.deleted_at is null order by o.order_id, o.file_id`,
  invoices: `select id, number, status, gross_cents, currency, issued_at, subject_id from invoice
    where subject_type = 'ORDER' and subject_id in (${fifty}) order by created_at, id`,
  slotOffering: `select o.duration_minutes, o.slot_step_minutes, o.buffer_before_minutes, o.buffer_after_minutes, o.notice_minutes,
    o.horizon_days, o.capacity, a.time_zone from offering o join offering_artisan g on g.offering_id = o.id
    join artisan a on a.id = g.artisan_id where o.id = ? and a.id = ? and o.status = 'ACTIVE' and a.status = 'PUBLISHED'`,
  slotRules: weekly('opening_rule'),
  slotBreaks: weekly('break_rule'),
  slotExceptions: 'select local_date, windows from opening_exception where artisan_id = ?',
  slotClosures: 'select from_on, until_on, from_at, until_at, is_yearly from closure where artisan_id = ?',
  slotTaken: `select padded_from, padded_to from occupancy where artisan_id = ? and padded_from < ? and padded_from > ?
    and padded_to > ? and (hold_until is null or hold_until > ?)`,
  agendaArtisan: 'select time_zone, display_name from artisan where id = ?',
  agendaBookings: `select id, public_code, status, offering_name, starts_at, ends_at, party_size, location_kind, customer_name,
    customer_email, customer_phone, customer_note, staff_note, source, price_cents, currency, deposit_cents from booking
    where artisan_id = ? and starts_at > ? and starts_at < ? and ends_at > ?
    and status in ('REQUESTED', 'PENDING_PAYMENT', 'CONFIRMED', 'COMPLETED', 'NO_SHOW') order by starts_at`,
  agendaTaken: `select kind, starts_at, ends_at from occupancy where artisan_id = ? and padded_from > ? and padded_from < ?
    and starts_at < ? and ends_at > ? and kind <> 'BOOKING' and (hold_until is null or hold_until > ?)`,
  agendaClosures:
    'select id, from_on, until_on, from_at, until_at, reason, is_yearly from closure where artisan_id = ? order by id',
  cabinetPlace: `select role from cabinet_member where cabinet_id = ? and user_id = ? and (expires_at is null or expires_at > ?)`,
  cabinetDocuments: `select id, title, folder_id, size_bytes, mime_type, last_number, updated_at from document
    where cabinet_id = ? and status = 'ACTIVE' and title_folded >= ? and (title_folded > ? or (title_folded = ? and id > ?))
    and (folder_id is null or folder_id not in (
      with recursive hidden (id) as (
        select folder.id from folder join folder_restriction on folder_restriction.folder_id = folder.id
          where folder_restriction.user_id = ? and folder_restriction.most = 'NONE' and folder.cabinet_id = ?
        union
        select folder.id from folder join hidden on folder.parent_id = hidden.id
      )
      select id from hidden))
    order by title_folded, id limit 101`,
  account: 'select id, password_hash from user where email = ?',
  addSession: `insert into session (id, user_id, created_at, version, refresh_hash, expires_at, last_used_at, session_version)
    values (?, ?, ?, 1, ?, ?, ?, 1)`,
  person: 'select id, email from user where id = ?',
  priceItem: 'select id, name, price_cents, currency, unit from price_item where id = ? and is_active = 1',
  addOrder: `insert into customer_order (id, created_at, version, customer_id, title, status, priority, price_item_id, service, declared_pages, total_cents, currency, last_activity_at)
    values (?, ?, 1, ?, ?, 'PENDING', 'NORMAL', ?, ?, ?, ?, ?, ?)`,
  addEvent: 'insert into outbox_event (id, name, payload, request_id, created_at) values (?, ?, ?, ?, ?)',
  addJob: `insert into job (id, kind, payload, event_id, state, priority, max_attempts, attempts, run_at, request_id, created_at)
    values (?, ?, ?, ?, 'PENDING', 100, 8, 0, ?, ?, ?)`,
  addStream: 'insert into live_stream (stream, last_seq) values (?, 1)',
  addLive: 'insert into live_event (stream, seq, payload, created_at) values (?, 1, ?, ?)',
  // The stream of everybody's orders, which is one row that all of them move.
  readAll: "select last_seq from live_stream where stream = 'ordersUpdated:baseline'",
  addToAll: "insert into live_event (stream, seq, payload, created_at) values ('ordersUpdated:baseline', ?, ?, ?)",
  lockHead: 'update audit_head set seq = seq + 1 where id = 1',
  readHead: 'select seq, mac from audit_head where id = 1',
  addEntry: `insert into audit_entry (seq, at, actor_kind, actor_id, action, severity, outcome, target_type, target_id, address, request_id, payload, prev_mac, mac, key_epoch)
    values (?, ?, 'PERSON', ?, 'COMMAND_CREATED', 'LOW', 'SUCCESS', 'command', ?, ?, ?, ?, ?, ?, 0)`,
  setHead: 'update audit_head set mac = ? where id = 1',
};

/** Those that answer a list: each takes as many values as its text has marks. */
export const listNames = [
  ...['orders', 'customers', 'files', 'filtered', 'invoices', 'invoiceList'],
  ...['slotOffering', 'slotRules', 'slotBreaks', 'slotExceptions', 'slotClosures', 'slotTaken'],
  ...['cabinetPlace', 'cabinetDocuments'],
  ...['agendaArtisan', 'agendaBookings', 'agendaTaken', 'agendaClosures'],
];
