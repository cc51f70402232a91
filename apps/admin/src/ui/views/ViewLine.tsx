import MoreIcon from '@mui/icons-material/MoreVert';
import { Box, Collapse, IconButton, ListItemButton } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useT, useWords } from '../../i18n/use-t';
import { useOwnStart } from '../../providers/saved-views';
import { viewPath } from '../../providers/view-path';
import { ViewChoices } from './ViewChoices';
import type { ViewLineProps } from './views-props';

/** A view: it opens, and says whose it is and who starts there; what else can be done with it unfolds. */
export function ViewLine(props: ViewLineProps) {
  const { view, onClose } = props;
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const says = useWhatItIs(props);
  return (
    <Box component="li">
      <Box sx={{ display: 'flex', alignItems: 'center', pr: 2 }}>
        <ListItemButton component={Link} to={viewPath(view)} onClick={onClose} sx={LINE}>
          <span>{view.name}</span>
          {says !== '' && (
            <Box component="span" sx={{ typography: 'body2', color: 'text.secondary' }}>
              {says}
            </Box>
          )}
        </ListItemButton>
        <IconButton
          size="small"
          aria-label={t('views.moreOf', { name: view.name })}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <MoreIcon fontSize="small" />
        </IconButton>
      </Box>
      <Collapse in={isOpen} unmountOnExit>
        <ViewChoices {...props} />
      </Collapse>
    </Box>
  );
}

const LINE = {
  ...{ px: 4, py: 1.5, minWidth: 0, flexDirection: 'column', alignItems: 'flex-start' },
  overflowWrap: 'anywhere',
} as const;

function useWhatItIs({ view, isOwn }: ViewLineProps): string {
  const t = useT();
  const words = useWords();
  const { data: start } = useOwnStart();
  const roles = view.startOf.map((role) => words.role[role]).join(', ');
  return [
    isOwn ? view.isShared && t('views.shared') : view.owner.name,
    start?.choice === 'VIEW' && start.viewId === view.id && t('views.yourStart'),
    roles !== '' && t('views.startOf', { roles }),
  ]
    .filter((part) => part !== false)
    .join(' · ');
}
