import { Box, Stack, Typography } from '@mui/material';
import { Explained } from '../help/Explained';
import type { HelpTopic } from '../help/topics';
import { LastKnown, UpdateNotice } from '../figures/BeingUpdated';
import { useId, type ReactNode } from 'react';

/** A part of a page under its own heading; a line above it, no box around it. */
export function Section({
  title,
  help,
  actions,
  isUpdating = false,
  children,
}: {
  title: string;
  /** What explains it. */
  help?: HelpTopic;
  actions?: ReactNode;
  /** What is shown was known before, and what is known now is on its way. */
  isUpdating?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ position: 'relative', borderTop: 1, borderColor: 'divider', pt: 4, mb: 8, minWidth: 0 }}
    >
      {isUpdating && <UpdateNotice />}
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
      <LastKnown isUpdating={isUpdating}>{children}</LastKnown>
    </Box>
  );
}
