import type { RaThemeOptions } from 'react-admin';
import { DARK, LIGHT, PAPER, type Tones } from './palette';
import { printRules } from './print-rules';

const FONT = '"Inter Variable", "Inter Fallback", system-ui, sans-serif';

/** Calm: one accent, lines instead of shadows, figures of one width. */
export const lightTheme = themeOf('light', LIGHT);
export const darkTheme = themeOf('dark', DARK);
export const paperTheme = themeOf('light', PAPER);

function themeOf(mode: 'light' | 'dark', tones: Tones): RaThemeOptions {
  return {
    palette: {
      mode,
      primary: { main: tones.accent, contrastText: tones.onAccent },
      secondary: { main: tones.accent, contrastText: tones.onAccent },
      error: { main: tones.bad },
      warning: { main: tones.attention },
      success: { main: tones.good },
      info: { main: tones.accent },
      text: { primary: tones.ink, secondary: tones.secondary },
      background: { default: tones.paper, paper: tones.surface },
      divider: tones.line,
    },
    shape: { borderRadius: 8 },
    spacing: 4,
    breakpoints: { values: { xs: 0, sm: 600, md: 900, lg: 1200, xl: 1600 } },
    typography: {
      fontFamily: FONT,
      fontSize: 15,
      htmlFontSize: 16,
      h1: { fontSize: '1.5rem', fontWeight: 650, letterSpacing: '-0.015em', lineHeight: 1.25 },
      h2: { fontSize: '1.125rem', fontWeight: 650, letterSpacing: '-0.01em', lineHeight: 1.3 },
      h3: { fontSize: '0.9375rem', fontWeight: 650, lineHeight: 1.4 },
      body1: { fontSize: '0.9375rem', lineHeight: 1.5 },
      body2: { fontSize: '0.8125rem', lineHeight: 1.5 },
      caption: { fontSize: '0.8125rem' },
      button: { textTransform: 'none', fontWeight: 600, fontSize: '0.875rem' },
      overline: {
        fontSize: '0.75rem',
        fontWeight: 600,
        textTransform: 'none',
        letterSpacing: 0,
        lineHeight: 1.5,
      },
    },
    components: { ...surfaces(tones), ...controls(tones), ...tables(tones) },
  };
}

function surfaces(tones: Tones): NonNullable<RaThemeOptions['components']> {
  return {
    MuiCssBaseline: {
      styleOverrides: {
        // What has the focus is not hidden behind the bars that stay in place.
        html: { scrollPaddingBlock: '124px 80px' },
        body: { fontFeatureSettings: '"cv11"', textRendering: 'optimizeLegibility' },
        // Figures of one width where figures stand below each other; in words they would tear hyphens apart.
        'time, input, .figure, .MuiTableCell-alignRight': { fontFeatureSettings: '"tnum", "cv11"' },
        time: { whiteSpace: 'nowrap' },
        'a:focus-visible, button:focus-visible, [tabindex]:focus-visible': {
          outline: `2px solid ${tones.accent}`,
          outlineOffset: 2,
        },
        // A dialog that opens holds the focus until somebody moves it, and is no control.
        '.MuiDialog-container:focus-visible, [role=dialog]:focus-visible': { outline: 'none' },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0s !important',
            transitionDuration: '0s !important',
          },
        },
        ...printRules,
      },
    },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' }, outlined: { borderColor: tones.line } },
    },
    MuiDialog: { styleOverrides: { paper: { border: `1px solid ${tones.line}` } } },
    MuiMenu: {
      styleOverrides: {
        paper: { border: `1px solid ${tones.line}`, boxShadow: '0 8px 24px rgb(15 23 32 / 12%)' },
      },
    },
    MuiTooltip: { defaultProps: { arrow: false } },
    MuiAppBar: { defaultProps: { elevation: 0, color: 'transparent' } },
  };
}

function controls(tones: Tones): NonNullable<RaThemeOptions['components']> {
  return {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: { borderRadius: 8, minHeight: 36, paddingInline: 14 },
        outlined: { borderColor: tones.edge, color: tones.ink },
        text: { paddingInline: 8 },
      },
    },
    MuiLink: { defaultProps: { underline: 'hover' }, styleOverrides: { root: { textUnderlineOffset: 3 } } },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none' } },
    MuiFormControl: { defaultProps: { size: 'small' } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: { backgroundColor: tones.surface },
        notchedOutline: { borderColor: tones.edge },
        // What an empty field stands for is read like any other word.
        input: { '&::placeholder': { color: tones.secondary, opacity: 1 } },
      },
    },
    MuiInputLabel: { styleOverrides: { root: { color: tones.secondary } } },
    MuiFormHelperText: { styleOverrides: { root: { marginInline: 0 } } },
    MuiChip: { styleOverrides: { root: { borderRadius: 6 } } },
    MuiTab: { styleOverrides: { root: { minHeight: 44, paddingInline: 12, minWidth: 0 } } },
    MuiTabs: { styleOverrides: { root: { borderBottom: `1px solid ${tones.line}` } } },
  };
}

function tables(tones: Tones): NonNullable<RaThemeOptions['components']> {
  return {
    MuiTableCell: {
      styleOverrides: {
        root: { borderBottomColor: tones.line, padding: '8px 12px', fontSize: '0.875rem' },
        sizeSmall: { padding: '5px 12px' },
        head: { fontWeight: 600, color: tones.secondary, fontSize: '0.8125rem', whiteSpace: 'nowrap' },
        paddingCheckbox: { padding: '0 4px' },
      },
    },
    MuiTableSortLabel: { styleOverrides: { root: { minHeight: 24, '&.Mui-active': { color: tones.ink } } } },
  };
}
