/**
 * Gives back at once the memory that bytes alone hold; they are empty afterwards. For those who stream: V8 counts what
 * buffers hold, and collects the whole heap each time 64 MiB of it have come, which stops the process for a while.
 */
export function release(bytes: Uint8Array): void {
  // A piece of a larger buffer leaves that buffer to the others.
  if (bytes.length > 0 && bytes.length === bytes.buffer.byteLength) (bytes.buffer as ArrayBuffer).transfer(0);
}
