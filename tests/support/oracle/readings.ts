import type { Reading } from './reading';
import { centreReadings } from './readings-centres';
import { companyReadings } from './readings-companies';
import { moneyReadings } from './readings-money';
import { resultReadings } from './readings-results';

/** The contract's table, by indicator code. */
export const READINGS: Readonly<Record<string, Reading>> = {
  ...centreReadings,
  ...companyReadings,
  ...resultReadings,
  ...moneyReadings,
};
