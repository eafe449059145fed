import { createHash, createPublicKey, verify } from 'node:crypto';
import { Kept } from './ends.mjs';

/** The bytes that the server signed: canonical JSON (RFC 8785) of these members. */
export function receiptText(receipt) {
  const { documentId, keyId, sha256, sizeBytes: size, uploadId, versionId } = receipt;
  const storedAt = new Date(receipt.storedAt).toISOString();
  const members = { documentId, keyId, sha256, size, storedAt, type: 'atelier-upload-receipt-1', uploadId, versionId };
  return `{${Object.keys(members)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(members[name])}`)
    .join(',')}}`;
}

const keyIdOf = (pem) =>
  createHash('sha256')
    .update(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

/** The keys that receipts are checked under: those that the server had when it was first used, and those accepted since. */
export async function pinnedKeys({ stateFile, server, trustsNewKey, client }) {
  const name = `keys ${server}`;
  const known = stateFile.get(name);
  if (known !== undefined && !trustsNewKey) return known;
  const keys = { ...known };
  for (const { keyId, publicKey } of await client.receiptKeys())
    if (keyIdOf(publicKey) === keyId) keys[keyId] ??= publicKey;
  stateFile.set(name, keys);
  return keys;
}

/** `Kept` unless the receipt is this upload's, says these bytes, and is signed by a pinned key. */
export function checkReceipt(receipt, { keys, uploadId, sha256, size }) {
  if (receipt === null || receipt === undefined) throw new Kept('the server gave no receipt');
  const key = keys[receipt.keyId];
  if (key === undefined)
    throw new Kept(
      `its receipt is signed by the key ${receipt.keyId}, which was not there at first use (--trust-new-key)`,
    );
  if (!verify(null, Buffer.from(receiptText(receipt)), createPublicKey(key), Buffer.from(receipt.signature, 'base64')))
    throw new Kept('the signature of its receipt is wrong');
  if (receipt.uploadId !== uploadId) throw new Kept('its receipt is of another upload');
  if (receipt.sha256 !== sha256 || receipt.sizeBytes !== size)
    throw new Kept('the server stored other bytes than were sent');
}
