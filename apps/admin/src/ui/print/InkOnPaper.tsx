import { createTheme, ThemeProvider, type Theme, type ThemeOptions } from '@mui/material';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useIsPrinting } from './use-is-printing';

/** Whatever theme is chosen for the screen, paper is white and ink is dark. */
export function InkOnPaper({ theme, children }: { theme: ThemeOptions; children: ReactNode }) {
  const isPrinting = useIsPrinting();
  const paper = useMemo(() => (isPrinting ? createTheme(theme) : undefined), [isPrinting, theme]);
  const choose = useCallback((onScreen: Theme) => paper ?? onScreen, [paper]);
  return <ThemeProvider theme={choose}>{children}</ThemeProvider>;
}
