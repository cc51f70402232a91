import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** What may be wider than the page, such as a table: it scrolls by itself, by the keyboard as well. */
export function Sideways({ label, mb, children }: { label: string; mb?: number; children: ReactNode }) {
  return (
    <Box
      className="sideways"
      sx={{ overflowX: 'auto', ...(mb !== undefined && { mb }) }}
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      {children}
    </Box>
  );
}
