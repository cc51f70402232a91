import type { Messages } from '../messages';

export const targetValues = {
  programme: 'The whole programme',
} satisfies Messages['targets'];
