-- What a check found that an import would make and fill in, row by row, for a screen to page through; kept as long as
-- faulty_rows: [{sheet, kind, found, rows: [{row, recordId, label, cells}]}].
alter table import_files add planned_rows jsonb;

-- How often each kind of finding was found, beyond those that are kept one by one: [{code, count}].
alter table imports add finding_kinds jsonb not null default '[]';
update imports i
   set finding_kinds = (
         select coalesce(jsonb_agg(jsonb_build_object('code', kind.code, 'count', kind.count)), '[]')
           from (select finding ->> 'code' as code, count(*) as count
                   from jsonb_array_elements(i.faults || i.warnings) finding
                  where finding ->> 'code' <> 'MORE_FINDINGS' group by 1) kind)
 where jsonb_array_length(i.faults || i.warnings) > 0;
