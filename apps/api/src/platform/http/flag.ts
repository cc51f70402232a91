import { z } from 'zod';

/** Something that an address asks for, or leaves out. */
export const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');
