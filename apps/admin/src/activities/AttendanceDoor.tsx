import { useGetOne } from 'react-admin';
import { Navigate, useParams } from 'react-router-dom';
import type { Attendance } from '../providers/records';
import { Failed } from '../ui/page/Failed';
import { Waiting } from '../ui/page/Waiting';

/** An attendance has no page of its own: it stands on its activity's. */
export default function AttendanceDoor() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<Attendance>('attendances', { id });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return data ? <Navigate to={`/activities/${data.activityId}/show`} replace /> : <Waiting />;
}
