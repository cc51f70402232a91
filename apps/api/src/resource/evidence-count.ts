import { raw, sql } from '../platform/database/sql';
import type { DerivedField } from './record-spec';

/** How many pieces of evidence a claim has, the link that stands in the record itself among them. */
export const evidenceCount = (resource: 'spin-offs' | 'outcomes'): DerivedField => ({
  kind: 'integer',
  value: sql`((select count(*) from evidence e where e.record_id = t.id and e.resource = ${raw(`'${resource}'`)}
                and e.deleted_at is null) + (case when t.evidence_url is null then 0 else 1 end))::int`,
});
