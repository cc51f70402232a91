import { useQueryClient } from '@tanstack/react-query';
import { useLogoutIfAccessDenied } from 'react-admin';
import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { ENROLMENT } from '../providers/auth-provider';
import { refusalOf } from '../providers/http';

/** Whatever a page asks for: when the session ended, or lacks its second factor, one goes where that is mended. */
export function SessionWatch() {
  const client = useQueryClient();
  const leaveIfRefused = useLogoutIfAccessDenied();
  const navigate = useNavigate();
  const look = useEffectEvent((error: unknown) => {
    if (refusalOf(error).code === 'SECOND_FACTOR_ENROLMENT_DUE') void navigate(ENROLMENT);
    else void leaveIfRefused(error);
  });
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') look(event.action.error);
      }),
    [client],
  );
  return null;
}
