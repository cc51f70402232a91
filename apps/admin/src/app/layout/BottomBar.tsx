import MenuIcon from '@mui/icons-material/Menu';
import SearchIcon from '@mui/icons-material/Search';
import SpaceDashboardIcon from '@mui/icons-material/SpaceDashboardOutlined';
import { BottomNavigation, BottomNavigationAction } from '@mui/material';
import { Link } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { useLogSheet } from '../../ui/log-sheet';
import { LogIcon } from './menu';
import { useMay } from '../../ui/use-may';

/** What the thumb reaches on a phone. */
export function BottomBar({ onSearch, onMore }: { onSearch: () => void; onMore: () => void }) {
  const t = useT();
  const may = useMay();
  const { open } = useLogSheet();
  const styles = { minWidth: 64, color: 'text.secondary' };
  return (
    <BottomNavigation
      component="nav"
      aria-label={t('frame.menu.label')}
      showLabels
      className="no-print"
      sx={{
        display: { xs: 'flex', md: 'none' },
        position: 'fixed',
        insetInline: 0,
        bottom: 0,
        zIndex: 'appBar',
        borderTop: 1,
        borderColor: 'divider',
        height: 60,
      }}
    >
      <BottomNavigationAction
        sx={styles}
        component={Link}
        to="/"
        label={t('frame.menu.overview')}
        icon={<SpaceDashboardIcon />}
      />
      {may('participations', 'create') && (
        <BottomNavigationAction
          sx={{ ...styles, color: 'primary.main' }}
          onClick={() => open()}
          label={t('frame.menu.log')}
          icon={<LogIcon />}
        />
      )}
      <BottomNavigationAction
        sx={styles}
        onClick={onSearch}
        label={t('frame.menu.search')}
        icon={<SearchIcon />}
      />
      <BottomNavigationAction sx={styles} onClick={onMore} label={t('frame.menu.more')} icon={<MenuIcon />} />
    </BottomNavigation>
  );
}
