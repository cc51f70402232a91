-- Accounts that came with the demonstration programme: an administrator ends all of them at once.
alter table users add column is_demonstration boolean not null default false;
