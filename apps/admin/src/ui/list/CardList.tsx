import { Box, Checkbox, Link as MuiLink } from '@mui/material';
import { useListContext, type RaRecord } from 'react-admin';
import { useContext } from 'react';
import { Link } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import type { RegisterListProps } from './register-list-props';
import { RowContext } from './row-context';

/** The rows on a phone: a name that is a link, and the two most telling lines. */
export function CardList<T extends RaRecord<string>>({
  resource,
  nameOf,
  card,
  rowActions,
  to,
}: RegisterListProps<T>) {
  const { data = [], isPlaceholderData } = useListContext<T>();
  return (
    <Box
      component="ul"
      aria-busy={isPlaceholderData}
      sx={{ listStyle: 'none', m: 0, p: 0, opacity: isPlaceholderData ? 0.45 : 1 }}
    >
      {data.map((record) => (
        <Box
          component="li"
          key={record.id}
          sx={{
            borderTop: 1,
            borderColor: 'divider',
            py: 3,
            display: 'flex',
            gap: 2,
            alignItems: 'flex-start',
          }}
        >
          <ChooseBox id={record.id} name={nameOf(record)} />
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
              <Name to={to?.(record) ?? `/${resource}/${record.id}/show`} name={nameOf(record)} />
            </Box>
            <Box sx={{ fontSize: '0.875rem', color: 'text.secondary', display: 'grid', gap: 0.5, mt: 0.5 }}>
              {card(record)}
            </Box>
          </Box>
          {rowActions?.(record)}
        </Box>
      ))}
    </Box>
  );
}

function Name({ to, name }: { to: string; name: string }) {
  return (
    <MuiLink component={Link} to={to} sx={{ color: 'inherit' }}>
      {name}
    </MuiLink>
  );
}

function ChooseBox({ id, name }: { id: string; name: string }) {
  const t = useT();
  const { hasChoice } = useContext(RowContext);
  const { selectedIds, onToggleItem } = useListContext();
  if (!hasChoice) return null;
  return (
    <Checkbox
      checked={selectedIds.includes(id)}
      onChange={() => onToggleItem(id)}
      // Its box in line with the name, and with the page's edge; what the finger touches is wider.
      sx={{ mt: -2, mb: -2, ml: -2, mr: -1 }}
      slotProps={{ input: { 'aria-label': t('register.list.selectRow', { name }) } }}
    />
  );
}
