import { Box, Stack, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';

interface PageProps {
  title: string;
  /** A line above the title: where this page belongs. */
  above?: ReactNode;
  /** A line below the title. */
  below?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** One page: its name for people, browsers and screen readers, what can be done with it, and what it shows. */
export function Page({ title, above, below, actions, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <Box sx={{ maxWidth: 1480, mx: 'auto', width: '100%' }}>
      <Stack
        component="header"
        direction="row"
        sx={{ alignItems: 'flex-start', flexWrap: 'wrap', gap: 3, mb: 5, justifyContent: 'space-between' }}
      >
        <Box sx={{ minWidth: 0 }}>
          {above && <Box sx={{ typography: 'body2', color: 'text.secondary', mb: 1 }}>{above}</Box>}
          <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          {below && <Box sx={{ color: 'text.secondary', mt: 1 }}>{below}</Box>}
        </Box>
        {actions && (
          <Stack direction="row" className="no-print" sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
            {actions}
          </Stack>
        )}
      </Stack>
      {children}
    </Box>
  );
}

function useDocumentTitle(title: string): void {
  const product = useT()('frame.product');
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`;
  }, [title, product]);
}
