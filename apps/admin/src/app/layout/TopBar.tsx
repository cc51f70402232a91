import SearchIcon from '@mui/icons-material/Search';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useT } from '../../i18n/use-t';
import { useLogSheet } from '../../ui/log-sheet';
import { Logo } from '../../ui/Logo';
import { LaterTools } from './LaterTools';
import { LogIcon } from './menu';
import { NotificationBell } from './NotificationBell';
import { useMay } from '../../ui/use-may';

const KEY_HINT = {
  border: 1,
  borderColor: 'divider',
  borderRadius: '4px',
  px: 1,
  fontSize: '0.75rem',
  color: 'text.secondary',
};

/** On every page: search, the primary action, language, appearance, account. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  return (
    <Stack
      component="header"
      direction="row"
      className="no-print"
      sx={{
        alignItems: 'center',
        gap: 2,
        px: { xs: 3, md: 6 },
        height: 60,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.default',
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
      }}
    >
      <Box sx={{ display: { md: 'none' } }}>
        <Logo />
      </Box>
      <SearchButton onSearch={onSearch} />
      <Box sx={{ flex: 1 }} />
      <LogButton />
      <NotificationBell />
      <LaterTools hasAccount />
    </Stack>
  );
}

function SearchButton({ onSearch }: { onSearch: () => void }) {
  const t = useT();
  return (
    <Button
      variant="outlined"
      color="inherit"
      startIcon={<SearchIcon />}
      onClick={onSearch}
      aria-keyshortcuts="Control+K Meta+K"
      sx={{
        display: { xs: 'none', md: 'inline-flex' },
        color: 'text.secondary',
        width: 'min(36vw, 380px)',
        justifyContent: 'flex-start',
        fontWeight: 400,
        bgcolor: 'background.paper',
      }}
    >
      <Typography component="span" noWrap sx={{ flex: 1, textAlign: 'left', fontSize: '0.875rem' }}>
        {t('frame.menu.searchHint')}
      </Typography>
      <Box component="kbd" sx={KEY_HINT} aria-hidden>
        Ctrl K
      </Box>
    </Button>
  );
}

function LogButton() {
  const t = useT();
  const may = useMay();
  const { open } = useLogSheet();
  if (!may('participations', 'create')) return null;
  return (
    <Button
      variant="contained"
      startIcon={<LogIcon />}
      onClick={() => open()}
      aria-keyshortcuts="N"
      sx={{ display: { xs: 'none', sm: 'inline-flex' }, whiteSpace: 'nowrap' }}
    >
      {t('frame.menu.logParticipation')}
    </Button>
  );
}
