import { refusalOf, request } from '../providers/http';

/** A company that an import made, and how many of its rows hang from it. */
export interface LeftOut {
  companyId: string;
  name: string;
  records: Record<string, number>;
}

const addressOf = (importId: string, companyId: string): string =>
  `/imports/${importId}/companies/${companyId}/left-out`;

/** What leaving it out would delete; undefined of a company that was there before. */
export async function previewOf(importId: string, companyId: string): Promise<LeftOut | undefined> {
  try {
    return await request<LeftOut>('GET', addressOf(importId, companyId), { isUntold: true });
  } catch (error) {
    if (refusalOf(error).status === 404) return undefined;
    throw error;
  }
}

export const leaveOut = (importId: string, companyId: string): Promise<LeftOut> =>
  request<LeftOut>('POST', addressOf(importId, companyId));

/** Takes that back, with the rows that went with it. */
export const bringBack = (importId: string, companyId: string): Promise<LeftOut> =>
  request<LeftOut>('DELETE', addressOf(importId, companyId));

/** How many rows of each kind go, of several companies together. */
export function recordsOf(companies: readonly LeftOut[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { records } of companies)
    for (const [resource, count] of Object.entries(records)) sum[resource] = (sum[resource] ?? 0) + count;
  return sum;
}
