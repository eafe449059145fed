// The floor of the public reads: one answer from memory, with its tag, and nothing else. What it sends is in FLOOR_SETTINGS.
import { createServer } from 'node:http';

const { folder } = JSON.parse(process.env.FLOOR_SETTINGS);
const { body, etag, headers } = JSON.parse(folder);
const bytes = Buffer.from(body);
const full = { ...headers, etag, 'content-length': bytes.length };
const same = { ...headers, etag };

const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, same).end();
  response.writeHead(200, full).end(bytes);
});
server.listen(0, '127.0.0.1', () => process.send({ ready: server.address().port }));
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
