import { Alert, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { isAllowed, MAIL_TIMES, type MailTime } from '@fieldlab/domain';
import { useNotify, usePermissions } from 'react-admin';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { Permissions } from '../providers/auth-provider';
import {
  useCalendarFeed,
  useCalendarFeedEnd,
  useCalendarFeedRenewal,
  useMailTime,
  useMailTimeChange,
} from '../providers/notifications';
import { Fault } from '../ui/forms/Fault';
import { useCopy } from '../ui/use-copy';
import { useErrorText } from '../ui/use-error-text';

/** How one is told of what waits: by mail, and in a calendar. */
export function NotificationChoices() {
  const { permissions } = usePermissions<Permissions | undefined>();
  return (
    <Stack sx={{ gap: 5 }}>
      <MailChoice />
      {permissions && isAllowed(permissions.role, 'round:read') && <CalendarChoice />}
    </Stack>
  );
}

function MailChoice() {
  const t = useT();
  const notify = useNotify();
  const errorText = useErrorText();
  const { data } = useMailTime();
  const change = useMailTimeChange();
  const choose = (mail: MailTime): void =>
    change.mutate(mail, { onSuccess: () => notify(t('notifications.mailSaved')) });
  return (
    <div>
      <TextField
        select
        label={t('notifications.mail')}
        value={data?.mail ?? 'NEVER'}
        disabled={!data}
        onChange={(event) => choose(event.target.value as MailTime)}
        helperText={t('notifications.mailHelp')}
        sx={{ width: 320, maxWidth: '100%' }}
      >
        {MAIL_TIMES.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`notifications.mailTimes.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <Fault text={change.error ? errorText(change.error) : ''} />
    </div>
  );
}

function CalendarChoice() {
  const t = useT();
  const { dayOf } = useFormat();
  const notify = useNotify();
  const errorText = useErrorText();
  const { data } = useCalendarFeed();
  const renewal = useCalendarFeedRenewal();
  const ending = useCalendarFeedEnd();
  const end = (): void =>
    ending.mutate(undefined, {
      onSuccess: () => {
        renewal.reset();
        notify(t('notifications.calendarEnded'));
      },
    });
  const createdAt = data?.createdAt ?? null;
  const error = renewal.error ?? ending.error;
  return (
    <div>
      <Typography sx={{ fontWeight: 600, mb: 1 }}>{t('notifications.calendar')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
        {t('notifications.calendarHelp')}{' '}
        {createdAt !== null && t('notifications.calendarSince', { date: dayOf(createdAt) })}
      </Typography>
      <Fault text={error ? errorText(error) : ''} />
      {renewal.data && <NewAddress address={renewal.data.address} />}
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
        <Button variant="outlined" loading={renewal.isPending} onClick={() => renewal.mutate()}>
          {t(createdAt === null ? 'notifications.makeAddress' : 'notifications.renewAddress')}
        </Button>
        {createdAt !== null && (
          <Button variant="outlined" loading={ending.isPending} onClick={end}>
            {t('notifications.endAddress')}
          </Button>
        )}
      </Stack>
    </div>
  );
}

/** Shown this once. */
function NewAddress({ address }: { address: string }) {
  const t = useT();
  const copy = useCopy();
  return (
    <Alert
      severity="success"
      sx={{ mb: 3 }}
      action={
        <Button color="inherit" onClick={() => copy(address, t('notifications.addressCopied'))}>
          {t('notifications.copyAddress')}
        </Button>
      }
    >
      {t('notifications.addressOnce')}
      <code style={{ display: 'block', overflowWrap: 'anywhere' }}>{address}</code>
    </Alert>
  );
}
