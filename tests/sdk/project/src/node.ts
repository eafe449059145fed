/** Stands for Node's: this project is one of browsers, and has no types of Node. */
export async function* createReadStream(path: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(path);
}
