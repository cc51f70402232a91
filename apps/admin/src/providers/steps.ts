import type { ParticipationLevel } from '@fieldlab/domain';
import { request, type Query } from './http';
import type { Participation } from './records';

/** Another level from a day on; answers the period that begins with it. */
export const stepTo = (id: string, step: { level: ParticipationLevel; on: string }): Promise<Participation> =>
  request('POST', `/participations/${id}/step`, { body: step });

/** Takes a step back: the period that it began goes, the one before it is as it was. */
export const undoStep = (id: string, version: number, query: Query): Promise<Participation> =>
  request('DELETE', `/participations/${id}/step`, { query, headers: { 'If-Match': `"${version}"` } });
