import { Box, Tab, Tabs } from '@mui/material';
import { useState, type ReactNode } from 'react';

export interface Part {
  key: string;
  title: string;
  content: ReactNode;
}

/** Parts of a page of which one is open. */
export function TabbedParts({ label, parts }: { label: string; parts: readonly Part[] }) {
  const [open, setOpen] = useState(parts[0]?.key ?? '');
  const part = parts.find(({ key }) => key === open);
  return (
    <Box>
      <Tabs
        value={open}
        onChange={(_event, key: string) => setOpen(key)}
        aria-label={label}
        variant="scrollable"
        allowScrollButtonsMobile
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
