import type { FindingCode, FindingParams } from './findings-catalogue';

/** A finding that does not know yet where it is. */
export interface Remark {
  code: FindingCode;
  params?: FindingParams;
}

export type Value = string | string[];

/** What a cell was understood to say: canonical text (`2021-05-01`, `1234.50`, `PARTNER`), and what there is to say about it. */
export interface Reading<T extends Value = string> {
  /** Null when there is a fault. */
  value: T | null;
  remarks: Remark[];
}

const NONE: Remark[] = [];

export const read = <T extends Value>(value: T, ...remarks: Remark[]): Reading<T> => ({
  value,
  remarks: remarks.length === 0 ? NONE : remarks,
});

export const fault = (code: FindingCode, params?: FindingParams): Reading<never> => ({
  value: null,
  remarks: [params === undefined ? { code } : { code, params }],
});
