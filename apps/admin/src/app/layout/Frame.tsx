import { Box, Link as MuiLink } from '@mui/material';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Waiting } from '../../ui/page/Waiting';
import { LogSheetHost } from '../LogSheetHost';
import { BottomBar } from './BottomBar';
import { ConnectionNotice } from './ConnectionNotice';
import { SideMenu } from './SideMenu';
import { TopBar } from './TopBar';
import { useShortcuts } from './use-shortcuts';

const MenuDrawer = lazy(() => import('./MenuDrawer'));
const SearchDialog = lazy(() => import('../search/SearchDialog'));

/** What stands around every page. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <LogSheetHost>
      <Surroundings>{children}</Surroundings>
    </LogSheetHost>
  );
}

function Surroundings({ children }: { children: ReactNode }) {
  const [isSearching, setSearching] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const search = (): void => setSearching(true);
  useShortcuts({ onSearch: search });
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '232px minmax(0, 1fr)' },
        minHeight: '100vh',
        '@media print': { display: 'block', minHeight: 0 },
      }}
    >
      <SkipLink />
      <LeftSide />
      <Box sx={{ minWidth: 0 }}>
        <TopBar onSearch={search} />
        <ConnectionNotice />
        <Box
          component="main"
          id="main-content"
          tabIndex={-1}
          sx={{ px: { xs: 4, md: 6 }, pt: { xs: 4, md: 6 }, pb: { xs: 24, md: 12 }, outline: 'none' }}
        >
          <Suspense fallback={<Waiting />}>{children}</Suspense>
        </Box>
      </Box>
      <BottomBar onSearch={search} onMore={() => setMenuOpen(true)} />
      {isMenuOpen && (
        <Suspense>
          <MenuDrawer onClose={() => setMenuOpen(false)} />
        </Suspense>
      )}
      {isSearching && (
        <Suspense>
          <SearchDialog onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </Box>
  );
}

function LeftSide() {
  return (
    <Box
      className="no-print"
      sx={{ display: { xs: 'none', md: 'block' }, borderRight: 1, borderColor: 'divider' }}
    >
      <Box sx={{ position: 'sticky', top: 0, maxHeight: '100vh', overflowY: 'auto' }}>
        <SideMenu />
      </Box>
    </Box>
  );
}

function SkipLink() {
  const translate = useTranslate();
  return (
    <MuiLink
      href="#main-content"
      sx={{
        position: 'absolute',
        left: -9999,
        '&:focus': { left: 12, top: 12, zIndex: 2000, bgcolor: 'background.paper', p: 2 },
      }}
    >
      {translate('ra.navigation.skip_nav')}
    </MuiLink>
  );
}
