import { Box } from '@mui/material';

/** How a figure came about, year by year, as small bars from zero. */
export function Spark({ values, label }: { values: readonly number[]; label: string }) {
  const top = Math.max(...values, 1);
  return (
    <Box
      role="img"
      aria-label={label}
      title={label}
      sx={{ display: 'flex', alignItems: 'flex-end', gap: '2px', height: 28, mt: 2 }}
    >
      {values.map((value, index) => (
        <Box
          key={index}
          sx={{
            width: 8,
            height: `${Math.max(1, (value / top) * 28)}px`,
            bgcolor: 'primary.main',
            opacity: index === values.length - 1 ? 1 : 0.45,
          }}
        />
      ))}
    </Box>
  );
}
