/**
 * Frees the memory of byte buffers immediately; they are empty afterwards. For code that streams: V8 counts what
 * buffers hold, and collects the whole heap for every 64 MiB of it, which stops the process for a while.
 */
export function release(bytes: Uint8Array): void {
  // A piece of a larger buffer leaves that buffer to the others.
  if (bytes.length > 0 && bytes.length === bytes.buffer.byteLength) (bytes.buffer as ArrayBuffer).transfer(0);
}
