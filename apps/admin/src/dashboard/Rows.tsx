import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Lines below each other, a thin one between them. */
export function Rows({ children }: { children: ReactNode }) {
  return (
    <Box
      component="ul"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        '& > li': { py: 2, borderBottom: 1, borderColor: 'divider' },
        '& > li:last-of-type': { borderBottom: 0 },
      }}
    >
      {children}
    </Box>
  );
}
