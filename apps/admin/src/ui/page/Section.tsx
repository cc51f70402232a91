import { Box, Stack, Typography } from '@mui/material';
import { Explained } from '../help/Explained';
import type { HelpTopic } from '../help/topics';
import { useId, type ReactNode } from 'react';

/** A part of a page under its own heading; a line above it, no box around it. */
export function Section({
  title,
  help,
  actions,
  children,
}: {
  title: string;
  /** What explains it. */
  help?: HelpTopic;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ borderTop: 1, borderColor: 'divider', pt: 4, mb: 8, minWidth: 0 }}
    >
      <Stack
        direction="row"
        className="keep-with-next"
        sx={{ justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap', mb: 3, gap: 2 }}
      >
        <Stack direction="row" sx={{ alignItems: 'center', gap: 2 }}>
          <Typography variant="h2" id={id}>
            {title}
          </Typography>
          <Explained about={help} name={title} />
        </Stack>
        {actions}
      </Stack>
      {children}
    </Box>
  );
}
