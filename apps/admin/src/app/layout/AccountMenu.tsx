import { Avatar, Divider, IconButton, ListItemText, Menu, MenuItem, Tooltip } from '@mui/material';
import { useGetIdentity, useLogout, usePermissions } from 'react-admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useT } from '../../i18n/use-t';
import type { Permissions } from '../../providers/auth-provider';
import { STATEMENT_PATHS } from '../statement-paths';

export function AccountMenu() {
  const t = useT();
  const language = useLanguage();
  const logout = useLogout();
  const { data: identity } = useGetIdentity();
  const { permissions } = usePermissions<Permissions | undefined>();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = (): void => setAnchor(null);
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
          <Avatar
            sx={{
              width: 30,
              height: 30,
              fontSize: '0.75rem',
              fontWeight: 650,
              bgcolor: 'primary.main',
              color: 'primary.contrastText',
            }}
          >
            {initials(name)}
          </Avatar>
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem component={Link} to="/account" onClick={close}>
          <ListItemText primary={name} secondary={permissions && t(`frame.roles.${permissions.role}`)} />
        </MenuItem>
        <Divider />
        <MenuItem component={Link} to="/account" onClick={close}>
          {t('frame.account.mine')}
        </MenuItem>
        <MenuItem component="a" href={STATEMENT_PATHS[language]}>
          {t('frame.account.accessibility')}
        </MenuItem>
        <MenuItem onClick={() => void logout()}>{t('frame.account.signOut')}</MenuItem>
      </Menu>
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
