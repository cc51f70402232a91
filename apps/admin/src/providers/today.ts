import { dateIn, NETHERLANDS } from '@fieldlab/domain';

/** Today where the programme is. */
export const today = (): string => dateIn(NETHERLANDS.timeZone, new Date());
