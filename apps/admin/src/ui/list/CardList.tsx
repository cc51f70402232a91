import { Box, Link as MuiLink } from '@mui/material';
import { useListContext, type RaRecord } from 'react-admin';
import { Link } from 'react-router-dom';
import type { RegisterListProps } from './register-list-props';

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
