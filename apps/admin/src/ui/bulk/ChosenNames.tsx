import { Box } from '@mui/material';
import { useGetMany, useListContext, useResourceContext, type RaRecord } from 'react-admin';
import { useT } from '../../i18n/use-t';

const MOST_NAMES = 20;

interface ChosenNamesProps<T> {
  nameOf: (record: T) => string;
}

/** What something is about to be done to, by name: also the rows that a filter or another page hides. */
export function ChosenNames<T extends RaRecord<string>>({ nameOf }: ChosenNamesProps<T>) {
  const t = useT();
  const { selectedIds } = useListContext<T>();
  const ids = selectedIds.slice(0, MOST_NAMES);
  const { data = [] } = useGetMany<T>(useResourceContext() ?? '', { ids });
  const others = selectedIds.length - ids.length;
  return (
    <Box
      component="ul"
      sx={{ m: 0, pl: 5, maxHeight: 200, overflowY: 'auto', overflowWrap: 'anywhere' }}
      tabIndex={0}
    >
      {data.map((record) => (
        <li key={record.id}>{nameOf(record)}</li>
      ))}
      {others > 0 && <li>{t('register.bulk.others', { smart_count: others })}</li>}
    </Box>
  );
}
