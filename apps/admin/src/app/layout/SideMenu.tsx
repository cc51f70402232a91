import { Box, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material';
import { NavLink } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { Logo } from '../../ui/Logo';
import { useMenu, type MenuGroup, type MenuItem } from './menu';

/** The menu at the left of a wide screen, and behind "more" on a phone. */
export function SideMenu({ onChoose }: { onChoose?: () => void }) {
  const t = useT();
  const groups = useMenu();
  return (
    <Box
      component="nav"
      aria-label={t('frame.menu.label')}
      sx={{ p: 3, display: 'flex', flexDirection: 'column', gap: 4 }}
    >
      <Box
        component={NavLink}
        to="/"
        onClick={onChoose}
        sx={{
          display: 'flex',
          gap: 2.5,
          alignItems: 'center',
          px: 2,
          py: 1,
          color: 'inherit',
          textDecoration: 'none',
        }}
      >
        <Logo />
        <Typography component="span" sx={{ fontSize: '1.125rem', fontWeight: 650, letterSpacing: '-0.02em' }}>
          {t('frame.product')}
        </Typography>
      </Box>
      <Box sx={{ display: 'grid', gap: 5 }}>
        {groups.map((group) => (
          <Group key={group.key} group={group} onChoose={onChoose} />
        ))}
      </Box>
    </Box>
  );
}

function Group({ group, onChoose }: { group: MenuGroup; onChoose: (() => void) | undefined }) {
  return (
    <div>
      {group.title && (
        <Typography
          variant="overline"
          component="h2"
          sx={{ px: 2, color: 'text.secondary', display: 'block', mb: 1 }}
        >
          {group.title}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
        {group.items.map((item) => (
          <li key={item.to}>
            <Item item={item} onChoose={onChoose} />
          </li>
        ))}
      </Box>
    </div>
  );
}

function Item({
  item: { to, label, icon: Icon },
  onChoose,
}: {
  item: MenuItem;
  onChoose: (() => void) | undefined;
}) {
  return (
    <ListItemButton
      component={NavLink}
      to={to}
      end={to === '/'}
      onClick={onChoose}
      dense
      sx={{
        borderRadius: 1,
        px: 2,
        minHeight: 36,
        color: 'text.secondary',
        '&.active': { color: 'text.primary', bgcolor: 'action.selected', fontWeight: 600 },
        '&.active .MuiListItemIcon-root': { color: 'primary.main' },
      }}
    >
      <ListItemIcon sx={{ minWidth: 32, color: 'text.secondary' }}>
        <Icon sx={{ fontSize: 20 }} />
      </ListItemIcon>
      <ListItemText disableTypography sx={{ m: 0, fontSize: '0.9375rem' }}>
        {label}
      </ListItemText>
    </ListItemButton>
  );
}
