import { formatDate, localDateOf } from '../../services/kernel/format.ts';
import type { KeptSms, MailboxMail } from '../../services/notifications/index.ts';
import { escapeHtml, styleSource } from './html.ts';

const style = `
:root{color-scheme:light dark;--ink:#1f2430;--soft:#5d6577;--paper:#fff;--ground:#f3f1ec;--line:#e2ded5;--accent:#1f5f4d}
@media (prefers-color-scheme:dark){:root{--ink:#eceff4;--soft:#a4acbc;--paper:#1d222c;--ground:#12151b;--line:#323a48;--accent:#6fcfae}}
*{box-sizing:border-box}body{margin:0;padding:2rem 1rem 4rem;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
main{max-width:52rem;margin:0 auto}h1{margin:0 0 .25rem;font-size:1.6rem;letter-spacing:-.01em;overflow-wrap:anywhere}h2{margin:2rem 0 .6rem;font-size:1rem;color:var(--soft);font-weight:600}
.note{margin:0 0 1.5rem;color:var(--soft)}a{color:var(--accent)}a:focus-visible{outline:3px solid #6aa9ff;outline-offset:2px;border-radius:.3rem}
.list{list-style:none;margin:0;padding:0;background:var(--paper);border:1px solid var(--line);border-radius:1rem;overflow:hidden}
.list li+li{border-top:1px solid var(--line)}.list a{display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem;padding:.9rem 1.2rem;color:inherit;text-decoration:none}
.list a:hover{background:color-mix(in srgb,var(--accent) 8%,transparent)}.subject{font-weight:600;overflow-wrap:anywhere}.to,.when{color:var(--soft);font-size:.9rem;overflow-wrap:anywhere}.when{white-space:nowrap;text-align:right}
.empty{padding:3rem 1.5rem;background:var(--paper);border:1px dashed var(--line);border-radius:1rem;text-align:center;color:var(--soft)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.2rem 1rem;margin:0 0 1.25rem;color:var(--soft)}dd{margin:0;color:var(--ink);overflow-wrap:anywhere}
iframe{width:100%;height:44rem;border:1px solid var(--line);border-radius:1rem;background:#fff}pre{margin:0;padding:1.2rem;background:var(--paper);border:1px solid var(--line);border-radius:1rem;white-space:pre-wrap;overflow-wrap:anywhere;font:.9rem/1.5 ui-monospace,monospace}
.links{margin:0;padding-left:1.2rem}.links li{overflow-wrap:anywhere}`;

/** The pages run no script: one style, known by its hash, and a frame of this server. */
export const mailboxPolicy = [
  "default-src 'none'",
  `style-src ${styleSource(style)}`,
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * A mail is shown with its own styles, and everything else is disabled: no script, no form, nothing fetched; links open
 * in a new tab.
 */
export const mailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "frame-ancestors 'self'",
  "form-action 'none'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

const personOf = ({ name, email }: MailboxMail['to']): string =>
  escapeHtml(name === undefined ? email : `${name} <${email}>`);

function momentOf(date: Date, timeZone: string): string {
  const [hour, minute] = new Intl.DateTimeFormat('fr', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(date)
    .split(':');
  return `${formatDate(localDateOf(date, timeZone), 'fr')}, ${hour}\u202fh\u202f${minute}`;
}

const page = (title: string, body: string): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;

/** Every mail, the newest first. */
export function mailboxListPage(mails: readonly MailboxMail[], timeZone: string): string {
  const rows = mails.map(
    ({ id, subject, to, date }) =>
      `<li><a href="/mailbox/${id}"><span class="subject">${escapeHtml(subject)}</span><time class="when" datetime="${date.toISOString()}">${momentOf(date, timeZone)}</time><span class="to">${personOf(to)}</span></a></li>`,
  );
  const list =
    rows.length === 0
      ? '<p class="empty">Aucun message pour l’instant. Créez un compte ou une commande\u00a0: les courriels de l’application arrivent ici.</p>'
      : `<ul class="list">${rows.join('')}</ul>`;
  return page(
    'Boîte aux lettres',
    `<h1>Boîte aux lettres</h1><p class="note">Les e-mails restent ici tant qu’aucun prestataire d’envoi n’est configuré. Personne d’autre ne les reçoit. <a href="/mailbox/sms">Voir les SMS</a> · <a href="/mailbox/gallery">Voir tous les modèles</a></p>${list}`,
  );
}

/** Every text message, the newest first. */
export function mailboxSmsPage(kept: readonly KeptSms[], timeZone: string): string {
  const rows = kept.map(
    ({ to, text, date }) =>
      `<li><a><span class="subject">${escapeHtml(text)}</span><time class="when" datetime="${date.toISOString()}">${momentOf(date, timeZone)}</time><span class="to">${escapeHtml(to)}</span></a></li>`,
  );
  const list =
    rows.length === 0 ? '<p class="empty">Aucun SMS pour l’instant.</p>' : `<ul class="list">${rows.join('')}</ul>`;
  return page(
    'SMS',
    `<p class="note"><a href="/mailbox">← Tous les messages</a></p><h1>SMS</h1><p class="note">Les SMS restent ici tant que Twilio n’est pas configuré.</p>${list}`,
  );
}

/** Every kind of mail, in both languages, with its sample. */
export function galleryPage(names: readonly string[], { hasMailbox }: { readonly hasMailbox: boolean }): string {
  const rows = names.map(
    (name) =>
      `<li>${escapeHtml(name)}\u00a0: <a href="/mailbox/gallery/${name}/fr">français</a>, <a href="/mailbox/gallery/${name}/en">anglais</a></li>`,
  );
  return page(
    'Modèles d’e-mails',
    `${hasMailbox ? '<p class="note"><a href="/mailbox">← Tous les messages</a></p>' : ''}<h1>Modèles d’e-mails</h1><p class="note">${names.length} modèles, chacun avec un exemple.</p><ul class="links">${rows.join('')}</ul>`,
  );
}

/** One mail: its HTML, its text part, and its links. */
export function mailboxMailPage(mail: MailboxMail, timeZone: string): string {
  const links = mail.links.map(
    (link) =>
      `<li><a href="${escapeHtml(link)}" target="_blank" rel="noopener noreferrer">${escapeHtml(link)}</a></li>`,
  );
  const files = mail.attachments.map(
    ({ filename, content }) => `<li>${escapeHtml(filename)} (${content.byteLength} octets)</li>`,
  );
  return page(
    mail.subject,
    `<p class="note"><a href="/mailbox">← Tous les messages</a></p><h1>${escapeHtml(mail.subject)}</h1>
<dl><dt>De</dt><dd>${personOf(mail.from)}</dd><dt>À</dt><dd>${personOf(mail.to)}</dd><dt>Le</dt><dd><time datetime="${mail.date.toISOString()}">${momentOf(mail.date, timeZone)}</time></dd></dl>
<iframe src="/mailbox/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" title="Le message tel qu’il s’affiche"></iframe>
${links.length === 0 ? '' : `<h2>Liens</h2><ul class="links">${links.join('')}</ul>`}
${files.length === 0 ? '' : `<h2>Pièces jointes</h2><ul class="links">${files.join('')}</ul>`}
<h2>Version texte</h2><pre>${escapeHtml(mail.text)}</pre>`,
  );
}

/** The mail's own HTML, whose links open in a window of their own. */
export const withLinksOutside = (html: string): string =>
  html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`);
