import type { Schemas } from '@fieldlab/api-client';

/** The records as the API answers them. */
export type Centre = Schemas['Centre'];
export type Company = Schemas['Company'];
export type Participation = Schemas['Participation'];
export type Activity = Schemas['Activity'];
export type Attendance = Schemas['Attendance'];
export type Investment = Schemas['Investment'];
export type SpinOff = Schemas['SpinOff'];
export type Outcome = Schemas['Outcome'];
export type Contact = Schemas['Contact'];
export type Note = Schemas['Note'];
export type Target = Schemas['Target'];

export type SignedInUser = Schemas['SessionUser'];

export type User = Schemas['User'];
export type AuditEvent = Schemas['AuditEvent'];

export interface RecordVersion {
  version: number;
  knownFrom: string;
  knownTo: string | null;
  actor: { id: string | null; name: string };
  reason: string | null;
  changes: Changes;
}

/** What a field was and what it became. */
export type Changes = Record<string, { from?: unknown; to?: unknown }>;

/** What every record carries. */
export interface Versioned {
  id: string;
  version: number;
}
