import { useQuery } from '@tanstack/react-query';
import { everyOne, everyOneOf } from '../providers/every';
import type { Activity, Attendance, Participation } from '../providers/records';

/** The companies that came and do not take part in the activity's centre, on that day or since. */
export function useNewcomers({ id, centreId, heldOn }: Activity): string[] {
  const { data = [] } = useQuery({
    queryKey: ['activities', 'newcomers', id],
    queryFn: async () => {
      const attendances = await everyOne<Attendance>('attendances', { activityId: id });
      const companyIds = [...new Set(attendances.map(({ companyId }) => companyId))];
      const there = await everyOneOf<Participation>('participations', { centreId }, companyIds);
      const taking = new Set(
        there.flatMap(({ companyId, endedOn }) => (endedOn === null || endedOn > heldOn ? [companyId] : [])),
      );
      return companyIds.filter((companyId) => !taking.has(companyId));
    },
  });
  return data;
}
