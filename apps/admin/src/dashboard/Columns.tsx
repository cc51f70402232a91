import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Two parts beside each other on a wide screen. */
export function Columns({ children }: { children: ReactNode }) {
  return (
    <Box
      className="columns"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 3fr)' },
        columnGap: 10,
      }}
    >
      {children}
    </Box>
  );
}
