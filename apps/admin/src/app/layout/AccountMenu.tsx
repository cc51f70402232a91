import { Box, IconButton, Tooltip } from '@mui/material';
import { useGetIdentity } from 'react-admin';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../../i18n/use-t';

const AccountItems = lazy(() => import('./AccountItems'));

const ROUND = {
  display: 'grid',
  placeItems: 'center',
  width: 30,
  height: 30,
  borderRadius: '50%',
  fontSize: '0.75rem',
  lineHeight: 1,
  fontWeight: 650,
  bgcolor: 'primary.main',
  color: 'primary.contrastText',
} as const;

export function AccountMenu() {
  const t = useT();
  const { data: identity } = useGetIdentity();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = identity?.fullName ?? '';
  const label = t('frame.account.menu', { name });
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Box component="span" sx={ROUND}>
            {initials(name)}
          </Box>
        </IconButton>
      </Tooltip>
      {anchor && (
        <Suspense>
          <AccountItems name={name} anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}

const initials = (name: string): string =>
  name
    .split(' ')
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('');
