import type { Indicator } from '@fieldlab/domain';
import type { Attribute, Region } from './region';

/** What a number is of, whatever its days and its state of the register. */
export interface Place {
  key: string;
  indicator: Indicator;
  region: Region;
  attributes: readonly Attribute[];
}
