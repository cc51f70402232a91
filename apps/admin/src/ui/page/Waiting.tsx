import { Box, Skeleton } from '@mui/material';
import { useT } from '../../i18n/use-t';

/** The shape of rows to come. */
export function Waiting({ rows = 8 }: { rows?: number }) {
  const t = useT();
  return (
    <Box role="status" aria-label={t('frame.state.loading')} sx={{ py: 2 }}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton
          key={index}
          variant="rounded"
          height={20}
          width={`${96 - (index % 4) * 9}%`}
          sx={{ my: 4 }}
        />
      ))}
    </Box>
  );
}
