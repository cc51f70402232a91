import { Box, Link as MuiLink, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { Logo } from '../ui/Logo';

const PAGES = [
  { path: '/public', label: 'publicly.catalogue' },
  { path: '/public/check', label: 'publicly.check' },
] as const;

interface PublicFrameProps {
  preferences: ReactNode;
  /** Where the accessibility statement is, in the reader's language. */
  statementPath: string;
  children: ReactNode;
}

/** What stands around every public page; in print only the page itself is left. */
export function PublicFrame({ preferences, statementPath, children }: PublicFrameProps) {
  const t = useT();
  return (
    <Box
      sx={{
        minHeight: '100vh',
        display: 'grid',
        gridTemplateRows: 'auto 1fr auto',
        '@media print': { display: 'block', minHeight: 0 },
      }}
    >
      <MuiLink
        href="#main-content"
        sx={{ position: 'absolute', left: -9999, '&:focus': { left: 12, top: 12, zIndex: 1 } }}
      >
        {t('publicly.skip')}
      </MuiLink>
      <Head preferences={preferences} />
      <Box
        component="main"
        id="main-content"
        tabIndex={-1}
        sx={{
          width: '100%',
          maxWidth: 1000,
          mx: 'auto',
          px: { xs: 4, md: 8 },
          py: { xs: 5, md: 10 },
          outline: 'none',
        }}
      >
        {children}
      </Box>
      <Box component="footer" className="no-print" sx={{ px: { xs: 4, md: 8 }, py: 4, typography: 'body2' }}>
        <MuiLink href="/api/v1/public/catalogue.jsonld" color="inherit">
          {t('publicly.openData')}
        </MuiLink>
        {' · '}
        <MuiLink href="/api/v1/public/feed.atom" color="inherit">
          {t('publicly.feed')}
        </MuiLink>
        {' · '}
        <MuiLink component={Link} to={statementPath} color="inherit">
          {t('frame.account.accessibility')}
        </MuiLink>
      </Box>
    </Box>
  );
}

function Head({ preferences }: { preferences: ReactNode }) {
  const t = useT();
  return (
    <Stack
      component="header"
      direction="row"
      className="no-print"
      sx={{
        ...{ alignItems: 'center', flexWrap: 'wrap', columnGap: 6, rowGap: 1 },
        ...{ px: { xs: 4, md: 8 }, py: 2, borderBottom: 1, borderColor: 'divider' },
      }}
    >
      <Stack direction="row" sx={{ gap: 2, alignItems: 'center', fontWeight: 650 }}>
        <Logo size={28} />
        {t('frame.product')}
      </Stack>
      <Menu />
      <Stack direction="row" sx={{ alignItems: 'center', ml: 'auto', gap: 1 }}>
        <MuiLink href="/" color="inherit" variant="body2">
          {t('publicly.signIn')}
        </MuiLink>
        {preferences}
      </Stack>
    </Stack>
  );
}

function Menu() {
  const t = useT();
  const { pathname } = useLocation();
  return (
    <Stack
      component="nav"
      direction="row"
      aria-label={t('publicly.menu')}
      sx={{ columnGap: 5, flexWrap: 'wrap', order: { xs: 1, md: 0 } }}
    >
      {PAGES.map(({ path, label }) => (
        <MuiLink
          key={path}
          component={Link}
          to={path}
          color="inherit"
          aria-current={pathname === path ? 'page' : undefined}
          sx={{ py: 2, fontWeight: pathname === path ? 650 : 400 }}
        >
          {t(label)}
        </MuiLink>
      ))}
    </Stack>
  );
}
