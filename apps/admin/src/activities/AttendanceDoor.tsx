import { useGetOne } from 'react-admin';
import { Navigate, useParams } from 'react-router-dom';
import type { Attendance } from '../providers/records';
import { FailedPage } from '../ui/page/FailedPage';
import { Waiting } from '../ui/page/Waiting';

/** An attendance has no page of its own: it stands on its activity's. */
export default function AttendanceDoor() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<Attendance>('attendances', { id });
  if (error) return <FailedPage error={error} onRetry={() => void refetch()} />;
  return data ? <Navigate to={`/activities/${data.activityId}/show`} replace /> : <Waiting />;
}
