import { Popover } from '@mui/material';
import type { ReactNode } from 'react';

interface HangingPanelProps {
  anchor: HTMLElement;
  onClose: () => void;
  /** The id of its heading. */
  labelledBy: string;
  /** In pixels, where the screen is wide enough. */
  width: number;
  children: ReactNode;
}

/** A panel that hangs from a button at the right. */
export function HangingPanel({ anchor, onClose, labelledBy, width, children }: HangingPanelProps) {
  const sx = { width, maxWidth: 'calc(100% - 32px)' };
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': labelledBy, tabIndex: -1, sx } }}
    >
      {children}
    </Popover>
  );
}
