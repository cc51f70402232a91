import { Box, Button, Stack, Typography } from '@mui/material';
import { notificationSentence } from '@fieldlab/domain';
import { useId } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import { useReadNotifications, type Notification } from '../providers/notifications';
import { useWaiting } from '../providers/waiting';
import { HangingPanel } from '../ui/page/HangingPanel';
import { Unseen } from '../ui/page/Unseen';

interface NotificationPanelProps {
  anchor: HTMLElement;
  onClose: () => void;
}

/** What waits for the reader, the newest first; each leads to where it can be dealt with, and is read from then on. */
export default function NotificationPanel({ anchor, onClose }: NotificationPanelProps) {
  const t = useT();
  const id = useId();
  const { data } = useWaiting();
  const read = useReadNotifications();
  return (
    <HangingPanel {...{ anchor, onClose }} labelledBy={id} width={420}>
      <Head id={id} unread={data?.unread ?? 0} onReadAll={() => void read()} />
      {data?.total === 0 && <Typography sx={NOTHING}>{t('notifications.none')}</Typography>}
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 'min(60vh, 520px)', overflowY: 'auto' }}
      >
        {data?.data.map((one) => (
          <Line
            key={one.id}
            notification={one}
            onOpen={() => {
              onClose();
              if (!one.isRead) void read([one.id]);
            }}
          />
        ))}
      </Box>
      {data && data.total > data.data.length && (
        <Typography variant="body2" sx={{ px: 4, py: 2, color: 'text.secondary' }}>
          {t('notifications.more', { smart_count: data.total - data.data.length })}
        </Typography>
      )}
      <Box sx={{ borderTop: 1, borderColor: 'divider', px: 2, py: 1 }}>
        <Button size="small" component={Link} to="/account" onClick={onClose}>
          {t('notifications.settings')}
        </Button>
      </Box>
    </HangingPanel>
  );
}

const NOTHING = { px: 4, py: 3, color: 'text.secondary' } as const;

interface HeadProps {
  id: string;
  unread: number;
  onReadAll: () => void;
}

function Head({ id, unread, onReadAll }: HeadProps) {
  const t = useT();
  return (
    <Stack
      direction="row"
      sx={{ justifyContent: 'space-between', alignItems: 'center', minHeight: 48, px: 4, pt: 2, gap: 2 }}
    >
      <Typography variant="h2" id={id}>
        {t('notifications.title')}
      </Typography>
      {unread > 0 && (
        <Button size="small" onClick={onReadAll}>
          {t('notifications.readAll')}
        </Button>
      )}
    </Stack>
  );
}

/** One that was not opened has a dot and stands bold: never by colour alone. */
function Line({ notification, onOpen }: { notification: Notification; onOpen: () => void }) {
  const t = useT();
  const language = useLanguage();
  const { dayOf } = useFormat();
  const { kind, facts, path, since, isRead } = notification;
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Box component={Link} to={path} onClick={onOpen} sx={LINE}>
        <Box component="span" aria-hidden sx={{ ...DOT, visibility: isRead ? 'hidden' : 'visible' }} />
        <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Box component="span" sx={{ display: 'block', fontWeight: isRead ? 400 : 600 }}>
            {!isRead && <Unseen>{`${t('notifications.unread')}: `}</Unseen>}
            {notificationSentence(kind, facts, language)}
          </Box>
          <Box component="span" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
            {dayOf(since)}
          </Box>
        </Box>
      </Box>
    </Box>
  );
}

const LINE = {
  display: 'flex',
  gap: 3,
  px: 4,
  py: 3,
  color: 'inherit',
  textDecoration: 'none',
  '&:hover, &:focus-visible': { bgcolor: 'action.hover' },
} as const;
const DOT = {
  flex: 'none',
  width: 8,
  height: 8,
  mt: 2,
  borderRadius: '50%',
  bgcolor: 'primary.main',
} as const;
