import { useFormat } from '../i18n/format';
import { useNames } from '../i18n/use-t';

/** `3 deelnames, 1 investering`: how many records of each kind; empty of none. */
export function useRecordsText(): (records: Record<string, number>) => string {
  const { one, many } = useNames();
  const { number } = useFormat();
  return (records) =>
    Object.entries(records)
      .map(([resource, count]) => `${number(count)} ${(count === 1 ? one : many)(resource).toLowerCase()}`)
      .join(', ');
}
