import { Box, Tab, Tabs } from '@mui/material';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useIsNarrow } from '../use-is-narrow';

export interface Part {
  key: string;
  title: string;
  content: ReactNode;
}

/** So many stand beside each other on a phone, their names on two lines where they have to; more are scrolled through. */
const MOST_BESIDE = 3;

/** Parts of a page of which one is open; which one stands in the address, so that a link opens it. */
export function TabbedParts({ label, parts }: { label: string; parts: readonly Part[] }) {
  const [parameters, setParameters] = useSearchParams();
  const isFull = useIsNarrow() && parts.length <= MOST_BESIDE;
  const part = parts.find(({ key }) => key === parameters.get('part')) ?? parts[0];
  const open = part?.key ?? '';
  const setOpen = (key: string): void => setParameters({ part: key }, { replace: true });
  return (
    <Box>
      <Tabs
        value={open}
        onChange={(_event, key: string) => setOpen(key)}
        aria-label={label}
        {...(isFull
          ? { variant: 'fullWidth' as const }
          : { variant: 'scrollable' as const, allowScrollButtonsMobile: true })}
      >
        {parts.map(({ key, title }) => (
          <Tab key={key} value={key} label={title} id={`tab-${key}`} aria-controls={`part-${key}`} />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`part-${open}`} aria-labelledby={`tab-${open}`} sx={{ pt: 4 }}>
        {part?.content}
      </Box>
    </Box>
  );
}
