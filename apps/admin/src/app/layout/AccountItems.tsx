import { Divider, ListItemText, Menu, MenuItem } from '@mui/material';
import { useLogout, usePermissions } from 'react-admin';
import { Link } from 'react-router-dom';
import { capitalised, useLanguage, useT, useWords } from '../../i18n/use-t';
import type { Permissions } from '../../providers/auth-provider';
import { STATEMENT_PATHS } from '../statement-paths';

interface AccountItemsProps {
  name: string;
  anchor: HTMLElement;
  onClose: () => void;
}

/** What the account menu holds; fetched when somebody opens it. */
export default function AccountItems({ name, anchor, onClose }: AccountItemsProps) {
  const t = useT();
  const words = useWords();
  const language = useLanguage();
  const logout = useLogout();
  const { permissions } = usePermissions<Permissions | undefined>();
  return (
    <Menu anchorEl={anchor} open onClose={onClose}>
      <MenuItem component={Link} to="/account" onClick={onClose}>
        <ListItemText primary={name} secondary={permissions && capitalised(words.role[permissions.role])} />
      </MenuItem>
      <Divider />
      <MenuItem component={Link} to="/account" onClick={onClose}>
        {t('frame.account.mine')}
      </MenuItem>
      <MenuItem component="a" href={STATEMENT_PATHS[language]}>
        {t('frame.account.accessibility')}
      </MenuItem>
      <MenuItem onClick={() => void logout()}>{t('frame.account.signOut')}</MenuItem>
    </Menu>
  );
}
