import DarkModeOutlinedIcon from '@mui/icons-material/DarkModeOutlined';
import LightModeOutlinedIcon from '@mui/icons-material/LightModeOutlined';
import { Button, IconButton, Tooltip, useMediaQuery } from '@mui/material';
import { useLocaleState, useTheme } from 'react-admin';
import { useLanguage, useT } from '../../i18n/use-t';

export function LanguageButton() {
  const t = useT();
  const language = useLanguage();
  const [, setLocale] = useLocaleState();
  const other = language === 'nl' ? 'en' : 'nl';
  return (
    <Tooltip title={t('frame.account.switchLanguage')}>
      <Button
        color="inherit"
        lang={other}
        aria-label={t('frame.account.switchLanguage')}
        onClick={() => setLocale(other)}
        sx={{ minWidth: 40, color: 'text.secondary' }}
      >
        {other.toUpperCase()}
      </Button>
    </Tooltip>
  );
}

export function ThemeButton() {
  const t = useT();
  const { isDark, toggle } = useAppearance();
  const label = isDark ? t('frame.account.toLight') : t('frame.account.toDark');
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={toggle} sx={{ color: 'text.secondary' }}>
        {isDark ? <LightModeOutlinedIcon fontSize="small" /> : <DarkModeOutlinedIcon fontSize="small" />}
      </IconButton>
    </Tooltip>
  );
}

function useAppearance(): { isDark: boolean; toggle: () => void } {
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const [mode, setMode] = useTheme(prefersDark ? 'dark' : 'light');
  const isDark = mode === 'dark';
  return { isDark, toggle: () => setMode(isDark ? 'light' : 'dark') };
}
