-- A process that carries a request out says now and then that it lives, so that the key of one that died is free again
-- after seconds, not minutes.
alter table idempotency_keys add column seen_at timestamptz(3) not null default now();
