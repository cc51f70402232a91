import type { Messages } from '../messages';

export const duplicateValues: Messages['duplicates'] = {
  title: 'Duplicates',
  review: 'Decide now',
  attention: '%{smart_count} possible duplicate |||| %{smart_count} possible duplicates',
  wasDeleted: '%{company} had this number and was deleted.',
  bringBack: 'Restore',
};
