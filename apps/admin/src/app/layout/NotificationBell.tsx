import BellIcon from '@mui/icons-material/NotificationsNone';
import { Box, IconButton } from '@mui/material';
import { Suspense, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { lazyWithWords } from '../../i18n/later-words';
import { useT } from '../../i18n/use-t';
import { useWaiting, useWaitingAskedAgain } from '../../providers/waiting';

const NotificationPanel = lazyWithWords(() => import('../../notifications/NotificationPanel'));

/** How much waits for the reader, unopened; the list itself arrives when it is asked for. */
export function NotificationBell() {
  const t = useT();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { data } = useWaiting();
  useWaitingAskedAgain(useLocation().pathname);
  const unread = data?.unread ?? 0;
  return (
    <>
      <IconButton
        aria-label={t('frame.waiting', { smart_count: unread })}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ color: 'text.secondary' }}
      >
        <BellIcon fontSize="small" />
        {unread > 0 && (
          <Box component="span" sx={COUNT}>
            {unread > 99 ? '99+' : unread}
          </Box>
        )}
      </IconButton>
      {anchor && (
        <Suspense>
          <NotificationPanel anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}

const COUNT = {
  position: 'absolute',
  top: 2,
  right: 0,
  px: 1,
  borderRadius: 8,
  fontSize: '0.6875rem',
  lineHeight: 1.4,
  fontWeight: 600,
  bgcolor: 'primary.main',
  color: 'primary.contrastText',
} as const;
