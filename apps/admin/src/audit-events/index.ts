import type { ResourceProps } from 'react-admin';
import { lazy } from 'react';

export const auditEvents: ResourceProps = {
  name: 'audit-events',
  list: lazy(() => import('./AuditEventList')),
  show: lazy(() => import('./AuditEventShow')),
};
