// What test files import from `@jest/globals`: circus put it there before the first of them was loaded.
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } = globalThis;
