import type { Language } from '../vocabulary/languages';
import type { RegisterFields } from './field';

/** What fields are called on screen, where that is what their columns of the workbook are called. */
export const labelsOf = <F extends RegisterFields>(
  { fields }: { fields: F },
  language: Language,
): Record<keyof F & string, string> => {
  const labels = Object.entries(fields).map(([key, { column }]) => [key, column?.label[language] ?? key]);
  // The compiler does not follow the names through a list of entries.
  return Object.fromEntries(labels) as Record<keyof F & string, string>;
};
