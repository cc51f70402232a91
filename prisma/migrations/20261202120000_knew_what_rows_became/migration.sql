-- Contacts and notes keep no versions, so that a person can be erased: what an import made of them is known by its ids
-- alone, by which it is taken back.
alter table imports add column made_without_versions jsonb not null default '{}';
