import MoreIcon from '@mui/icons-material/MoreVert';
import { IconButton, Menu, MenuItem } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Participation } from '../providers/records';
import { EndDialog } from './EndDialog';
import { StepDialog } from './StepDialog';

/** Stepping to another level and ending, from the row itself. */
export function RowActions({ participation }: { participation: Participation }) {
  const t = useT();
  const { canAccess } = useCanAccess({ resource: 'participations', action: 'edit' });
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<'step' | 'end' | undefined>(undefined);
  if (!canAccess) return null;
  const choose = (what: 'step' | 'end'): void => {
    setAnchor(null);
    setOpen(what);
  };
  const close = (): void => setOpen(undefined);
  const label = `${t('logging.step.action')} / ${t('logging.end.action')}: ${participation.companyName ?? ''}`;
  return (
    <>
      <IconButton
        size="small"
        aria-label={label}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreIcon fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => choose('step')}>{t('logging.step.action')}</MenuItem>
        <MenuItem onClick={() => choose('end')}>{t('logging.end.action')}</MenuItem>
      </Menu>
      {open === 'step' && <StepDialog participation={participation} onClose={close} />}
      {open === 'end' && <EndDialog participation={participation} onClose={close} />}
    </>
  );
}
