import type { Schemas } from '@fieldlab/api-client';

export type Import = Schemas['Import'];

export const isUnderWay = (one: Pick<Import, 'status'> | undefined): boolean =>
  one?.status === 'QUEUED' || one?.status === 'RUNNING';
