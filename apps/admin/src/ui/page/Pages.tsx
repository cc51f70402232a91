import { Pagination } from '@mui/material';
import { useTranslate } from 'react-admin';

interface PagesProps {
  /** How many pages there are; of one nothing is shown. */
  count: number;
  page: number;
  onChange: (page: number) => void;
}

/** The pages of what is longer than one, in the reader's language, which the library's own names are not. */
export function Pages({ count, page, onChange }: PagesProps) {
  const translate = useTranslate();
  if (count <= 1) return null;
  return (
    <Pagination
      count={count}
      page={page}
      aria-label={translate('ra.navigation.current_page', { page })}
      onChange={(_event, next) => onChange(next)}
      getItemAriaLabel={(type, number, isCurrent) =>
        translate(`ra.navigation.${type === 'page' && isCurrent ? 'current_page' : type}`, { page: number })
      }
      sx={{ mt: 3 }}
    />
  );
}
