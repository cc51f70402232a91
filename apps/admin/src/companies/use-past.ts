import { useGetList, useGetMany } from 'react-admin';
import type { Activity, Attendance, Outcome, Participation } from '../providers/records';
import type { Past } from './timeline-lanes';

const ALL = { page: 1, perPage: 100 };

/** What the register tells of a company's past; undefined until it is known. */
export function usePast(companyId: string): Past | undefined {
  const filter = { companyId };
  const { data: participations } = useGetList<Participation>('participations', {
    ...{ filter, pagination: ALL, sort: { field: 'startedOn', order: 'ASC' } },
  });
  const { data: outcomes = [] } = useGetList<Outcome>('outcomes', {
    ...{ filter, pagination: ALL, sort: { field: 'achievedOn', order: 'ASC' } },
  });
  const { data: attendances = [] } = useGetList<Attendance>('attendances', {
    ...{ filter, pagination: ALL, sort: { field: 'createdAt', order: 'ASC' } },
  });
  const ids = attendances.map(({ activityId }) => activityId);
  const { data: activities = [] } = useGetMany<Activity>('activities', { ids }, { enabled: ids.length > 0 });
  return participations && { participations, outcomes, activities };
}
