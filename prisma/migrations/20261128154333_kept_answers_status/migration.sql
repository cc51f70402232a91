-- A repeated POST gets the status of the first answer as well (200 or 202 for publishing), also where the answer has no
-- body; "under way" is the absence of a status. The answer is kept as it was written, for its ETag is of its bytes.
alter table idempotency_keys
  add column status smallint check (status between 200 and 299),
  alter column response type json using response::json;
update idempotency_keys set status = 201 where response is not null;
