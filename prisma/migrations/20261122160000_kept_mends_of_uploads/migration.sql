-- What people mended of an upload while looking at its faults, and the faulty rows as a screen shows them.
alter table import_files
  -- Cells to be read otherwise than the file has them: [{sheet, row, column, value}].
  add mends jsonb not null default '[]',
  -- [{sheet, columns: [{name, title}], rows: [{row, cells}]}]; kept as long as faulty_rows.
  add faulty_grid jsonb;
