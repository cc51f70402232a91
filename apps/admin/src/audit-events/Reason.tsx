import { Box, Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import type { AuditEvent } from '../providers/records';
import { Muted, None } from '../ui/fields/values';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';

/** Why it was changed; a reason that names somebody can be erased here. Only administrators read the trail. */
export function Reason({ event }: { event: AuditEvent }) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const erasure = useErasure(event.id, () => setAsking(false));
  if (event.reason === null) return <ReasonText event={event} />;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 3 }}>
      {event.reason}
      <Button color="error" size="small" onClick={() => setAsking(true)}>
        {t('audit.eraseReason')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('audit.eraseReasonTitle')}
          text={t('audit.eraseReasonText')}
          action={t('audit.eraseReason')}
          isBusy={erasure.isPending}
          onConfirm={() => erasure.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </Box>
  );
}

/** The reason alone, or that there was one. */
export function ReasonText({ event: { reason, isReasonErased } }: { event: AuditEvent }) {
  const t = useT();
  if (isReasonErased) return <Muted>{t('audit.erased')}</Muted>;
  return reason === null ? <None /> : <>{reason}</>;
}

function useErasure(id: string, onSettled: () => void) {
  const t = useT();
  const notify = useNotify();
  const refresh = useRefresh();
  const text = useErrorText();
  return useMutation({
    mutationFn: () => request('DELETE', `/audit-events/${id}/reason`),
    onSuccess: () => {
      notify(t('audit.reasonErased'));
      refresh();
    },
    onError: (error) => notify(text(error), { type: 'error' }),
    onSettled,
  });
}
