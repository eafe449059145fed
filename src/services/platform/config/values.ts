import { z } from 'zod';

/** Comma-separated values. */
export const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );

/** 0 or 1. */
export const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((text) => text === '1');

export const optional = z.string().trim().min(1).optional();
