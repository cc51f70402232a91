import { Box, type SvgIconProps } from '@mui/material';
import type { ComponentType, ReactNode } from 'react';

/** How a state looks: never by colour alone. */
export interface Look {
  icon: ComponentType<SvgIconProps>;
  colour: string;
}

/** A state as a sign and a word, and then a colour. */
export function SignAndWord({ look: { icon: Icon, colour }, children }: { look: Look; children: ReactNode }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1.5,
        whiteSpace: 'nowrap',
        verticalAlign: 'middle',
      }}
    >
      <Icon sx={{ fontSize: 18, color: colour }} />
      {children}
    </Box>
  );
}
