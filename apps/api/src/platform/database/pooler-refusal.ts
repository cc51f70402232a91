import pg from 'pg';

/** Of the protocol itself: PostgreSQL does not say so to what we send. */
const PROTOCOL_VIOLATION = '08P01';

/** Answers whether an error is how a pooler of connections refuses what it cannot hand on, such as settings at the start. */
export const isOfPooler = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === PROTOCOL_VIOLATION;
