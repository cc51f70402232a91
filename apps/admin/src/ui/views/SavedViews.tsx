import BookmarkIcon from '@mui/icons-material/BookmarkBorder';
import { Box, Button } from '@mui/material';
import { Suspense, useState } from 'react';
import { lazyWithWords } from '../../i18n/later-words';
import { useT } from '../../i18n/use-t';
import { useOpenedView } from '../../providers/opened-view';
import type { SavedViewsProps } from './views-props';

const ViewsPanel = lazyWithWords(() => import('./ViewsPanel'));

/** Ways of looking that somebody wants back, or shares: what is asked for, order and columns under a name. */
export function SavedViews(props: SavedViewsProps) {
  const t = useT();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const opened = useOpenedView();
  const name = t('register.list.views');
  return (
    <>
      <Button
        color="inherit"
        startIcon={<BookmarkIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={opened ? `${name}: ${opened.name}` : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ maxWidth: 240 }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {opened?.name ?? name}
        </Box>
      </Button>
      {anchor && (
        <Suspense>
          <ViewsPanel {...props} anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}
