-- A scan learns from what people decided of pairs, and says from how many decisions; 0: the published weights.
alter table duplicate_scans add column learnt_from integer not null default 0;
