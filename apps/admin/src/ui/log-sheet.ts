import { createContext, useContext } from 'react';

/** What is known already when the sheet for logging a participation opens. */
export interface LogPreset {
  companyId?: string;
  centreId?: string;
}

export interface LogSheet {
  open: (preset?: LogPreset) => void;
}

/** Any page may open the sheet; who shows it is the frame's business. */
export const LogSheetContext = createContext<LogSheet>({ open: () => undefined });

export const useLogSheet = (): LogSheet => useContext(LogSheetContext);
