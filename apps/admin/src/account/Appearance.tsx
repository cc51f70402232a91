import { FormControlLabel, Stack, Switch, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { isAllowed, LANGUAGES, type Language } from '@fieldlab/domain';
import { useLocaleState, usePermissions, useStore } from 'react-admin';
import { useId, type ReactNode } from 'react';
import { useLanguage, useT } from '../i18n/use-t';
import type { Permissions } from '../providers/auth-provider';
import { SHORTCUT_SETTING } from '../ui/shortcut-setting';
import { useAccountChange } from './use-account';

const NAMES: Record<Language, string> = { nl: 'Nederlands', en: 'English' };
const THEMES = { light: 'account.light', dark: 'account.dark', asDevice: 'account.asDevice' } as const;
const nothing = (): void => undefined;

export function Appearance() {
  return (
    <Stack sx={{ gap: 4 }}>
      <LanguageChoice />
      <ThemeChoice />
      <ShortcutSwitch />
    </Stack>
  );
}

function LanguageChoice() {
  const t = useT();
  const language = useLanguage();
  const [, setLocale] = useLocaleState();
  const change = useAccountChange(nothing);
  const choose = (chosen: Language): void => {
    setLocale(chosen);
    change.mutate({ language: chosen });
  };
  const options = LANGUAGES.map((one) => ({ value: one, label: <span lang={one}>{NAMES[one]}</span> }));
  return (
    <Choice
      label={t('account.language')}
      help={t('account.languageHelp')}
      value={language}
      options={options}
      onChoose={choose}
    />
  );
}

function ThemeChoice() {
  const t = useT();
  const [theme, setTheme] = useStore<'light' | 'dark' | undefined>('theme');
  const options = (['light', 'dark', 'asDevice'] as const).map((value) => ({
    value,
    label: t(THEMES[value]),
  }));
  return (
    <Choice
      label={t('account.theme')}
      value={theme ?? 'asDevice'}
      options={options}
      onChoose={(chosen) => setTheme(chosen === 'asDevice' ? undefined : chosen)}
    />
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  help?: string;
  value: T;
  options: readonly { value: T; label: ReactNode }[];
  onChoose: (value: T) => void;
}

/** One of a few, all of them in sight. */
function Choice<T extends string>({ label, help, value, options, onChoose }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div>
      <Typography id={id} sx={{ fontWeight: 600, mb: 1 }}>
        {label}
      </Typography>
      <ToggleButtonGroup
        exclusive
        size="small"
        color="primary"
        aria-labelledby={id}
        value={value}
        onChange={(_event, chosen: T | null) => chosen !== null && onChoose(chosen)}
      >
        {options.map((option) => (
          <ToggleButton key={option.value} value={option.value} sx={{ px: 4 }}>
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {help !== undefined && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {help}
        </Typography>
      )}
    </div>
  );
}

function ShortcutSwitch() {
  const t = useT();
  const { permissions } = usePermissions<Permissions | undefined>();
  const [isOn, setOn] = useStore(SHORTCUT_SETTING, true);
  if (!permissions || !isAllowed(permissions.role, 'participation:write')) return null;
  return (
    <div>
      <FormControlLabel
        control={<Switch checked={isOn} onChange={(_event, on) => setOn(on)} />}
        label={t('account.shortcuts')}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('account.shortcutsHelp')}
      </Typography>
    </div>
  );
}
