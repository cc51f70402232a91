import type { Messages } from '../messages';

export const importValues = {
  title: 'Import',
  row: 'Row',
  undone: 'The import was undone.',
} satisfies Messages['imports'];
