-- Which mail a link went with, so that administrators see whose invitation never went. The mail is gone once it was sent
-- or given up, and so this refers to nothing; that one was given up is kept by its id (mails_given_up).
alter table one_time_links add column mail_id uuid;
