import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** What to say instead of data: what this is, why it is empty, and what can be done. */
export function Message({ title, text, children }: { title?: string; text: string; children?: ReactNode }) {
  return (
    <Box sx={{ py: 14, px: 4, maxWidth: 560, mx: 'auto', textAlign: 'center' }}>
      {title !== undefined && (
        <Typography variant="h2" component="p" sx={{ mb: 2 }}>
          {title}
        </Typography>
      )}
      <Typography sx={{ color: 'text.secondary', mb: 5 }}>{text}</Typography>
      {children && (
        <Stack direction="row" sx={{ gap: 2, justifyContent: 'center', flexWrap: 'wrap' }}>
          {children}
        </Stack>
      )}
    </Box>
  );
}
