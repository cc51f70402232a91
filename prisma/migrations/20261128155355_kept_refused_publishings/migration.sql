-- Why a publishing was refused, for programs and in the reader's language: a code of the error table, and what it is about.
alter table report_publishings add column refusal jsonb;
