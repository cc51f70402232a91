import { describe, expect, it } from 'vitest';
import { SHEET_PLANS } from './sheet-plan';

/** In this order the values of rows were digested whose fingerprints registers keep. */
const KEPT: Record<string, string> = {
  centres: 'code kind name type hub_code province municipality technologies started_on ended_on website',
  companies:
    'kvk_number foreign_number country name organisation_type legal_form website size_class employees sbi_code sbi_version postcode municipality province',
  participations: 'centre_id level started_on ended_on note',
  activities: 'centre_id kind title held_on ended_on',
  attendances: 'activity_id people',
  investments: 'centre_id source status amount_eur dated_on form funder activity_id note',
  spin_offs: 'name kvk_number founded_on dissolved_on centre_ids claim_level evidence_url',
  outcomes: 'kind title centre_ids achieved_on quantity claim_level evidence_url activity_id',
};

describe('SHEET_PLANS', () => {
  it.each(SHEET_PLANS)('digests the columns of $sheet in the order of kept fingerprints', (plan) => {
    const kept = KEPT[plan.sheet]?.split(' ') ?? [];
    expect(plan.content.filter((column) => kept.includes(column))).toEqual(kept);
  });
});
