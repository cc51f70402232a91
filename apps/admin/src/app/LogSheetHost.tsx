import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { LogSheetContext, type LogPreset } from '../ui/log-sheet';

const LogSheet = lazy(() => import('../logging/LogSheet'));

/** Keeps the sheet for logging a participation one call away from every page. */
export function LogSheetHost({ children }: { children: ReactNode }) {
  const [preset, setPreset] = useState<LogPreset | undefined>(undefined);
  const handle = useMemo(() => ({ open: (known: LogPreset = {}) => setPreset(known) }), []);
  return (
    <LogSheetContext.Provider value={handle}>
      {children}
      {preset && (
        <Suspense>
          <LogSheet preset={preset} onClose={() => setPreset(undefined)} />
        </Suspense>
      )}
    </LogSheetContext.Provider>
  );
}
