import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';

/** Says, above what it stands in, that this was known before and that what is known now is on its way; nothing moves for it. */
export function UpdateNotice() {
  const t = useT();
  return (
    <Typography
      role="status"
      variant="body2"
      sx={{ position: 'absolute', bottom: '100%', right: 0, pb: 1, color: 'text.secondary' }}
    >
      {t('dashboard.beingUpdated')}
    </Typography>
  );
}

/** Figures, greyed while those of now are on their way. */
export function LastKnown({ isUpdating, children }: { isUpdating: boolean; children: ReactNode }) {
  return (
    <Box aria-busy={isUpdating} sx={{ opacity: isUpdating ? 0.45 : 1 }}>
      {children}
    </Box>
  );
}
