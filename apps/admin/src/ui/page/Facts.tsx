import { Box } from '@mui/material';
import type { ReactNode } from 'react';

export type Fact = readonly [label: string, value: ReactNode];

/** What is known about something: names at the left, values at the right, lines between. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: {
          xs: 'minmax(0, 2fr) minmax(0, 3fr)',
          sm: 'minmax(120px, 180px) minmax(0, 1fr)',
        },
      }}
    >
      {facts.map(([label, value]) => (
        <Box
          key={label}
          sx={{
            display: 'contents',
            '& > *': { borderTop: 1, borderColor: 'divider', py: 2, m: 0 },
            '&:first-of-type > *': { borderTop: 0 },
          }}
        >
          <Box
            component="dt"
            sx={{
              ...{ color: 'text.secondary', fontSize: '0.875rem', pr: 3 },
              ...{ overflowWrap: 'anywhere', hyphens: 'auto' },
            }}
          >
            {label}
          </Box>
          <Box component="dd" sx={{ overflowWrap: 'anywhere', '& time': { whiteSpace: 'normal' } }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
