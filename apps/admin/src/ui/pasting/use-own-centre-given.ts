import { useGetOne } from 'react-admin';
import type { Centre } from '../../providers/records';
import { useOwnCentre } from '../people/use-own-centre';
import type { Given } from './pasted-columns';

/** Rows that name no centre are of the one that the reader coordinates. */
export function useOwnCentreGiven(): Given {
  const own = useOwnCentre();
  const { data } = useGetOne<Centre>('centres', { id: own ?? '' }, { enabled: own !== null });
  if (!data) return {};
  const centre = { text: data.code, id: data.id };
  return { centre_code: centre, centre_codes: centre };
}
