/** The kinds of records that can have evidence. */
export const EVIDENCED_RESOURCES = ['participations', 'investments', 'spin-offs', 'outcomes'] as const;
export type EvidencedResource = (typeof EVIDENCED_RESOURCES)[number];

/** Whether its evidence decides how well a claim is supported. */
export const isClaim = (resource: EvidencedResource): resource is 'spin-offs' | 'outcomes' =>
  resource === 'spin-offs' || resource === 'outcomes';
